package io.digitalworker.facts.framework.node;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.declaration.Import;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Input;
import io.digitalworker.facts.fact.Response;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.framework.node.Decorators.Decorator;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Mapping;
import io.digitalworker.facts.syntax.Expression.Text;
import io.digitalworker.facts.syntax.Parameter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Endpoints of routing-controllers, tsoa, inversify, Ts.ED and Overnight: classes with decorators. */
public final class DecoratedRoutes implements Framework {
    private static final Set<String> CONTROLLERS =
            Set.of("JsonController", "Controller", "Route", "controller", "RestController");
    private static final Set<String> VERBS =
            Set.of("get", "post", "put", "patch", "delete", "head", "options", "all");

    @Override
    public void extract(CodeBase code, Findings findings) {
        List<CodeFile> files = code.filesWith(Dialect.SCRIPT, CONTROLLERS.toArray(String[]::new));
        if (files.stream().noneMatch(f -> !framework(f).isEmpty())) {
            return;
        }
        Value prefix = prefix(code);
        Decorators decorators = new Decorators(code);
        for (CodeFile file : files) {
            String framework = framework(file);
            if (!framework.isEmpty() && !TestFiles.is(file.path())) {
                for (TypeDeclaration type : file.types()) {
                    if (type.kind() == TypeKind.CLASS) {
                        type(type, framework, prefix, code, decorators, findings);
                    }
                }
            }
        }
    }

    private static String framework(CodeFile file) {
        for (Import each : file.imports()) {
            String found =
                    switch (each.module()) {
                        case "routing-controllers" -> "routing-controllers";
                        case "tsoa", "@tsoa/runtime" -> "tsoa";
                        case "inversify-express-utils", "@inversifyjs/http-core" -> "inversify";
                        case "@overnightjs/core" -> "overnight";
                        default -> each.module().startsWith("@tsed/") ? "tsed" : "";
                    };
            if (!found.isEmpty()) {
                return found;
            }
        }
        return "";
    }

    /** {@code routePrefix} of routing-controllers' server. */
    private static Value prefix(CodeBase code) {
        List<Value> found = new ArrayList<>();
        for (CodeFile file :
                code.filesWith(
                        Dialect.SCRIPT,
                        "createExpressServer",
                        "useExpressServer",
                        "createKoaServer",
                        "useKoaServer",
                        "createServer")) {
            if (TestFiles.is(file.path())) {
                continue;
            }
            ScriptWalk.over(
                    file,
                    (e, scope, caller) -> {
                        boolean server =
                                e instanceof Call call
                                        && call.name()
                                                .matches(
                                                        "(create|use)(Express|Koa)Server|createServer");
                        if (server && e instanceof Call call) {
                            for (Argument argument : call.arguments()) {
                                Located at = code.symbols().definition(argument.value(), scope);
                                Expression route =
                                        at.expression() instanceof Mapping m
                                                ? m.get("routePrefix")
                                                : null;
                                if (route != null) {
                                    found.add(new NestConfig(code).value(route, at.scope()));
                                }
                            }
                        }
                    });
        }
        return found.isEmpty() ? new Value("", true, true) : found.get(0);
    }

    private static void type(
            TypeDeclaration type,
            String framework,
            Value prefix,
            CodeBase code,
            Decorators decorators,
            Findings findings) {
        List<Decorator> own = decorators.of(type);
        Optional<Decorator> controller =
                own.stream().filter(d -> CONTROLLERS.contains(d.name())).findFirst();
        if (controller.isEmpty()) {
            return;
        }
        Value base =
                controller
                        .get()
                        .argument(0)
                        .map(a -> value(a, controller.get().scope(), code))
                        .orElse(new Value("", true, true));
        Set<String> seen = new HashSet<>();
        for (TypeDeclaration each : code.symbols().types().lineage(type)) {
            for (Member member : each.members()) {
                boolean handler =
                        member.kind() == MemberKind.METHOD || member.kind() == MemberKind.PROPERTY;
                if (handler && !member.annotations().isEmpty() && seen.add(member.name())) {
                    for (Decorator decorator : decorators.of(each, member)) {
                        route(
                                type,
                                member,
                                decorator,
                                own,
                                framework,
                                prefix,
                                base,
                                code,
                                decorators.of(each, member),
                                findings);
                    }
                }
            }
        }
    }

    private static Value value(Expression expression, Scope scope, CodeBase code) {
        Expression path = expression instanceof Mapping options ? options.get("path") : expression;
        return path == null ? new Value("", true, true) : code.values().first(path, scope);
    }

