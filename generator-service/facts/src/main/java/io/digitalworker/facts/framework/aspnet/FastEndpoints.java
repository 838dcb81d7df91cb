package io.digitalworker.facts.framework.aspnet;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.framework.aspnet.Web.Placed;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Lambda;
import io.digitalworker.facts.syntax.Expression.Numeral;
import io.digitalworker.facts.syntax.Expression.Select;
import io.digitalworker.facts.syntax.Parameter;
import io.digitalworker.facts.syntax.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Endpoint classes of FastEndpoints: {@code Configure()} or attributes say where they are. */
public final class FastEndpoints implements Framework {
    private static final String NAME = "fastendpoints";
    private static final int MAX_GROUPS = 8;
    private static final Map<String, String> VERBS =
            Map.of(
                    "Get", "GET", "Post", "POST", "Put", "PUT", "Delete", "DELETE", "Patch",
                    "PATCH", "Head", "HEAD");
    private static final Map<String, String> ATTRIBUTES =
            Map.of(
                    "HttpGet",
                    "GET",
                    "HttpPost",
                    "POST",
                    "HttpPut",
                    "PUT",
                    "HttpDelete",
                    "DELETE",
                    "HttpPatch",
                    "PATCH");

    @Override
    public void extract(CodeBase code, Findings findings) {
        boolean used =
                code.files(Dialect.CSHARP).stream().anyMatch(file -> file.mayHold("FastEndpoints"));
        if (used) {
            Web web = new Web(code);
            new Reading(web, new Settings(web), findings).read();
        }
    }

    /** What {@code UseFastEndpoints(c => …)} sets, by project. */
    private static final class Settings {
        private final Web web;
        private final Map<String, Map<String, String>> byProject = new LinkedHashMap<>();

        Settings(Web web) {
            this.web = web;
            for (CodeFile file :
                    web.code().filesWith(Dialect.CSHARP, "UseFastEndpoints", "MapFastEndpoints")) {
                if (!web.projects().tests(file)) {
                    file.topLevel().forEach(s -> read(s, Scope.of(file)));
                    for (TypeDeclaration type : file.types()) {
                        for (Member member : type.members()) {
                            if (!member.body().isEmpty()
                                    && file.text(member.body()).contains("FastEndpoints(")) {
                                Scope scope = Scope.of(file, type, member);
                                statements(scope, member).forEach(s -> read(s, scope));
                            }
                        }
                    }
                }
            }
        }

        private void read(Statement statement, Scope scope) {
            statement
                    .value()
                    .walk(
                            each -> {
                                if (each instanceof Call call
                                        && call.name().endsWith("FastEndpoints")) {
                                    call.arguments().forEach(a -> configured(a.value(), scope));
                                }
                            });
        }

        private void configured(Expression value, Scope scope) {
            if (value instanceof Lambda lambda) {
                List<Statement> statements = scope.file().statements(lambda.body());
                for (Statement statement : statements) {
                    if (statement.target() instanceof Select select) {
                        String key = Web.dotted(select);
                        String tail = key.substring(key.indexOf('.') + 1);
                        Value text = web.text(statement.value(), scope.with(statements));
                        byProject
                                .computeIfAbsent(
                                        web.projects().of(scope.file()), p -> new LinkedHashMap<>())
                                .put(tail, text.text());
                    }
                }
            }
        }

        String get(CodeFile file, String key) {
            String project = web.projects().of(file);
            Map<String, String> own = byProject.get(project);
            if (own == null) {
                own = Map.of();
                for (Map.Entry<String, Map<String, String>> entry : byProject.entrySet()) {
                    if (web.projects().related(entry.getKey(), project)) {
                        own = entry.getValue();
                        break;
                    }
                }
            }
            return own.getOrDefault(key, "");
        }
    }

    private static List<Statement> statements(Scope scope, Member member) {
        CodeFile file = scope.file();
        if (!member.expressionBody()) {
            return scope.locals();
        }
        Expression value = file.expression(member.body());
        return List.of(
                new Statement(
                        Statement.Kind.EXPRESSION, "", "", null, value, List.of(), member.body()));
    }

