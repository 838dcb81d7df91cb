package io.digitalworker.facts.framework.aspnet;

import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.framework.aspnet.Web.Placed;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Lambda;
import io.digitalworker.facts.syntax.Expression.Numeral;
import io.digitalworker.facts.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads what endpoints and groups configure: in {@code Configure()}, or by attributes. */
final class FastEndpointConfiguration {
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
    private static final int MAX_GROUPS = 8;
    private final Web web;
    private final Access access;

    FastEndpointConfiguration(Web web) {
        this.web = web;
        this.access = new Access(web);
    }

    /** What a class configures itself. */
    FastEndpointSetup of(TypeDeclaration type) {
        FastEndpointSetup setup = new FastEndpointSetup();
        web.types()
                .member(type, "Configure")
                .ifPresent(
                        found -> {
                            Scope inner = found.scope();
                            statements(inner, found.member()).forEach(s -> apply(s, inner, setup));
                        });
        Scope scope = web.scope(type);
        type.annotations().forEach(a -> apply(a, scope, setup));
        return setup;
    }

    /** Where the group of an endpoint is. */
    Mount group(FastEndpointSetup setup, CodeFile file) {
        return group(setup.group, file, MAX_GROUPS);
    }

    static List<Statement> statements(Scope scope, Member member) {
        CodeFile file = scope.file();
        if (!member.expressionBody()) {
            return scope.locals();
        }
        Expression value = file.expression(member.body());
        return List.of(
                new Statement(
                        Statement.Kind.EXPRESSION, "", "", null, value, List.of(), member.body()));
    }

    private void apply(Annotation annotation, Scope scope, FastEndpointSetup setup) {
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

    private void apply(Statement statement, Scope scope, FastEndpointSetup setup) {
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

    private void apply(Call call, Scope scope, FastEndpointSetup setup) {
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
                    setup.group = call.typeArguments().isEmpty() ? "" : call.typeArguments().get(0);
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

    private static void version(Call call, FastEndpointSetup setup) {
        if (!call.arguments().isEmpty()
                && call.arguments().get(0).value() instanceof Numeral number) {
            setup.version = number.digits();
        }
    }

    private void described(Call call, Scope scope, FastEndpointSetup setup) {
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

    private void routes(Call call, Scope scope, FastEndpointSetup setup) {
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
        Optional<TypeDeclaration> type = name.isEmpty() ? Optional.empty() : web.type(name, file);
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
        FastEndpointSetup setup = new FastEndpointSetup();
        if (call.arguments().size() > 1
                && call.arguments().get(1).value() instanceof Lambda lambda
                && lambda.block()) {
            scope.file().statements(lambda.body()).forEach(s -> apply(s, scope, setup));
        }
        return mount.at(prefix.text(), prefix.known()).needing(List.copyOf(setup.needs));
    }
}