    private static @Nullable String verb(Decorator decorator) {
        String name = decorator.name().replaceFirst("^http(?=[A-Z])", "").toLowerCase(Locale.ROOT);
        boolean all = name.equals("all");
        return VERBS.contains(name) ? all ? "ANY" : name.toUpperCase(Locale.ROOT) : null;
    }

    private static void route(
            TypeDeclaration type,
            Member member,
            Decorator decorator,
            List<Decorator> ofType,
            String framework,
            Value prefix,
            Value base,
            CodeBase code,
            List<Decorator> ofMember,
            Findings findings) {
        String verb = verb(decorator);
        if (verb == null) {
            return;
        }
        Value own =
                decorator
                        .argument(0)
                        .map(a -> value(a, decorator.scope(), code))
                        .orElse(new Value("", true, true));
        boolean known = prefix.known() && base.known() && own.known();
        boolean literal = prefix.text().isEmpty() && base.literal() && own.literal();
        String path = Paths.of(Paths.join(prefix.text(), base.text() + "/" + own.text()));
        if (!known) {
            findings.unresolved(
                    "endpoint", verb + " " + path, "the path is not a constant", member.evidence());
        }
        List<Input> inputs = new ArrayList<>();
        String request = inputs(member, inputs);
        for (Input each : Paths.parameters(path)) {
            if (inputs.stream().noneMatch(i -> i.name().equals(each.name()))) {
                inputs.add(each);
            }
        }
        findings.add(
                new Endpoint(
                        verb,
                        path,
                        List.of(),
                        type.name() + "." + member.name(),
                        framework,
                        inputs,
                        request,
                        responses(member, ofMember),
                        needs(ofType, ofMember),
                        List.of(),
                        known
                                ? literal ? Confidence.LITERAL : Confidence.RESOLVED
                                : Confidence.UNRESOLVED,
                        member.evidence()));
    }

    private static @Nullable String inputs(Member member, List<Input> inputs) {
        String request = null;
        for (Parameter parameter : member.parameters()) {
            for (Annotation annotation : parameter.annotations()) {
                String name =
                        annotation
                                .argument(0)
                                .map(a -> a instanceof Text t ? t.value() : "")
                                .orElse("");
                String shown = name.isEmpty() ? parameter.name() : name;
                switch (annotation.simpleName()) {
                    case "Param", "Path", "requestParam", "PathParams" ->
                            inputs.add(new Input(shown, "path", parameter.type(), true));
                    case "QueryParam", "Query", "queryParam", "QueryParams" ->
                            inputs.add(new Input(shown, "query", parameter.type(), false));
                    case "HeaderParam", "Header", "requestHeaders" ->
                            inputs.add(new Input(shown, "header", parameter.type(), false));
                    case "Body", "requestBody", "BodyParams" ->
                            request = parameter.type().isEmpty() ? "any" : parameter.type();
                    default -> {}
                }
            }
        }
        return request;
    }

    private static List<Response> responses(Member member, List<Decorator> decorators) {
        int status = 200;
        for (Decorator each : decorators) {
            if (each.name().equals("HttpCode") || each.name().equals("SuccessResponse")) {
                int said = Requests.status(each.written(0).replaceAll("['\"]", ""));
                status = said == 0 ? status : said;
            }
        }
        String type = ClassFields.unwrapped(member.type());
        return List.of(new Response(status, type.equals("void") || type.equals("any") ? "" : type));
    }

    private static List<String> needs(List<Decorator> ofType, List<Decorator> ofMember) {
        Set<String> needs = new LinkedHashSet<>();
        List<Decorator> all = new ArrayList<>(ofType);
        all.addAll(ofMember);
        for (Decorator each : all) {
            boolean authorized = each.name().equals("Authorized") || each.name().equals("Security");
            if (authorized && each.arguments().isEmpty()) {
                needs.add("authenticated");
            }
            for (int i = 0; i < each.arguments().size(); i++) {
                boolean middleware =
                        each.name().equals("UseBefore")
                                || each.name().equals("Middlewares")
                                || each.name().equals("Middleware")
                                || each.name().startsWith("http")
                                || each.name().equals("controller");
                if (authorized
                        || (middleware
                                && Authorization.guards(each.written(i))
                                && !(each.arguments().get(i).value() instanceof Text))) {
                    needs.add(each.written(i));
                }
            }
        }
        return List.copyOf(needs);
    }
}
