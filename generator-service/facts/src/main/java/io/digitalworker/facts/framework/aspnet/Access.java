package io.digitalworker.facts.framework.aspnet;

import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.framework.aspnet.Web.Placed;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Create;
import io.digitalworker.facts.syntax.Expression.Lambda;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a caller must have, from attributes and from calls on a registration. */
final class Access {
    static final String ANONYMOUS = "anonymous";
    static final String AUTHENTICATED = "authenticated";

    private static final Set<String> FILTERS =
            Set.of(
                    "IAuthorizationFilter",
                    "IAsyncAuthorizationFilter",
                    "AuthorizeAttribute",
                    "IAuthorizationRequirementData",
                    "AuthorizationFilterAttribute");
    private static final Set<String> NO_RIGHTS = Set.of("RequireHttps", "HttpsRequirement");

    /** What the filter of an attribute answers to those who are not let through. */
    private static final List<String> REFUSALS =
            List.of(
                    "ChallengeResult",
                    "ForbidResult",
                    "UnauthorizedResult",
                    "UnauthorizedObjectResult",
                    "HttpUnauthorizedResult",
                    "AccessDenied",
                    "Status401",
                    "Status403",
                    "HttpStatusCode.Unauthorized",
                    "HttpStatusCode.Forbidden",
                    "(401)",
                    "(403)");

    private final Web web;
    private final Map<String, Boolean> ownAttributes = new HashMap<>();

    Access(Web web) {
        this.web = web;
    }

    /** What attributes ask for: those of the method first, then those of its types. */
    List<String> of(List<Placed> annotations) {
        Set<String> needs = new LinkedHashSet<>();
        for (Placed placed : annotations) {
            if (placed.is("AllowAnonymous")) {
                return List.of(ANONYMOUS);
            }
            needs.addAll(of(placed));
        }
        return simplified(needs);
    }

    /** A role or policy says more than that there must be somebody. */
    static List<String> simplified(Set<String> needs) {
        if (needs.contains(ANONYMOUS)) {
            return List.of(ANONYMOUS);
        }
        List<String> list = new ArrayList<>(needs);
        if (list.size() > 1) {
            list.remove(AUTHENTICATED);
        }
        return list;
    }

    private List<String> of(Placed placed) {
        Annotation annotation = placed.annotation();
        if (placed.is("Authorize")) {
            return authorize(annotation.arguments(), placed.scope());
        }
        return own(placed) ? List.of(written(annotation, placed.scope())) : List.of();
    }

    private List<String> authorize(List<Argument> arguments, Scope scope) {
        List<String> needs = new ArrayList<>();
        for (Argument argument : arguments) {
            if (argument.name() == null || argument.named("Policy") || argument.named("policy")) {
                needs.add(web.text(argument.value(), scope).text());
            } else if (argument.named("Roles") || argument.named("roles")) {
                for (String role : web.text(argument.value(), scope).text().split(",", -1)) {
                    needs.add(role.strip());
                }
            }
        }
        needs.removeIf(String::isEmpty);
        return needs.isEmpty() ? List.of(AUTHENTICATED) : needs;
    }

    /** As in the code, in one line, without {@code Attribute}. */
    private static String written(Annotation annotation, Scope scope) {
        String text = scope.file().text(annotation.span()).replaceAll("\\s+", " ").strip();
        String arguments =
                annotation.arguments().isEmpty() || text.indexOf('(') < 0
                        ? ""
                        : text.substring(text.indexOf('('));
        return annotation.simpleName() + arguments;
    }

    /** Whether it is an attribute of the archive that lets callers through or not. */
    private boolean own(Placed placed) {
        String name = placed.annotation().simpleName();
        return !NO_RIGHTS.contains(name)
                && ownAttributes.computeIfAbsent(name, n -> declared(n, placed.scope()));
    }

    private boolean declared(String name, Scope scope) {
        return web.types()
                .find(name + "Attribute", scope.file())
                .or(() -> web.types().find(name, scope.file()))
                .filter(this::authorizes)
                .isPresent();
    }

    private boolean authorizes(TypeDeclaration attribute) {
        if (web.types().inherits(attribute, "AuthorizeAttribute")
                || web.types().inherits(attribute, "IAuthorizeData")) {
            return true;
        }
        boolean filter =
                FILTERS.stream().anyMatch(f -> web.types().inherits(attribute, f))
                        || web.types().inherits(attribute, "TypeFilterAttribute")
                        || web.types().inherits(attribute, "ServiceFilterAttribute");
        if (!filter
                || !(filterWithin(attribute)
                        || FILTERS.stream().anyMatch(f -> web.types().inherits(attribute, f)))) {
            return false;
        }
        String text = web.file(attribute).text();
        return REFUSALS.stream().anyMatch(text::contains);
    }

    /** The filter itself is usually a class within the attribute, or beside it in the file. */
    private boolean filterWithin(TypeDeclaration attribute) {
        return web.file(attribute).types().stream()
                .flatMap(type -> type.bases().stream())
                .anyMatch(base -> FILTERS.contains(TypeName.of(base).simpleName()));
    }

    /** What a call such as {@code RequireAuthorization("policy")} asks for; nothing for others. */
    List<String> of(Call call, Scope scope) {
        if (call.name().equals("AllowAnonymous")) {
            return List.of(ANONYMOUS);
        }
        if (!call.name().equals("RequireAuthorization")) {
            return List.of();
        }
        Set<String> needs = new LinkedHashSet<>();
        for (Argument argument : call.arguments()) {
            needs.addAll(required(argument.value(), scope));
        }
        return needs.isEmpty() ? List.of(AUTHENTICATED) : simplified(needs);
    }

    private List<String> required(Expression value, Scope scope) {
        if (value instanceof Create create) {
            List<Argument> all = new ArrayList<>(create.arguments());
            all.addAll(create.initializer());
            return authorize(all, scope);
        }
        if (value instanceof Lambda lambda) {
            String text = scope.file().text(lambda.body()).replaceAll("\\s+", " ").strip();
            return List.of(built(lambda, text, scope));
        }
        return List.of(web.text(value, scope).text());
    }

    /** A policy that is built on the spot, by what it requires. */
    private String built(Lambda lambda, String text, Scope scope) {
        Expression body = scope.file().expression(lambda.body());
        if (!lambda.block() && body instanceof Call call && call.name().startsWith("Require")) {
            return call.arguments().isEmpty()
                    ? AUTHENTICATED
                    : web.text(call.arguments().get(0).value(), scope).text();
        }
        return text.length() > 100 ? text.substring(0, 99) + "…" : text;
    }
}
