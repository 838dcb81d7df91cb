package io.digitalworker.facts.framework.node;

import io.digitalworker.facts.budget.Descent;
import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Symbol;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.code.Values;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.framework.node.Decorators.Decorator;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Mapping;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Expression.Unary;
import io.digitalworker.facts.syntax.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Modules of Nest with what their decorators list, and the paths that router modules give them. */
final class NestModules {
    private static final int MAX_FOLLOWED = 100;
    private static final Value NONE = new Value("", true, true);
    private final CodeBase code;
    private final Decorators decorators;
    private final Map<String, Module> modules = new LinkedHashMap<>();
    private final Map<String, Value> paths = new HashMap<>();

    static final class Module {
        final TypeDeclaration type;
        final List<Located> imports = new ArrayList<>();
        final List<Located> controllers = new ArrayList<>();
        final List<Located> providers = new ArrayList<>();

        Module(TypeDeclaration type) {
            this.type = type;
        }
    }

    NestModules(CodeBase code, Decorators decorators) {
        this.code = code;
        this.decorators = decorators;
        for (CodeFile file : code.filesWith(Dialect.SCRIPT, "Module")) {
            file.types().forEach(this::module);
        }
        for (CodeFile file : code.filesWith(Dialect.SCRIPT, "RouterModule")) {
            ScriptWalk.over(file, (e, scope, caller) -> routerModule(e, scope));
        }
    }

    /** The module that a class is; null if it is none. */
    @Nullable Module of(TypeDeclaration type) {
        return modules.get(id(type));
    }

    static String id(TypeDeclaration type) {
        return type.evidence().path() + "#" + type.name();
    }

    private void module(TypeDeclaration type) {
        for (Decorator decorator : decorators.of(type)) {
            if (decorator.name().equals("Module")) {
                Module module = modules.computeIfAbsent(id(type), i -> new Module(type));
                decorator.argument(0).ifPresent(a -> options(a, decorator.scope(), module));
                dynamic(type, module);
            }
        }
    }

    /** {@code static forRoot() { return {module: X, controllers: […]}; }}. */
    private void dynamic(TypeDeclaration type, Module module) {
        CodeFile file = code.fileOf(type);
        for (Member member : type.members()) {
            if (member.has("static") && !member.body().isEmpty() && !member.expressionBody()) {
                Scope scope = Scope.of(file, type, member);
                for (Statement statement : scope.locals()) {
                    if (statement.kind() == Statement.Kind.RETURN) {
                        options(statement.value(), scope, module);
                    }
                }
            }
        }
    }

    private void options(Expression expression, Scope scope, Module module) {
        Located at = code.symbols().definition(expression, scope);
        if (at.expression() instanceof Mapping mapping) {
            list(mapping.get("imports"), at.scope(), module.imports);
            list(mapping.get("controllers"), at.scope(), module.controllers);
            list(mapping.get("providers"), at.scope(), module.providers);
        }
    }

    static Descent lists() {
        return Descent.of(6, MAX_FOLLOWED);
    }

    static Descent classes() {
        return Descent.of(4, MAX_FOLLOWED);
    }

    private void list(@Nullable Expression list, Scope scope, List<Located> out) {
        if (list != null) {
            out.addAll(items(list, scope, lists()));
        }
    }

    /** The items of a list, with those of lists that are spread in it. */
    List<Located> items(Expression expression, Scope scope, Descent depth) {
        Located at = code.symbols().definition(expression, scope);
        List<Located> items = new ArrayList<>();
        if (depth.ended()) {
            return items;
        }
        if (at.expression() instanceof Expression.Conditional branch) {
            items.addAll(items(branch.then(), at.scope(), depth.deeper()));
            items.addAll(items(branch.otherwise(), at.scope(), depth.deeper()));
        }
        if (at.expression() instanceof Call call
                && call.receiver() != null
                && Set.of("concat", "filter").contains(call.name())) {
            items.addAll(items(call.receiver(), at.scope(), depth.deeper()));
        }
        for (Expression item : Values.itemsOf(at.expression())) {
            boolean spread = item instanceof Unary unary && unary.operator().equals("...");
            if (spread && item instanceof Unary unary) {
                items.addAll(items(unary.operand(), at.scope(), depth.deeper()));
            } else {
                items.add(new Located(item, at.scope()));
            }
        }
        return items;
    }

    /** The classes that an item of a module's lists means. */
    List<TypeDeclaration> types(Expression expression, Scope scope, Descent depth) {
        if (depth.ended()) {
            return List.of();
        }
        if (expression instanceof Call call) {
            Expression receiver = call.receiver();
            Expression inner =
                    receiver != null
                            ? receiver
                            : call.arguments().isEmpty() ? null : call.arguments().get(0).value();
            return inner == null
                    ? List.of()
                    : types(Decorators.answered(inner, scope.file()), scope, depth.deeper());
        }
        if (expression instanceof Expression.Conditional branch) {
            List<TypeDeclaration> both =
                    new ArrayList<>(types(branch.then(), scope, depth.deeper()));
            both.addAll(types(branch.otherwise(), scope, depth.deeper()));
            return both;
        }
        if (expression instanceof Mapping mapping) {
            Expression module = mapping.get("module");
            return module == null ? List.of() : types(module, scope, depth.deeper());
        }
        Optional<Symbol> symbol = code.symbols().find(expression, scope);
        if (symbol.isPresent() && symbol.get() instanceof Symbol.Type type) {
            return List.of(type.declaration());
        }
        if (symbol.isPresent() && symbol.get() instanceof Symbol.Variable variable) {
            return types(variable.value(), variable.scope(), depth.deeper());
        }
        return List.of();
    }

    private void routerModule(Expression expression, Scope scope) {
        boolean registers =
                expression instanceof Call call
                        && Set.of("register", "forRoutes").contains(call.name())
                        && call.receiver() instanceof Name name
                        && name.name().equals("RouterModule");
        if (registers && expression instanceof Call call && !call.arguments().isEmpty()) {
            routes(call.arguments().get(0).value(), scope, NONE, Descent.of(8, MAX_FOLLOWED));
        }
    }

    private void routes(Expression list, Scope scope, Value prefix, Descent depth) {
        for (Located item : items(list, scope, lists())) {
            Located at = code.symbols().definition(item.expression(), item.scope());
            if (at.expression() instanceof Mapping route && !depth.ended()) {
                route(route, at.scope(), prefix, depth);
            } else {
                types(item.expression(), item.scope(), classes())
                        .forEach(t -> paths.putIfAbsent(id(t), prefix));
            }
        }
    }

    private void route(Mapping route, Scope scope, Value prefix, Descent depth) {
        Expression path = route.get("path");
        Value own = path == null ? NONE : code.values().first(path, scope);
        Value full =
                new Value(
                        Paths.join(prefix.text(), own.text()),
                        prefix.known() && own.known(),
                        false);
        Expression module = route.get("module");
        if (module != null) {
            types(module, scope, classes()).forEach(t -> paths.putIfAbsent(id(t), full));
        }
        Expression children = route.get("children");
        if (children != null) {
            routes(children, scope, full, depth.deeper());
        }
    }

    /** The path that a router module gives to the module of a controller. */
    Value pathOf(TypeDeclaration controller) {
        for (Module module : modules.values()) {
            Value path = paths.get(id(module.type));
            boolean mine =
                    path != null
                            && module.controllers.stream()
                                    .flatMap(
                                            l ->
                                                    types(l.expression(), l.scope(), classes())
                                                            .stream())
                                    .anyMatch(controller::equals);
            if (mine && path != null) {
                return path;
            }
        }
        return NONE;
    }
}
