package io.digitalworker.facts.framework.aspnet;

import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.fact.Response;
import io.digitalworker.facts.framework.aspnet.Web.Placed;
import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Numeral;
import io.digitalworker.facts.syntax.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The answers of one endpoint, one for each status; what is declared goes before what is seen. */
final class Answers {
    private static final Pattern CODE = Pattern.compile("Status(\\d{3})\\w*");

    /** What methods of controllers and of {@code Results} answer, and typed results. */
    private static final Map<String, Integer> STATUS =
            Map.ofEntries(
                    Map.entry("Ok", 200),
                    Map.entry("View", 200),
                    Map.entry("PartialView", 200),
                    Map.entry("ViewComponent", 200),
                    Map.entry("Page", 200),
                    Map.entry("Json", 200),
                    Map.entry("JsonHttpResult", 200),
                    Map.entry("Content", 200),
                    Map.entry("ContentHttpResult", 200),
                    Map.entry("File", 200),
                    Map.entry("PhysicalFile", 200),
                    Map.entry("PhysicalFileHttpResult", 200),
                    Map.entry("FileContentHttpResult", 200),
                    Map.entry("FileStreamHttpResult", 200),
                    Map.entry("Stream", 200),
                    Map.entry("Text", 200),
                    Map.entry("Created", 201),
                    Map.entry("CreatedAtAction", 201),
                    Map.entry("CreatedAtRoute", 201),
                    Map.entry("Accepted", 202),
                    Map.entry("AcceptedAtAction", 202),
                    Map.entry("AcceptedAtRoute", 202),
                    Map.entry("NoContent", 204),
                    Map.entry("Redirect", 302),
                    Map.entry("RedirectToAction", 302),
                    Map.entry("RedirectToRoute", 302),
                    Map.entry("RedirectToPage", 302),
                    Map.entry("LocalRedirect", 302),
                    Map.entry("RedirectHttpResult", 302),
                    Map.entry("RedirectPermanent", 301),
                    Map.entry("RedirectToActionPermanent", 301),
                    Map.entry("RedirectToRoutePermanent", 301),
                    Map.entry("BadRequest", 400),
                    Map.entry("ValidationProblem", 400),
                    Map.entry("Unauthorized", 401),
                    Map.entry("UnauthorizedHttpResult", 401),
                    Map.entry("Challenge", 401),
                    Map.entry("Forbid", 403),
                    Map.entry("ForbidHttpResult", 403),
                    Map.entry("AccessDeniedView", 403),
                    Map.entry("NotFound", 404),
                    Map.entry("Conflict", 409),
                    Map.entry("UnprocessableEntity", 422),
                    Map.entry("Problem", 500),
                    Map.entry("ProblemHttpResult", 500),
                    Map.entry("InternalServerError", 500));

    private static final Set<String> RECEIVERS =
            Set.of("Results", "TypedResults", "this", "base", "Result");
    private static final Set<String> OPEN =
            Set.of(
                    "IActionResult",
                    "ActionResult",
                    "IResult",
                    "IHttpActionResult",
                    "HttpResponseMessage",
                    "object",
                    "dynamic",
                    "ViewResult",
                    "PartialViewResult",
                    "JsonResult",
                    "FileResult",
                    "ContentResult",
                    "RedirectResult",
                    "RedirectToActionResult",
                    "IViewComponentResult",
                    "FileStreamResult",
                    "PhysicalFileResult",
                    "FileContentResult",
                    "");

    private final Web web;
    private final Map<Integer, String> answers = new TreeMap<>();

    Answers(Web web) {
        this.web = web;
    }

    List<Response> done() {
        List<Response> responses = new ArrayList<>();
        answers.forEach((status, type) -> responses.add(new Response(status, type)));
        return responses;
    }

    private void put(int status, String type) {
        if (status >= 100 && status <= 599) {
            answers.merge(status, type, (old, added) -> old.isEmpty() ? added : old);
        }
    }

    /** {@code [ProducesResponseType]}, {@code [Produces(typeof(T))]}. */
    Answers declared(List<Placed> annotations) {
        for (Placed placed : annotations) {
            Annotation annotation = placed.annotation();
            if (annotation.is("ProducesResponseType")) {
                produces(annotation, placed.scope());
            } else if (annotation.is("Produces")) {
                String given = annotation.argument("Type", 0).map(Web::typeOf).orElse("");
                String generic = Web.argumentOf(annotation, placed.scope().file());
                if (!given.isEmpty() || !generic.isEmpty()) {
                    put(200, given.isEmpty() ? generic : given);
                }
            } else if (annotation.is("SwaggerResponse")) {
                produces(annotation, placed.scope());
            }
        }
        return this;
    }

