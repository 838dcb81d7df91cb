package io.digitalworker.facts.framework.python;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Select;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The routers and applications that expressions of the code are. */
final class FastApiRouters {
    static final Set<String> PACKAGES =
            Set.of(
                    "fastapi",
                    "starlette",
                    "fastapi_utils",
                    "fastapi_versioning",
                    "fastapi_restful");
    private static final Set<String> APPLICATIONS = Set.of("FastAPI", "Starlette");
    static final Set<String> ROUTERS =
            Set.of("FastAPI", "Starlette", "APIRouter", "Router", "InferringRouter");
    private final Python python;
    private final CodeBase code;
    private final RoutedEndpoints endpoints;
    private final Map<String, List<String>> handed = new HashMap<>();

    FastApiRouters(Python python, RoutedEndpoints endpoints) {
        this.python = python;
        this.code = python.code();
        this.endpoints = endpoints;
    }

    /** Keys of the routers that an expression may be; none if it is no router. */
    List<String> routers(Expression expression, Scope scope, int steps) {
        if (steps <= 0) {
            return List.of();
        }
        Located made = python.made(expression, scope);
        Optional<String> kind = python.makes(made.expression(), made.scope(), ROUTERS, PACKAGES);
        if (kind.isPresent() && made.expression() instanceof Call call) {
            return List.of(router(call, made, APPLICATIONS.contains(kind.get())));
        }
        if (made.expression() instanceof Select select && select.name().equals("router")) {
            return routers(select.target(), made.scope(), steps - 1);
        }
        int position = Python.parameter(made.expression(), made.scope());
        return position < 0 ? List.of() : handedOver(made, position, steps);
    }

    private List<String> handedOver(Located made, int position, int steps) {
        Member member = made.scope().member();
        if (member == null) {
            return List.of();
        }
        String parameter = Python.parameterKey(member, made.scope().file(), position);
        List<String> known = handed.get(parameter);
        if (known != null) {
            return known;
        }
        handed.put(parameter, List.of()); // or functions that call each other have no end
        Set<String> keys = new LinkedHashSet<>();
        for (Located given : python.handedOver(member, made.scope().file(), position)) {
            keys.addAll(routers(given.expression(), given.scope(), steps - 1));
        }
        String type = Python.last(member.parameters().get(position).type());
        if (keys.isEmpty() && ROUTERS.contains(type)) {
            String key = made.scope().file().path() + "#" + member.qualifiedName() + "()";
            endpoints.tree().add(new RouteTree.Router(key, List.of(), true, List.of()));
            keys.add(key);
        }
        handed.put(parameter, List.copyOf(keys));
        return List.copyOf(keys);
    }

    private String router(Call call, Located made, boolean root) {
        String key = python.key(made);
        if (!endpoints.tree().has(key)) {
            List<Value> prefix =
                    Argument.named(call.arguments(), "prefix")
                            .map(e -> code.values().all(e, made.scope()))
                            .orElse(List.of());
            List<String> needs = dependencies(call.arguments(), made.scope());
            endpoints.tree().add(new RouteTree.Router(key, prefix, root, needs));
        }
        return key;
    }

    List<String> dependencies(List<Argument> arguments, Scope scope) {
        FastApiSignature signature = new FastApiSignature(python);
        Argument.named(arguments, "dependencies")
                .ifPresent(
                        list -> {
                            for (Located item : python.items(list, scope)) {
                                if (item.expression() instanceof Call call) {
                                    signature.depends(call, item.scope());
                                }
                            }
                        });
        return signature.authorization();
    }

    List<String> methods(List<Argument> arguments, Scope scope, List<String> otherwise) {
        return Argument.named(arguments, "methods")
                .map(e -> python.methods(e, scope))
                .filter(m -> !m.isEmpty())
                .orElse(otherwise);
    }
}