    /** What one class, or a group that it belongs to, sets. */
    private static final class Setup {
        private final Set<String> methods = new LinkedHashSet<>();
        private final List<Value> routes = new ArrayList<>();
        private final Set<String> needs = new LinkedHashSet<>();
        private final List<Call> described = new ArrayList<>();
        private String version = "";
        private String group = "";
        private boolean overridden;
        private String prefix = "";
    }

    /** Reads all classes. */
    private static final class Reading {
        private final Web web;
        private final Settings settings;
        private final Access access;
        private final Findings findings;

        Reading(Web web, Settings settings, Findings findings) {
            this.web = web;
            this.settings = settings;
            this.access = new Access(web);
            this.findings = findings;
        }

        void read() {
            for (CodeFile file : web.code().files(Dialect.CSHARP)) {
                if (!web.projects().tests(file)) {
                    for (TypeDeclaration type : file.types()) {
                        if (!type.has("abstract") && !type.bases().isEmpty()) {
                            base(type).ifPresent(base -> endpoint(type, base));
                        }
                    }
                }
            }
        }

        /** The base of the library, as written: {@code Endpoint<TRequest, TResponse>}. */
        private Optional<String> base(TypeDeclaration type) {
            return web.types().basesAbove(type).stream()
                    .map(base -> base.replaceFirst("\\(.*", ""))
                    .filter(FastEndpoints::isBase)
                    .findFirst();
        }

        private void endpoint(TypeDeclaration type, String base) {
            Setup setup = new Setup();
            Scope scope = web.scope(type);
            web.types()
                    .member(type, "Configure")
                    .ifPresent(
                            found -> {
                                Scope inner = found.scope();
                                statements(inner, found.member())
                                        .forEach(s -> apply(s, inner, setup));
                            });
            type.annotations().forEach(a -> apply(a, scope, setup));
            if (setup.routes.isEmpty() || setup.methods.isEmpty()) {
                return;
            }
            for (Value route : setup.routes) {
                routed(type, base, setup, route);
            }
        }

        private void routed(TypeDeclaration type, String base, Setup setup, Value route) {
            Mount group = group(setup.group, web.file(type), MAX_GROUPS);
            if (!route.known() || !group.known()) {
                findings.unresolved(
                        "endpoint",
                        group.prefix() + "/" + route.text(),
                        "not a constant",
                        type.evidence());
                return;
            }
            CodeFile file = web.file(type);
            String global =
                    setup.overridden ? setup.prefix : settings.get(file, "Endpoints.RoutePrefix");
            String path = Template.joined(Template.joined(global, group.prefix()), route.text());
            String full = versioned(path, setup.version, file);
            boolean literal = route.literal() && full.equals(route.text());
            for (String method : setup.methods) {
                Template template = Template.of(full);
                findings.add(fact(type, base, setup, group, method, template, literal));
            }
        }

        private String versioned(String path, String version, CodeFile file) {
            String given =
                    version.isEmpty() ? settings.get(file, "Versioning.DefaultVersion") : version;
            boolean on =
                    !settings.get(file, "Versioning.Prefix").isEmpty()
                            || !settings.get(file, "Versioning.PrependToRoute").isEmpty();
            if (given.isEmpty() || given.equals("0") || (!on && version.isEmpty())) {
                return path;
            }
            String letter = settings.get(file, "Versioning.Prefix");
            String segment = (letter.isEmpty() ? "v" : letter) + given;
            boolean before =
                    settings.get(file, "Versioning.PrependToRoute").equals("true")
                            || settings.get(file, "Versioning.PrependToRoute").equals("{true}");
            return before ? prepended(path, segment, file) : Template.joined(path, segment);
        }

        /** Behind the prefix of all routes. */
        private String prepended(String path, String segment, CodeFile file) {
            String global = settings.get(file, "Endpoints.RoutePrefix");
            return !global.isEmpty() && path.startsWith(global)
                    ? Template.joined(
                            Template.joined(global, segment), path.substring(global.length()))
                    : Template.joined(segment, path);
        }

