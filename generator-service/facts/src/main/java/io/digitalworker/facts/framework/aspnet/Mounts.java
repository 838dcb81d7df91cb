package io.digitalworker.facts.framework.aspnet;

import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Symbol;
import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Binary;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Conditional;
import io.digitalworker.facts.syntax.Expression.Create;
import io.digitalworker.facts.syntax.Expression.Lambda;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Expression.Select;
import io.digitalworker.facts.syntax.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells where the route builder is that an expression stands for: follows groups to the root. */
final class Mounts {
    private static final int MAX_STEPS = 120;

    /** Of all ways that are tried for one expression; methods that call each other have many. */
    private static final int MAX_WORK = 2_000;

    private final Web web;
    private final Access access;
    private final Registrations registrations;
    private final Set<RouteOwner> asked = new HashSet<>();
    private int work;

    Mounts(Web web, Access access, Registrations registrations) {
        this.web = web;
        this.access = access;
        this.registrations = registrations;
    }

    /** Null when the expression is no route builder, as far as can be told. */
    @Nullable Mount of(Expression expression, Scope scope) {
        work = 0;
        return of(expression, scope, MAX_STEPS);
    }

    private @Nullable Mount of(Expression expression, Scope scope, int steps) {
        if (steps <= 0 || ++work > MAX_WORK) {
            return null;
        }
        if (expression instanceof Call call) {
            return called(call, scope, steps - 1);
        }
        if (expression instanceof Name name) {
            Mount mount = named(name, scope, steps - 1);
            return mount == null ? null : changed(mount, name, scope);
        }
        if (expression instanceof Conditional branch) {
            return either(branch.then(), branch.otherwise(), scope, steps - 1);
        }
        if (expression instanceof Binary binary && binary.operator().equals("??")) {
            return either(binary.left(), binary.right(), scope, steps - 1);
        }
        if (expression instanceof Select select) {
            return selected(select, scope, steps - 1);
        }
        return null;
    }

    /** The one that is a group, if any is. */
    private @Nullable Mount either(Expression one, Expression other, Scope scope, int steps) {
        Mount first = of(one, scope, steps);
        Mount second = of(other, scope, steps);
        if (first == null || second == null) {
            return first == null ? second : first;
        }
        return first.prefix().length() > second.prefix().length() ? first : second;
    }

    private @Nullable Mount selected(Select select, Scope scope, int steps) {
        Optional<Symbol> symbol = web.symbol(select, scope);
        if (symbol.isPresent() && symbol.get() instanceof Symbol.Variable variable) {
            return of(variable.value(), variable.scope(), steps);
        }
        if (symbol.isPresent() && symbol.get() instanceof Symbol.Typed typed) {
            return builds(typed.type()) ? Mount.ROOT : null;
        }
        boolean routes = select.name().equals("Routes") || select.name().equals("Endpoints");
        return routes ? Mount.ROOT : null;
    }

    private @Nullable Mount named(Name name, Scope scope, int steps) {
        Located bound = scope.bound().get(name.name());
        if (bound != null) {
            return of(bound.expression(), bound.scope(), steps);
        }
        if (name.name().equals("WebApplication")) {
            return Mount.ROOT;
        }
        Optional<Symbol> symbol = web.symbol(name, scope);
        if (symbol.isPresent() && symbol.get() instanceof Symbol.Variable variable) {
            return of(variable.value(), variable.scope(), steps);
        }
        if (symbol.isPresent() && symbol.get() instanceof Symbol.Typed typed) {
            return builds(typed.type()) ? module(scope) : null;
        }
        return null;
    }

    static boolean builds(String type) {
        String name = TypeName.of(type).simpleName();
        return Registrations.BUILDERS.contains(name) || name.endsWith("RouteBuilder");
    }

    /** The root; in a module whose constructor hands a path to its base, that path. */
    private Mount module(Scope scope) {
        TypeDeclaration type = scope.type();
        if (type == null || !web.types().inherits(type, "CarterModule")) {
            return Mount.ROOT;
        }
        Mount mount = Mount.ROOT;
        for (Member member : type.members()) {
            if (member.kind() == MemberKind.CONSTRUCTOR) {
                Tokens tokens = scope.file().tokens();
                int end = tokens.at(member.span().end());
                for (int i = tokens.at(member.span().start()); i < end; i++) {
                    if (tokens.is(i, "base") && tokens.is(i + 1, '(')) {
                        List<Argument> arguments = scope.file().syntax().arguments(i + 1);
                        if (!arguments.isEmpty()) {
                            Value value =
                                    web.text(
                                            arguments.get(0).value(), Scope.of(scope.file(), type));
                            mount = mount.at(value.text(), value.known());
                        }
                    } else if (tokens.is(i, "RequireAuthorization") && tokens.is(i + 1, '(')) {
                        mount = mount.needing(List.of(Access.AUTHENTICATED));
                    }
                }
            }
        }
        return mount;
    }

