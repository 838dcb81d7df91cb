package io.digitalworker.facts.framework.node;

import com.google.re2j.Pattern;
import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Value;
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
import io.digitalworker.facts.framework.node.NestApplications.Application;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Mapping;
import io.digitalworker.facts.syntax.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Endpoints of NestJS controllers, below the prefixes and versions of their applications. */
public final class NestJs implements Framework {
    private static final Map<String, String> METHODS =
            Map.ofEntries(
                    Map.entry("Get", "GET"),
                    Map.entry("Post", "POST"),
                    Map.entry("Put", "PUT"),
                    Map.entry("Delete", "DELETE"),
                    Map.entry("Patch", "PATCH"),
                    Map.entry("Options", "OPTIONS"),
                    Map.entry("Head", "HEAD"),
                    Map.entry("Search", "SEARCH"),
                    Map.entry("Sse", "GET"),
                    Map.entry("All", "ANY"));
    private static final Map<String, Integer> ANSWERS =
            Map.ofEntries(
                    Map.entry("ApiOkResponse", 200),
                    Map.entry("ApiCreatedResponse", 201),
                    Map.entry("ApiAcceptedResponse", 202),
                    Map.entry("ApiNoContentResponse", 204),
                    Map.entry("ApiBadRequestResponse", 400),
                    Map.entry("ApiUnauthorizedResponse", 401),
                    Map.entry("ApiForbiddenResponse", 403),
                    Map.entry("ApiNotFoundResponse", 404),
                    Map.entry("ApiConflictResponse", 409),
                    Map.entry("ApiUnprocessableEntityResponse", 422),
                    Map.entry("ApiInternalServerErrorResponse", 500));
    private static final Set<String> ANONYMOUS =
            Set.of(
                    "Public",
                    "SkipAuth",
                    "AllowAnonymous",
                    "NoAuth",
                    "IsPublic",
                    "PublicRoute",
                    "Unprotected");
    private static final Set<String> RIGHTS =
            Set.of(
                    "Roles",
                    "Role",
                    "Permissions",
                    "RequirePermissions",
                    "RequirePermission",
                    "RequireRoles",
                    "HasRoles",
                    "HasPermissions",
                    "CheckPolicies",
                    "Scopes",
                    "Authorized",
                    "RolesAllowed");

    /** What is known of a controller. */
    private record Controller(
            TypeDeclaration type,
            List<Decorator> decorators,
            List<Value> paths,
            List<String> versions) {}

    private record Route(String method, Value path) {}

    @Override
    public void extract(CodeBase code, Findings findings) {
        List<CodeFile> files = code.filesWith(Dialect.SCRIPT, "Controller");
        boolean nest =
                code.files(Dialect.SCRIPT).stream()
                        .flatMap(f -> f.imports().stream())
                        .anyMatch(i -> i.module().startsWith("@nestjs/"));
        if (nest && !files.isEmpty()) {
            new Extraction(code, findings).all(code.files(Dialect.SCRIPT));
        }
    }

    private static final class Extraction {
        private final CodeBase code;
        private final Findings findings;
        private final Decorators decorators;
        private final NestApplications applications;

        Extraction(CodeBase code, Findings findings) {
            this.code = code;
            this.findings = findings;
            this.decorators = new Decorators(code);
            this.applications = new NestApplications(code, decorators);
        }

        void all(List<CodeFile> files) {
            for (CodeFile file : files) {
                if (TestFiles.is(file.path())) {
                    continue;
                }
                for (TypeDeclaration type : file.types()) {
                    boolean candidate =
                            type.kind() == TypeKind.CLASS
                                    && !type.annotations().isEmpty()
                                    && !type.has("abstract");
                    if (candidate) {
                        controller(type);
                    }
                }
            }
        }

