package io.digitalworker.facts.framework.aspnet;

import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Lambda;
import io.digitalworker.facts.syntax.Parameter;
import io.digitalworker.facts.syntax.Statement;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Goes through a body in one context. */
final class RegistrationWalk {
    private static final int MAX_NESTING = 12;
    private static final int MAX_CHAIN = 60;

    /** Calls whose lambdas handle requests. */
    private static final Set<String> HANDLED =
            Set.of(
                    "MapGet",
                    "MapPost",
                    "MapPut",
                    "MapDelete",
                    "MapPatch",
                    "MapMethods",
                    "MapFallback");

    private final RouteOwner owner;
    private final RouteSite.Context context;
    private final Set<String> registrars;
    private final List<RouteSite> found = new ArrayList<>();

    /** @param registrars the names of methods that register routes */
    RegistrationWalk(RouteOwner owner, RouteSite.Context context, Set<String> registrars) {
        this.owner = owner;
        this.context = context;
        this.registrars = registrars;
    }

    List<RouteSite> read() {
        Member member = owner.member();
        Scope scope = context.scope();
        if (member != null && member.expressionBody()) {
            Expression value = owner.file().expression(member.body());
            expression(value, scope, context.conditions(), 0);
        } else {
            statements(scope.locals(), scope, context.conditions(), 0);
        }
        return found;
    }

    private void statements(
            List<Statement> statements, Scope scope, List<String> conditions, int nesting) {
        for (Statement statement : statements) {
            Set<String> all = new LinkedHashSet<>(conditions);
            all.addAll(statement.conditions());
            expression(statement.value(), scope, List.copyOf(all), nesting);
        }
    }

    private void expression(Expression root, Scope scope, List<String> conditions, int nesting) {
        IdentityHashMap<Call, Call> parents = new IdentityHashMap<>();
        List<Call> calls = new ArrayList<>();
        root.walk(
                each -> {
                    if (each instanceof Call call) {
                        calls.add(call);
                        if (call.receiver() instanceof Call inner) {
                            parents.put(inner, call);
                        }
                    }
                });
        for (Call call : calls) {
            if (interesting(call)) {
                List<Call> outer = new ArrayList<>();
                Call up = parents.get(call);
                for (; up != null && outer.size() < MAX_CHAIN; up = parents.get(up)) {
                    outer.add(up);
                }
                found.add(
                        new RouteSite(owner, call, List.copyOf(outer), scope, context, conditions));
            }
            if (nesting < MAX_NESTING) {
                lambdas(call, scope, conditions, nesting);
            }
        }
    }

    private boolean interesting(Call call) {
        String name = call.name();
        return name.startsWith("Map")
                || name.startsWith("Use")
                || name.equals("Invoke")
                || registrars.contains(name);
    }

    /** Code in lambdas that take a builder: their parameter is what the call is made on. */
    private void lambdas(Call call, Scope scope, List<String> conditions, int nesting) {
        if (HANDLED.contains(call.name())) {
            return;
        }
        for (Argument argument : call.arguments()) {
            if (argument.value() instanceof Lambda lambda && !lambda.parameters().isEmpty()) {
                lambda(call, lambda, scope, conditions, nesting);
            }
        }
    }

    private void lambda(
            Call call, Lambda lambda, Scope scope, List<String> conditions, int nesting) {
        boolean branch = call.name().equals("Map") || call.name().equals("MapWhen");
        Expression receiver = call.receiver();
        Expression stands = branch || receiver == null ? call : receiver;
        Parameter first = lambda.parameters().get(0);
        Scope inner =
                lambda.parameters().size() == 1 && builds(first)
                        ? scope.with(first.name(), new Located(stands, scope))
                        : scope;
        if (lambda.block()) {
            List<Statement> statements = owner.file().statements(lambda.body());
            statements(statements, inner.with(statements), conditions, nesting + 1);
        } else {
            Expression value = owner.file().expression(lambda.body());
            expression(value, inner, conditions, nesting + 1);
        }
    }

    private static boolean builds(Parameter parameter) {
        return parameter.type().isEmpty()
                || Registrations.BUILDERS.contains(TypeName.of(parameter.type()).simpleName());
    }
}