    /** What statements of their own do to a group: {@code group.RequireAuthorization();}. */
    private Mount changed(Mount mount, Name name, Scope scope) {
        Mount so = mount;
        for (Statement statement : scope.locals()) {
            if (statement.kind() == Statement.Kind.EXPRESSION
                    && statement.value() instanceof Call call
                    && startsWith(call, name.name())) {
                for (Expression each = call; each instanceof Call one; each = one.function()) {
                    so = so.needing(access.of(one, scope));
                    Expression receiver = one.receiver();
                    if (!(receiver instanceof Call inner)) {
                        break;
                    }
                    so = so.needing(access.of(inner, scope));
                }
            }
        }
        return so;
    }

    /** Whether calls are chained on this name, none of which registers a route. */
    private static boolean startsWith(Call call, String name) {
        Expression at = call;
        while (at instanceof Call each) {
            if (each.name().startsWith("Map")) {
                return false;
            }
            at = each.receiver();
        }
        return at instanceof Name root && root.name().equals(name);
    }

    // ---- calls

    private @Nullable Mount called(Call call, Scope scope, int steps) {
        Expression receiver = call.receiver();
        Mount own = archive(call, scope, steps);
        if (own != null) {
            return own;
        }
        if (receiver == null) {
            return null;
        }
        Mount on = of(receiver, scope, steps);
        if (on == null) {
            return null;
        }
        switch (call.name()) {
            case "MapGroup" -> {
                return call.arguments().isEmpty()
                        ? on
                        : grouped(on, call.arguments().get(0).value(), scope);
            }
            case "Map" -> {
                boolean branch =
                        call.arguments().size() > 1
                                && call.arguments().get(1).value() instanceof Lambda;
                return branch ? grouped(on, call.arguments().get(0).value(), scope) : on;
            }
            case "HasApiVersion" -> {
                return on.version(version(call, scope));
            }
            case "MapToApiVersion" -> {
                return on.onlyVersion(version(call, scope));
            }
            default -> {
                return on.needing(access.of(call, scope));
            }
        }
    }

    private Mount grouped(Mount on, Expression prefix, Scope scope) {
        Value value = Alternatives.first(web.code().values().all(prefix, scope));
        return on.at(value.text(), value.known());
    }

    /** {@code (1, 0)}, {@code (1.0)}, {@code (new ApiVersion(1, 0))}. */
    String version(Call call, Scope scope) {
        List<Argument> arguments = call.arguments();
        if (arguments.size() == 1) {
            Located at = web.code().symbols().definition(arguments.get(0).value(), scope);
            if (at.expression() instanceof Create create) {
                arguments = create.arguments();
            }
        }
        List<String> parts =
                arguments.stream()
                        .map(a -> web.text(a.value(), scope))
                        .filter(Value::known)
                        .map(Value::text)
                        .toList();
        return String.join(".", parts);
    }

    /** What a method of the archive answers that takes a builder. */
    private @Nullable Mount archive(Call call, Scope scope, int steps) {
        for (RouteOwner owner : registrations.registrars(call.name())) {
            RouteSite site = RouteSite.alone(owner, call, scope);
            Scope inner =
                    web.projects().related(scope.file(), owner.file())
                            ? registrations.calls(site, owner)
                            : null;
            Member member = owner.member();
            if (inner != null && member != null && !member.body().isEmpty()) {
                Mount mount = returned(owner, member, inner, steps);
                if (mount != null) {
                    return mount;
                }
            }
        }
        return null;
    }

    /** Null for a method that is being asked already: it answers what it answers. */
    private @Nullable Mount returned(RouteOwner owner, Member member, Scope inner, int steps) {
        if (!asked.add(owner)) {
            return null;
        }
        try {
            return answered(owner, member, inner, steps);
        } finally {
            asked.remove(owner);
        }
    }

    private @Nullable Mount answered(RouteOwner owner, Member member, Scope inner, int steps) {
        if (member.expressionBody()) {
            return of(owner.file().expression(member.body()), inner, steps - 1);
        }
        for (Statement statement : inner.locals()) {
            if (statement.kind() == Statement.Kind.RETURN) {
                return of(statement.value(), inner, steps - 1);
            }
        }
        return null;
    }
}
