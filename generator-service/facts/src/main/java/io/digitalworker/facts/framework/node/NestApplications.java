package io.digitalworker.facts.framework.node;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.code.Values;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Mapping;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Expression.Select;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
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
    private final NestModules modules;
    private final NestConfig config;
    private final List<Application> applications = new ArrayList<>();

    NestApplications(CodeBase code, Decorators decorators) {
        this.code = code;
        this.modules = new NestModules(code, decorators);
        this.config = new NestConfig(code);
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
        return modules.pathOf(controller);
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
        for (Located item : modules.items(list, at.scope(), NestModules.lists())) {
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
        Argument.at(create.arguments(), 0)
                .ifPresent(
                        root -> waiting.addAll(modules.types(root, scope, NestModules.classes())));
        Set<String> seen = new LinkedHashSet<>();
        while (!waiting.isEmpty() && seen.size() < MAX_MODULES) {
            TypeDeclaration type = waiting.poll();
            NestModules.Module module = modules.of(type);
            if (!seen.add(NestModules.id(type)) || module == null) {
                continue;
            }
            module.controllers.forEach(
                    l ->
                            controllers.addAll(
                                    modules.types(
                                            l.expression(), l.scope(), NestModules.classes())));
            module.imports.forEach(
                    l ->
                            waiting.addAll(
                                    modules.types(
                                            l.expression(), l.scope(), NestModules.classes())));
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