        private Endpoint fact(
                TypeDeclaration type,
                String base,
                Setup setup,
                Mount group,
                String method,
                Template template,
                boolean literal) {
            String request = requestOf(base);
            Scope scope = web.scope(type);
            Inputs inputs = new Inputs(web, template, method, Inputs.Rules.MINIMAL);
            boolean body =
                    !method.equals("GET") && !method.equals("HEAD") && !method.equals("DELETE");
            if (!request.isEmpty()) {
                fields(inputs, request, scope, template, body);
            }
            Answers answers = new Answers(web);
            setup.described.forEach(call -> answers.called(call, scope));
            String response = responseOf(base);
            answers.returned(response.isEmpty() ? "IResult" : response);
            Set<String> needs = new LinkedHashSet<>(setup.needs);
            needs.addAll(setup.needs.contains(Access.ANONYMOUS) ? List.of() : group.needs());
            if (needs.isEmpty()) {
                needs.add(Access.AUTHENTICATED);
            }
            return new Endpoint(
                    method,
                    template.path(),
                    List.of(),
                    type.name(),
                    NAME,
                    inputs.done(),
                    body && !request.isEmpty() && !request.equals("EmptyRequest")
                            ? request
                            : inputs.request(),
                    answers.done(),
                    Access.simplified(needs),
                    List.of(),
                    literal ? Confidence.LITERAL : Confidence.RESOLVED,
                    type.evidence());
        }

        /** Properties of the request are bound from the path by name, the rest from the query or body. */
        private void fields(
                Inputs inputs, String request, Scope scope, Template template, boolean body) {
            Optional<TypeDeclaration> type = web.type(request, scope.file());
            if (type.isEmpty()) {
                return;
            }
            Scope inner = web.scope(type.get());
            List<Parameter> bound = new ArrayList<>();
            for (Parameter property : inputs.properties(type.get())) {
                boolean marked =
                        property.annotations().stream()
                                .anyMatch(
                                        a ->
                                                a.name().startsWith("From")
                                                        || a.is("QueryParam")
                                                        || a.is("RouteParam"));
                if (marked || template.has(property.name()) || !body) {
                    bound.add(property);
                }
            }
            inputs.add(bound, inner);
        }

        // ---- what is set

        private void apply(Annotation annotation, Scope scope, Setup setup) {
            String method = ATTRIBUTES.get(annotation.simpleName());
            if (method != null) {
                setup.methods.add(method);
                annotation.arguments().stream()
                        .filter(a -> a.name() == null)
                        .forEach(a -> setup.routes.add(web.text(a.value(), scope)));
            } else if (annotation.is("AllowAnonymous")) {
                setup.needs.add(Access.ANONYMOUS);
            } else if (annotation.is("Authorize")) {
                setup.needs.addAll(access.of(List.of(new Placed(annotation, scope))));
            } else if (annotation.is("Group")) {
                setup.group = Web.argumentOf(annotation, scope.file());
            }
        }

        private void apply(Statement statement, Scope scope, Setup setup) {
            Expression root = statement.value();
            while (root instanceof Call chained && chained.receiver() instanceof Call inner) {
                root = inner;
            }
            if (root instanceof Call call) {
                apply(call, scope, setup);
            }
            if (statement.value() instanceof Call call && !call.equals(root)) {
                apply(call, scope, setup);
            }
        }

        private void apply(Call call, Scope scope, Setup setup) {
            String verb = VERBS.get(call.name());
            boolean own = call.receiver() == null || Web.dotted(call.receiver()).equals("this");
            if (verb != null && own) {
                setup.methods.add(verb);
                routes(call, scope, setup);
                return;
            }
            switch (call.name()) {
                case "Routes" -> routes(call, scope, setup);
                case "Verbs" ->
                        call.arguments().forEach(a -> setup.methods.add(method(a.value(), scope)));
                case "AllowAnonymous" -> setup.needs.add(Access.ANONYMOUS);
                case "Roles",
                        "Policies",
                        "Permissions",
                        "Claims",
                        "Scopes",
                        "PermissionsAll",
                        "ClaimsAll" ->
                        call.arguments()
                                .forEach(a -> setup.needs.add(web.text(a.value(), scope).text()));
                case "Group" ->
                        setup.group =
                                call.typeArguments().isEmpty() ? "" : call.typeArguments().get(0);
                case "Version" -> version(call, setup);
                case "RoutePrefixOverride" -> {
                    setup.overridden = true;
                    call.arguments().stream()
                            .findFirst()
                            .ifPresent(a -> setup.prefix = web.text(a.value(), scope).text());
                }
                case "Description", "Options" -> described(call, scope, setup);
                default -> {}
            }
        }

