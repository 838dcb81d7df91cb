package io.digitalworker.facts.framework.node;

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
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Mapping;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Expression.Select;
import io.digitalworker.facts.syntax.Expression.Unary;
import io.digitalworker.facts.syntax.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The applications of NestJS in an archive: prefix, versions, and the modules that belong to each. */
final class NestApplications {
    private static final int MAX_MODULES = 2_000;

    /**
     * @param prefix global prefix; empty if there is none
     * @param excluded paths that the prefix does not stand before
     * @param version prefix of versions in paths; null when versions are not in paths
     * @param guards of all endpoints
     */
    record Application(
            CodeFile file,
            Value prefix,
            List<String> excluded,
            @Nullable String version,
            List<String> defaultVersions,
            Set<TypeDeclaration> controllers,
            List<String> guards) {}

    private static final Value NONE = new Value("", true, true);

    private final CodeBase code;
    private final Decorators decorators;
    private final NestConfig config;
    private final Map<String, Module> modules = new LinkedHashMap<>();
    private final Map<String, Value> paths = new HashMap<>();
    private final List<Application> applications = new ArrayList<>();

    private static final class Module {
        final TypeDeclaration type;
        final List<Located> imports = new ArrayList<>();
        final List<Located> controllers = new ArrayList<>();
        final List<Located> providers = new ArrayList<>();

        Module(TypeDeclaration type) {
            this.type = type;
        }
    }

    NestApplications(CodeBase code, Decorators decorators) {
        this.code = code;
        this.decorators = decorators;
        this.config = new NestConfig(code);
        for (CodeFile file : code.filesWith(Dialect.SCRIPT, "Module")) {
            file.types().forEach(this::module);
        }
        for (CodeFile file : code.filesWith(Dialect.SCRIPT, "RouterModule")) {
            ScriptWalk.over(file, (e, scope, caller) -> routerModule(e, scope));
        }
        List<CodeFile> starts =
                code.filesWith(Dialect.SCRIPT, "NestFactory").stream()
                        .filter(file -> !TestFiles.is(file.path()))
                        .toList();
        List<CodeFile> serving = starts.stream().filter(NestApplications::serves).toList();
        (serving.isEmpty() ? starts : serving).forEach(this::applications);
    }

    /** Scripts that fill a database make an application too, but nobody can reach it. */
    private static boolean serves(CodeFile file) {
        return file.mayHold("listen") || file.mayHold("setGlobalPrefix");
    }

    List<Application> all() {
        return applications;
    }

    /** The applications that a controller answers in; the nearest one if no module names it. */
    List<Application> of(TypeDeclaration controller) {
        List<Application> with =
                applications.stream().filter(a -> a.controllers().contains(controller)).toList();
        if (!with.isEmpty() || applications.isEmpty()) {
            return with;
        }
        String path = controller.evidence().path();
        Application best = applications.get(0);
        for (Application each : applications) {
            best = shared(each, path) > shared(best, path) ? each : best;
        }
        return List.of(best);
    }

    private static int shared(Application application, String path) {
        String other = application.file().path();
        int i = 0;
        while (i < Math.min(other.length(), path.length()) && other.charAt(i) == path.charAt(i)) {
            i++;
        }
        return i;
    }

    /** The path that a router module gives to the module of a controller. */
    Value pathOf(TypeDeclaration controller) {
        for (Module module : modules.values()) {
            Value path = paths.get(id(module.type));
            boolean mine =
                    path != null
                            && module.controllers.stream()
                                    .flatMap(l -> types(l.expression(), l.scope(), 0).stream())
                                    .anyMatch(controller::equals);
            if (mine && path != null) {
                return path;
            }
        }
        return NONE;
    }

    private static String id(TypeDeclaration type) {
        return type.evidence().path() + "#" + type.name();
    }

    // ---- modules

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

    private void list(@Nullable Expression list, Scope scope, List<Located> out) {
        if (list != null) {
            out.addAll(items(list, scope, 0));
        }
    }

    /** The items of a list, with those of lists that are spread in it. */
    private List<Located> items(Expression expression, Scope scope, int depth) {
        Located at = code.symbols().definition(expression, scope);
        List<Located> items = new ArrayList<>();
        if (depth > 6) {
            return items;
        }
        if (at.expression() instanceof Expression.Conditional branch) {
            items.addAll(items(branch.then(), at.scope(), depth + 1));
            items.addAll(items(branch.otherwise(), at.scope(), depth + 1));
        }
        if (at.expression() instanceof Call call
                && call.receiver() != null
                && Set.of("concat", "filter").contains(call.name())) {
            items.addAll(items(call.receiver(), at.scope(), depth + 1));
        }
        for (Expression item : Values.itemsOf(at.expression())) {
            boolean spread = item instanceof Unary unary && unary.operator().equals("...");
            if (spread && item instanceof Unary unary) {
                items.addAll(items(unary.operand(), at.scope(), depth + 1));
            } else {
                items.add(new Located(item, at.scope()));
            }
        }
        return items;
    }