        private void controller(TypeDeclaration type) {
            List<Decorator> own = decorators.of(type);
            Optional<Decorator> found =
                    own.stream().filter(d -> d.name().equals("Controller")).findFirst();
            if (found.isEmpty() || !nestImport(found.get())) {
                return;
            }
            Controller controller = controller(type, own, found.get());
            Set<String> seen = new LinkedHashSet<>();
            for (TypeDeclaration each : code.symbols().types().lineage(type)) {
                for (Member member : each.members()) {
                    boolean method =
                            member.kind() == MemberKind.METHOD
                                    || member.kind() == MemberKind.PROPERTY;
                    if (method && seen.add(member.name())) {
                        handler(controller, each, member);
                    }
                }
            }
        }

        /** Other frameworks have controllers too. */
        private static boolean nestImport(Decorator decorator) {
            return decorator.scope().file().imports().stream()
                    .filter(i -> i.alias().equals("Controller"))
                    .allMatch(i -> i.module().startsWith("@nestjs/"));
        }

        private Controller controller(
                TypeDeclaration type, List<Decorator> own, Decorator decorator) {
            Optional<Expression> argument = decorator.argument(0);
            Expression given =
                    argument.map(a -> code.symbols().definition(a, decorator.scope()).expression())
                            .orElse(null);
            Scope scope =
                    argument.map(a -> code.symbols().definition(a, decorator.scope()).scope())
                            .orElse(decorator.scope());
            List<Value> paths = new ArrayList<>();
            List<String> versions = new ArrayList<>();
            if (given instanceof Mapping options) {
                Expression path = options.get("path");
                paths.addAll(path == null ? List.of() : code.values().items(path, scope));
                Expression version = options.get("version");
                versions.addAll(
                        version == null ? List.of() : applications.versions(version, scope));
            } else if (given != null) {
                paths.addAll(code.values().items(given, scope));
            }
            versions.addAll(versions(own));
            return new Controller(
                    type,
                    own,
                    paths.isEmpty() ? List.of(new Value("", true, true)) : paths,
                    versions);
        }

        private List<String> versions(List<Decorator> all) {
            List<String> versions = new ArrayList<>();
            for (Decorator each : all) {
                if (each.name().equals("Version") && each.argument(0).isPresent()) {
                    versions.addAll(applications.versions(each.argument(0).get(), each.scope()));
                }
            }
            return versions;
        }

        private void handler(Controller controller, TypeDeclaration home, Member member) {
            if (member.annotations().isEmpty()) {
                return;
            }
            List<Decorator> own = decorators.of(home, member);
            List<Route> routes = new ArrayList<>();
            for (Decorator each : own) {
                String method = METHODS.get(each.name());
                if (method != null && !graphql(each)) {
                    List<Value> paths =
                            each.argument(0)
                                    .map(p -> code.values().items(p, each.scope()))
                                    .orElse(List.of(new Value("", true, true)));
                    paths.forEach(p -> routes.add(new Route(method, p)));
                }
            }
            List<Application> homes = applications.of(controller.type());
            for (Route route : routes) {
                if (homes.isEmpty()) {
                    emit(controller, home, member, own, route, null);
                }
                homes.forEach(app -> emit(controller, home, member, own, route, app));
            }
        }

        private static boolean graphql(Decorator decorator) {
            return decorator.scope().file().imports().stream()
                    .anyMatch(
                            i ->
                                    i.alias().equals(decorator.name())
                                            && i.module().contains("graphql"));
        }

        private void emit(
                Controller controller,
                TypeDeclaration home,
                Member member,
                List<Decorator> own,
                Route route,
                @Nullable Application application) {
            Value module = applications.pathOf(controller.type());
            Set<String> paths = new LinkedHashSet<>();
            boolean literal = true;
            boolean known = module.known() && route.path().known();
            for (Value base : controller.paths()) {
                known &= base.known();
                String below = Paths.join(module.text() + "/" + base.text(), route.path().text());
                literal &= base.literal() && route.path().literal() && module.text().isEmpty();
                for (String version : versioned(controller, own, application)) {
                    paths.add(full(version, below, application));
                }
            }
            if (application != null && !application.prefix().text().isEmpty()) {
                known &= application.prefix().known();
                literal = false;
            }
            boolean plain = application == null || application.version() == null;
            literal &= plain && home.equals(controller.type());
            Confidence sure =
                    !known
                            ? Confidence.UNRESOLVED
                            : literal ? Confidence.LITERAL : Confidence.RESOLVED;
            for (String path : paths) {
                endpoint(controller, home, member, own, route.method(), path, application, sure);
            }
        }