    private void produces(Annotation annotation, Scope scope) {
        String type = Web.argumentOf(annotation, scope.file());
        int status = type.isEmpty() ? 0 : 200;
        for (Argument argument : annotation.arguments()) {
            String named = Web.typeOf(argument.value());
            int code = status(argument.value(), scope);
            type = named.isEmpty() ? type : named;
            status = code > 0 ? code : status;
        }
        put(status == 0 ? 200 : status, type.equals("void") ? "" : type);
    }

    /** {@code 404}, {@code StatusCodes.Status404NotFound}, {@code (int)HttpStatusCode.NotFound}. */
    int status(Expression expression, Scope scope) {
        if (expression instanceof Numeral number) {
            return number.digits().matches("\\d{3}") ? Integer.parseInt(number.digits()) : 0;
        }
        String name = Web.dotted(expression);
        Matcher matcher = CODE.matcher(name.substring(name.lastIndexOf('.') + 1));
        if (matcher.matches()) {
            return Integer.parseInt(matcher.group(1));
        }
        if (name.contains("HttpStatusCode.")) {
            String last = name.substring(name.lastIndexOf('.') + 1);
            return last.equals("OK") ? 200 : STATUS.getOrDefault(last, 0);
        }
        boolean constant = !name.isEmpty() && !name.equals("true") && !name.equals("false");
        String value = constant ? web.text(expression, scope).text() : "";
        return value.matches("\\d{3}") ? Integer.parseInt(value) : 0;
    }

    /** {@code .Produces<T>(201)} and the like. */
    Answers called(Call call, Scope scope) {
        int given = call.arguments().isEmpty() ? 0 : status(call.arguments().get(0).value(), scope);
        String type = call.typeArguments().isEmpty() ? "" : call.typeArguments().get(0);
        switch (call.name()) {
            case "Produces" -> put(given == 0 ? 200 : given, type);
            case "ProducesProblem", "ProducesProblemDetails", "ProducesProblemFE" ->
                    put(given == 0 ? 500 : given, "ProblemDetails");
            case "ProducesValidationProblem" ->
                    put(given == 0 ? 400 : given, "HttpValidationProblemDetails");
            default -> {}
        }
        return this;
    }

    /** The type of what a handler returns, as far as it says something. */
    Answers returned(String written) {
        TypeName type = TypeName.of(Web.awaited(written));
        String name = type.simpleName();
        if (name.equals("Results")) {
            type.arguments().forEach(this::result);
        } else if (name.equals("void")) {
            put(200, "");
        } else if (type.arguments().isEmpty() && !STATUS.containsKey(name)) {
            if (!OPEN.contains(name)) {
                put(200, Web.awaited(written));
            }
        } else if (name.equals("ActionResult") || name.equals("JsonResult")) {
            put(200, type.argument());
        } else {
            result(Web.awaited(written));
        }
        return this;
    }

    /** A typed result such as {@code Ok<T>}; any other type is what is answered. */
    private void result(String written) {
        TypeName type = TypeName.of(written);
        Integer status = STATUS.get(type.simpleName());
        put(status == null ? 200 : status, status == null ? written : type.argument());
    }

    /** Calls such as {@code NotFound()} and {@code TypedResults.Ok(…)} in a body. */
    Answers seen(CodeFile file, Span body) {
        Tokens tokens = file.tokens();
        int end = tokens.at(body.end());
        for (int i = tokens.at(body.start()); i < end; i++) {
            if (tokens.isWord(i)
                    && (tokens.is(i + 1, '(') || tokens.is(i + 1, '<'))
                    && own(tokens, i)) {
                seen(tokens, i);
            }
        }
        return this;
    }

    private void seen(Tokens tokens, int word) {
        Integer status = STATUS.get(tokens.word(word));
        if (status != null) {
            boolean made = tokens.is(word + 2, "new") && tokens.isWord(word + 3);
            put(status, made && bodied(status) ? tokens.word(word + 3) : "");
        } else if (tokens.is(word, "StatusCode") && tokens.is(word + 1, '(')) {
            String given = tokens.word(word + 2);
            Matcher matcher = CODE.matcher(tokens.word(word + 4));
            if (given.matches("\\d{3}")) {
                put(Integer.parseInt(given), "");
            } else if (matcher.matches()) {
                put(Integer.parseInt(matcher.group(1)), "");
            }
        }
    }

    private static boolean bodied(int status) {
        return status == 200;
    }

    private static boolean own(Tokens tokens, int word) {
        return !tokens.is(word - 1, '.')
                ? !tokens.is(word - 1, "new")
                : RECEIVERS.contains(tokens.word(word - 2));
    }
}