    /** The classes that an item of a module's lists means. */
    private List<TypeDeclaration> types(Expression expression, Scope scope, int depth) {
        if (depth > 4) {
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
                    : types(Decorators.answered(inner, scope.file()), scope, depth + 1);
        }
        if (expression instanceof Expression.Conditional branch) {
            List<TypeDeclaration> both = new ArrayList<>(types(branch.then(), scope, depth + 1));
            both.addAll(types(branch.otherwise(), scope, depth + 1));
            return both;
        }
        if (expression instanceof Mapping mapping) {
            Expression module = mapping.get("module");
            return module == null ? List.of() : types(module, scope, depth + 1);
        }
        Optional<Symbol> symbol = code.symbols().find(expression, scope);
        if (symbol.isPresent() && symbol.get() instanceof Symbol.Type type) {
            return List.of(type.declaration());
        }
        if (symbol.isPresent() && symbol.get() instanceof Symbol.Variable variable) {
            return types(variable.value(), variable.scope(), depth + 1);
        }
        return List.of();
    }

    // ---- router modules

    private void routerModule(Expression expression, Scope scope) {
        boolean registers =
                expression instanceof Call call
                        && Set.of("register", "forRoutes").contains(call.name())
                        && call.receiver() instanceof Name name
                        && name.name().equals("RouterModule");
        if (registers && expression instanceof Call call && !call.arguments().isEmpty()) {
            routes(call.arguments().get(0).value(), scope, NONE, 0);
        }
    }

    private void routes(Expression list, Scope scope, Value prefix, int depth) {
        for (Located item : items(list, scope, 0)) {
            Located at = code.symbols().definition(item.expression(), item.scope());
            if (at.expression() instanceof Mapping route && depth < 8) {
                route(route, at.scope(), prefix, depth);
            } else {
                types(item.expression(), item.scope(), 0)
                        .forEach(t -> paths.putIfAbsent(id(t), prefix));
            }
        }
    }

    private void route(Mapping route, Scope scope, Value prefix, int depth) {
        Expression path = route.get("path");
        Value own = path == null ? NONE : code.values().first(path, scope);
        Value full =
                new Value(
                        Paths.join(prefix.text(), own.text()),
                        prefix.known() && own.known(),
                        false);
        Expression module = route.get("module");
        if (module != null) {
            types(module, scope, 0).forEach(t -> paths.putIfAbsent(id(t), full));
        }
        Expression children = route.get("children");
        if (children != null) {
            routes(children, scope, full, depth + 1);
        }
    }

    // ---- applications

    private void applications(CodeFile file) {
        List<Located> roots = new ArrayList<>();
        List<Located> prefixes = new ArrayList<>();
        List<Located> versions = new ArrayList<>();
        List<Located> guards = new ArrayList<>();
        ScriptWalk.over(
                file,
                (e, scope, caller) -> {
                    if (e instanceof Call call) {
                        boolean factory =
                                call.receiver() instanceof Name name
                                        && name.name().equals("NestFactory");
                        if (factory && call.name().equals("create")) {
                            roots.add(new Located(call, scope));
                        }
                        collect(call, scope, prefixes, versions, guards);
                    }
                });
        for (CodeFile helper : importedBy(file)) {
            ScriptWalk.over(
                    helper,
                    (e, scope, caller) -> {
                        if (e instanceof Call call) {
                            collect(call, scope, prefixes, versions, guards);
                        }
                    });
        }
        for (Located root : roots) {
            applications.add(
                    application(
                            file,
                            (Call) root.expression(),
                            root.scope(),
                            prefixes,
                            versions,
                            guards));
        }
    }

    /** Where functions that set an application up may stand. */
    private List<CodeFile> importedBy(CodeFile file) {
        return file.imports().stream()
                .filter(each -> !each.module().isEmpty())
                .flatMap(each -> code.symbols().module(each.module(), file).stream())
                .filter(f -> f != file && !f.mayHold("NestFactory"))
                .filter(f -> f.mayHold("setGlobalPrefix") || f.mayHold("enableVersioning"))
                .distinct()
                .toList();
    }

    private static void collect(
            Call call,
            Scope scope,
            List<Located> prefixes,
            List<Located> versions,
            List<Located> guards) {
        switch (call.name()) {
            case "setGlobalPrefix" -> prefixes.add(new Located(call, scope));
            case "enableVersioning" -> versions.add(new Located(call, scope));
            case "useGlobalGuards" -> guards.add(new Located(call, scope));
            default -> {}
        }
    }