        private static String full(
                String version, String below, @Nullable Application application) {
            if (application == null) {
                return below;
            }
            String versioned = version.isEmpty() ? below : Paths.join("/" + version, below);
            return excluded(application, below)
                    ? versioned
                    : Paths.join(application.prefix().text(), versioned);
        }

        private static boolean excluded(Application application, String path) {
            for (String each : application.excluded()) {
                String pattern = each.replaceAll("\\{\\*?\\w*\\}", "\u0000");
                String quoted = Pattern.quote(pattern).replace("\u0000", "\\E.*\\Q");
                if (Pattern.matches(quoted, path)) {
                    return true;
                }
            }
            return false;
        }

        /** What stands in the path for each version; empty for none. */
        private List<String> versioned(
                Controller controller, List<Decorator> own, @Nullable Application application) {
            String prefix = application == null ? null : application.version();
            if (application == null || prefix == null) {
                return List.of("");
            }
            List<String> versions = versions(own);
            versions = versions.isEmpty() ? controller.versions() : versions;
            versions = versions.isEmpty() ? application.defaultVersions() : versions;
            return versions.isEmpty()
                    ? List.of("")
                    : versions.stream().map(v -> v.isEmpty() ? "" : prefix + v).distinct().toList();
        }

        private void endpoint(
                Controller controller,
                TypeDeclaration home,
                Member member,
                List<Decorator> own,
                String method,
                String path,
                @Nullable Application application,
                Confidence sure) {
            if (sure == Confidence.UNRESOLVED) {
                findings.unresolved(
                        "endpoint",
                        method + " " + path,
                        "the path is not a constant",
                        member.evidence());
            }
            List<Input> inputs = new ArrayList<>();
            String request = inputs(home, member, inputs);
            for (Input each : Paths.parameters(path)) {
                boolean named =
                        inputs.stream()
                                .anyMatch(
                                        i -> i.in().equals("path") && i.name().equals(each.name()));
                if (!named) {
                    inputs.add(each);
                }
            }
            findings.add(
                    new Endpoint(
                            method,
                            path,
                            List.of(),
                            controller.type().name() + "." + member.name(),
                            "nestjs",
                            inputs,
                            request,
                            responses(method, member, own),
                            authorization(controller, own, application),
                            List.of(),
                            sure,
                            member.evidence()));
        }

        // ---- what it takes and answers

        private @Nullable String inputs(TypeDeclaration home, Member member, List<Input> inputs) {
            String request = null;
            CodeFile file = code.fileOf(home);
            for (Parameter parameter : member.parameters()) {
                for (Annotation annotation : parameter.annotations()) {
                    String name =
                            annotation
                                    .argument(0)
                                    .map(a -> a instanceof Expression.Text t ? t.value() : "")
                                    .orElse("");
                    switch (annotation.simpleName()) {
                        case "Param" -> add(name, "path", parameter, file, inputs);
                        case "Query" -> add(name, "query", parameter, file, inputs);
                        case "Headers" -> add(name, "header", parameter, file, inputs);
                        case "UploadedFile", "UploadedFiles" ->
                                inputs.add(
                                        new Input(
                                                parameter.name(), "form", parameter.type(), true));
                        case "Body" -> {
                            boolean whole = request == null || name.isEmpty();
                            request =
                                    whole
                                            ? parameter.type().isEmpty() ? "any" : parameter.type()
                                            : request;
                        }
                        default -> {}
                    }
                }
            }
            return request;
        }

