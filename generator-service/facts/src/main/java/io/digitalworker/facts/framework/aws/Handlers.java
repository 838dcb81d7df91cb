package io.digitalworker.facts.framework.aws;

import io.digitalworker.facts.source.SourceTree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where the handler of a function stands. Many functions are called {@code main.handler}, so the
 * directory of the code makes the name: {@code orders/main.handler}.
 */
final class Handlers {
    private static final List<String> ENDINGS =
            List.of("py", "ts", "js", "mjs", "cjs", "mts", "tsx", "jsx", "rb", "go");

    private final SourceTree tree;

    Handlers(SourceTree tree) {
        this.tree = tree;
    }

    /**
     * @param name such as {@code orders/main.handler}; as written when the file is not known
     * @param file path in the archive; empty when it is not known
     */
    record Handler(String name, String file) {}

    /**
     * @param base the directory of the template
     * @param code the directory of the code as the template says
     * @param handler as written
     */
    Handler find(String base, String code, String handler) {
        if (handler.contains("::")) {
            return compiled(handler);
        }
        int dot = handler.lastIndexOf('.');
        if (dot < 0) {
            return new Handler(handler, "");
        }
        String module = handler.substring(0, dot);
        String function = handler.substring(dot + 1);
        for (String candidate : candidates(base, code, module)) {
            for (String ending : ENDINGS) {
                if (tree.file(candidate + "." + ending).isPresent()) {
                    return new Handler(candidate + "." + function, candidate + "." + ending);
                }
            }
        }
        return handler.contains("/") || code.isEmpty()
                ? new Handler(handler, "")
                : new Handler(path(path("", code), module).orElse(module) + "." + function, "");
    }

    private static Optional<String> path(Optional<String> base, String rest) {
        return base.flatMap(directory -> path(directory, rest));
    }

    /** Java's {@code a.b.Handler::handle}, .NET's {@code Assembly::A.B.Handler::Handle}. */
    private static Handler compiled(String handler) {
        String[] parts = handler.split("::", -1);
        String type = parts[Math.max(0, parts.length - 2)];
        String simple = type.substring(type.lastIndexOf('.') + 1);
        return new Handler(simple + "." + parts[parts.length - 1], "");
    }

    /** Where a build puts the code is not where it stands in the archive. */
    private static List<String> candidates(String base, String code, String module) {
        Set<String> modules = new LinkedHashSet<>();
        modules.add(module);
        modules.add(module.replace('.', '/'));
        String built = module.replaceFirst("^(?:\\./)?(?:dist|build|lib|out|\\.build|bin)/", "");
        if (!built.equals(module)) {
            modules.add("src/" + built);
            modules.add(built);
        }
        List<String> paths = new ArrayList<>();
        String source = code.replaceFirst("(?:^|(?<=/))(?:dist|build|\\.build)(?=/|$)", "src");
        for (String directory : new LinkedHashSet<>(List.of(code, source))) {
            for (String each : modules) {
                path(base, directory).flatMap(d -> path(d, each)).ifPresent(paths::add);
                path(base, directory).flatMap(d -> path(d, "src/" + each)).ifPresent(paths::add);
            }
        }
        return paths;
    }

    static Optional<String> path(String base, String path) {
        return Paths.resolve(base, path);
    }
}