    private Application application(
            CodeFile file,
            Call create,
            Scope scope,
            List<Located> prefixes,
            List<Located> versions,
            List<Located> guards) {
        Value prefix = NONE;
        List<String> excluded = new ArrayList<>();
        for (Located each : prefixes) {
            Call call = (Call) each.expression();
            Optional<Expression> written = Argument.at(call.arguments(), 0);
            prefix = written.isPresent() ? config.value(written.get(), each.scope()) : NONE;
            Argument.at(call.arguments(), 1).ifPresent(o -> excluded(o, each.scope(), excluded));
        }
        Set<TypeDeclaration> reached = new LinkedHashSet<>();
        Set<String> globalGuards = new LinkedHashSet<>();
        for (Located each : guards) {
            for (Argument argument : ((Call) each.expression()).arguments()) {
                String text = each.scope().file().text(argument.value().span());
                String name = text.replaceFirst("^new\\s+", "").replaceAll("\\(.*", "").strip();
                if (Authorization.guards(name)) {
                    globalGuards.add(name);
                }
            }
        }
        reach(create, scope, reached, globalGuards);
        Version version = versions.isEmpty() ? null : version(versions.get(versions.size() - 1));
        return new Application(
                file,
                prefix,
                excluded,
                version == null ? null : version.prefix(),
                version == null ? List.of() : version.defaults(),
                reached,
                List.copyOf(globalGuards));
    }

    private void excluded(Expression options, Scope scope, List<String> out) {
        Located at = code.symbols().definition(options, scope);
        Expression list =
                at.expression() instanceof Mapping mapping ? mapping.get("exclude") : null;
        if (list == null) {
            return;
        }
        for (Located item : items(list, at.scope(), 0)) {
            Expression path =
                    item.expression() instanceof Mapping m ? m.get("path") : item.expression();
            if (path != null) {
                out.add(Paths.of(code.values().first(path, item.scope()).text()));
            }
        }
    }

    private record Version(@Nullable String prefix, List<String> defaults) {}

    private @Nullable Version version(Located located) {
        Call call = (Call) located.expression();
        Optional<Expression> given = Argument.at(call.arguments(), 0);
        if (given.isEmpty()) {
            return new Version("v", List.of());
        }
        Located at = code.symbols().definition(given.get(), located.scope());
        if (!(at.expression() instanceof Mapping options)) {
            return new Version("v", List.of());
        }
        Expression type = options.get("type");
        boolean uri =
                type == null || !(type instanceof Select select) || select.name().equals("URI");
        Expression prefix = options.get("prefix");
        boolean without = prefix instanceof Name name && name.name().equals("false");
        String text = prefix == null ? "v" : without ? "" : config.value(prefix, at.scope()).text();
        Expression standard = options.get("defaultVersion");
        return uri
                ? new Version(text, standard == null ? List.of() : versions(standard, at.scope()))
                : null;
    }

    /** The versions that a text or list names; the neutral one is the empty text. */
    List<String> versions(Expression expression, Scope scope) {
        List<String> versions = new ArrayList<>();
        for (Expression item :
                Values.itemsOf(expression).isEmpty()
                        ? List.of(expression)
                        : Values.itemsOf(expression)) {
            boolean neutral = Decorators.name(item).equals("VERSION_NEUTRAL");
            versions.add(neutral ? "" : code.values().first(item, scope).text());
        }
        return versions;
    }

    private void reach(
            Call create, Scope scope, Set<TypeDeclaration> controllers, Set<String> guards) {
        Deque<TypeDeclaration> waiting = new ArrayDeque<>();
        Argument.at(create.arguments(), 0).ifPresent(root -> waiting.addAll(types(root, scope, 0)));
        Set<String> seen = new LinkedHashSet<>();
        while (!waiting.isEmpty() && seen.size() < MAX_MODULES) {
            TypeDeclaration type = waiting.poll();
            Module module = modules.get(id(type));
            if (!seen.add(id(type)) || module == null) {
                continue;
            }
            module.controllers.forEach(
                    l -> controllers.addAll(types(l.expression(), l.scope(), 0)));
            module.imports.forEach(l -> waiting.addAll(types(l.expression(), l.scope(), 0)));
            module.providers.forEach(l -> guard(l, guards));
        }
    }

    /** {@code {provide: APP_GUARD, useClass: X}}. */
    private static void guard(Located provider, Set<String> guards) {
        if (provider.expression() instanceof Mapping mapping) {
            Expression token = mapping.get("provide");
            Expression type = mapping.get("useClass");
            type = type == null ? mapping.get("useExisting") : type;
            boolean guard = token != null && Decorators.name(token).equals("APP_GUARD");
            if (guard && type != null && Authorization.guards(Decorators.name(type))) {
                guards.add(Decorators.name(type));
            }
        }
    }
}