        private static void version(Call call, Setup setup) {
            if (!call.arguments().isEmpty()
                    && call.arguments().get(0).value() instanceof Numeral number) {
                setup.version = number.digits();
            }
        }

        private void described(Call call, Scope scope, Setup setup) {
            for (Argument argument : call.arguments()) {
                if (argument.value() instanceof Lambda lambda) {
                    List<Statement> statements =
                            lambda.block() ? scope.file().statements(lambda.body()) : List.of();
                    List<Expression> values =
                            new ArrayList<>(statements.stream().map(Statement::value).toList());
                    if (!lambda.block()) {
                        values.add(scope.file().expression(lambda.body()));
                    }
                    values.forEach(
                            value ->
                                    value.walk(
                                            each -> {
                                                if (each instanceof Call inner) {
                                                    setup.described.add(inner);
                                                    setup.needs.addAll(access.of(inner, scope));
                                                }
                                            }));
                }
            }
        }

        private void routes(Call call, Scope scope, Setup setup) {
            for (Argument argument : call.arguments()) {
                if (!(argument.value() instanceof Lambda)) {
                    setup.routes.add(web.text(argument.value(), scope));
                }
            }
        }

        private String method(Expression value, Scope scope) {
            String dotted = Web.dotted(value);
            String last = dotted.substring(dotted.lastIndexOf('.') + 1);
            String text = last.isEmpty() ? web.text(value, scope).text() : last;
            return text.toUpperCase(Locale.ROOT);
        }

        /** Where a group is: {@code Configure("admin", ep => …)} in its constructor. */
        private Mount group(String name, CodeFile file, int steps) {
            Optional<TypeDeclaration> type =
                    name.isEmpty() ? Optional.empty() : web.type(name, file);
            if (type.isEmpty() || steps <= 0) {
                return Mount.ROOT;
            }
            Mount mount = Mount.ROOT;
            for (String base : type.get().bases()) {
                TypeName written = TypeName.of(base);
                if (written.simpleName().equals("SubGroup")) {
                    mount = group(written.argument(), web.file(type.get()), steps - 1);
                }
            }
            for (Member member : type.get().members()) {
                if (member.kind() == MemberKind.CONSTRUCTOR) {
                    Scope scope = Scope.of(web.file(type.get()), type.get(), member);
                    for (Statement statement : statements(scope, member)) {
                        mount = grouped(mount, statement, scope);
                    }
                }
            }
            return mount;
        }

        private Mount grouped(Mount mount, Statement statement, Scope scope) {
            if (!(statement.value() instanceof Call call)
                    || !call.name().equals("Configure")
                    || call.arguments().isEmpty()) {
                return mount;
            }
            Value prefix = web.text(call.arguments().get(0).value(), scope);
            Setup setup = new Setup();
            if (call.arguments().size() > 1
                    && call.arguments().get(1).value() instanceof Lambda lambda
                    && lambda.block()) {
                scope.file().statements(lambda.body()).forEach(s -> apply(s, scope, setup));
            }
            return mount.at(prefix.text(), prefix.known()).needing(List.copyOf(setup.needs));
        }
    }

    private static boolean isBase(String base) {
        String name = base.contains("<") ? base.substring(0, base.indexOf('<')) : base;
        String simple = name.substring(name.lastIndexOf('.') + 1);
        return Set.of(
                                "Endpoint",
                                "EndpointWithoutRequest",
                                "EndpointWithMapping",
                                "EndpointWithMapper",
                                "EndpointWithoutRequestAndMapper")
                        .contains(simple)
                || name.startsWith("Ep.");
    }

    private static String requestOf(String base) {
        if (base.startsWith("Ep.")) {
            int at = base.indexOf("Req<");
            return at < 0 ? "" : TypeName.of(base.substring(at)).argument();
        }
        return base.contains("WithoutRequest") ? "" : TypeName.of(base).argument();
    }

    private static String responseOf(String base) {
        if (base.startsWith("Ep.")) {
            int at = base.indexOf("Res<");
            return at < 0 ? "" : TypeName.of(base.substring(at)).argument();
        }
        List<String> arguments = TypeName.of(base).arguments();
        int at = base.contains("WithoutRequest") ? 0 : 1;
        String response = arguments.size() > at ? arguments.get(at) : "";
        return response.equals("EmptyResponse") ? "" : response;
    }
}