        private void add(
                String name, String in, Parameter parameter, CodeFile file, List<Input> inputs) {
            boolean required =
                    in.equals("path")
                            || (!parameter.name().endsWith("?")
                                    && parameter.defaultValue() == null);
            if (!name.isEmpty()) {
                inputs.add(
                        new Input(
                                name,
                                in,
                                parameter.type(),
                                in.equals("path") || (required && in.equals("header"))));
                return;
            }
            Optional<TypeDeclaration> type = code.symbols().types().find(parameter.type(), file);
            if (type.isEmpty() || parameter.type().isEmpty() || in.equals("header")) {
                return;
            }
            for (TypeDeclaration each : code.symbols().types().lineage(type.get())) {
                for (Member field : each.members()) {
                    boolean property =
                            field.kind() == MemberKind.PROPERTY || field.kind() == MemberKind.FIELD;
                    if (property && !field.has("static")) {
                        boolean optional = ClassFields.optional(field, code.fileOf(each));
                        inputs.add(new Input(field.name(), in, field.type(), !optional));
                    }
                }
            }
        }

        private static List<Response> responses(String method, Member member, List<Decorator> own) {
            Map<Integer, String> answers = new LinkedHashMap<>();
            int success = method.equals("POST") ? 201 : 200;
            for (Decorator each : own) {
                if (each.name().equals("HttpCode")) {
                    int status = Requests.status(each.written(0));
                    success = status == 0 ? success : status;
                }
            }
            String type = ClassFields.unwrapped(member.type());
            answers.put(success, type.equals("void") || type.equals("any") ? "" : type);
            for (Decorator each : own) {
                Integer named = ANSWERS.get(each.name());
                Expression options = each.argument(0).orElse(null);
                Mapping mapping = options instanceof Mapping m ? m : null;
                if (named != null || (each.name().equals("ApiResponse") && mapping != null)) {
                    Expression status = mapping == null ? null : mapping.get("status");
                    int code =
                            named != null
                                    ? named
                                    : status == null
                                            ? 200
                                            : Requests.status(
                                                    each.scope().file().text(status.span()));
                    answer(code, mapping == null ? null : mapping.get("type"), each, answers);
                }
            }
            return answers.entrySet().stream()
                    .filter(e -> e.getKey() >= 100 && e.getKey() < 600)
                    .map(e -> new Response(e.getKey(), e.getValue()))
                    .toList();
        }

        private static void answer(
                int status,
                @Nullable Expression type,
                Decorator decorator,
                Map<Integer, String> answers) {
            CodeFile file = decorator.scope().file();
            Expression plain = type == null ? null : Decorators.answered(type, file);
            String written = "";
            if (plain instanceof Expression.Sequence list && !list.items().isEmpty()) {
                written = file.text(list.items().get(0).span()) + "[]";
            } else if (plain != null) {
                written = Authorization.written(file.text(plain.span()));
            }
            if (written.isEmpty()) {
                answers.putIfAbsent(status, "");
            } else {
                answers.put(status, written);
            }
        }

        private static List<String> authorization(
                Controller controller, List<Decorator> own, @Nullable Application application) {
            Set<String> needs = new LinkedHashSet<>();
            if (application != null) {
                needs.addAll(application.guards());
            }
            needs(controller.decorators(), needs);
            needs(own, needs);
            boolean open =
                    own.stream().anyMatch(d -> ANONYMOUS.contains(d.name()))
                            || controller.decorators().stream()
                                    .anyMatch(d -> ANONYMOUS.contains(d.name()));
            return open ? List.of("anonymous") : List.copyOf(needs);
        }

        private static void needs(List<Decorator> all, Set<String> needs) {
            for (Decorator each : all) {
                boolean guards = each.name().equals("UseGuards");
                if (guards || RIGHTS.contains(each.name())) {
                    for (int i = 0; i < each.arguments().size(); i++) {
                        String text = each.written(i);
                        if (!guards || Authorization.guards(text)) {
                            needs.add(text);
                        }
                    }
                }
            }
        }
    }
}
