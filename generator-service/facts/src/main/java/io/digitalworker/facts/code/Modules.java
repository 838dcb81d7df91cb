package io.digitalworker.facts.code;

import io.digitalworker.facts.source.SourceFile;
import io.digitalworker.facts.syntax.Dialect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which file an import of a script or of Python means. */
final class Modules {
    private static final List<String> SCRIPT_ENDS =
            List.of("", ".ts", ".tsx", ".js", ".jsx", ".mjs", ".cjs", ".mts", ".cts");
    private static final List<String> INDEXES =
            List.of("/index.ts", "/index.tsx", "/index.js", "/index.jsx", "/index.mjs");
    private static final int NO_FILE = -1;

    private final Map<String, CodeFile> files;
    private final Map<String, List<String>> byName = new HashMap<>();

    Modules(Map<String, CodeFile> files) {
        this.files = files;
        for (CodeFile file : files.values()) {
            byName.computeIfAbsent(stem(file.file()), n -> new ArrayList<>()).add(file.path());
        }
    }

    /** The name that an import ends in: of a package's own file, the name of its directory. */
    private static String stem(SourceFile file) {
        String name = file.name();
        String stem = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        boolean ofDirectory = stem.equals("index") || stem.equals("__init__");
        String directory = file.directory();
        return ofDirectory ? directory.substring(directory.lastIndexOf('/') + 1) : stem;
    }

    /** The file that a module means when imported from another; empty if it is not of the archive. */
    Optional<CodeFile> find(String module, CodeFile from) {
        return from.dialect() == Dialect.PYTHON ? python(module, from) : script(module, from);
    }

    private Optional<CodeFile> script(String module, CodeFile from) {
        if (module.startsWith(".")) {
            return scriptAt(joined(from.file().directory(), module));
        }
        String plain = module.replaceFirst("^(@|~)?/", "");
        return bySuffix(plain, from, SCRIPT_ENDS, INDEXES).or(() -> aliased(module, from));
    }

    /** {@code @routes/users} of a compiler's path alias; {@code @app/routes/users} below a root. */
    private Optional<CodeFile> aliased(String module, CodeFile from) {
        if (!module.matches("[@~#$].+")) {
            return Optional.empty();
        }
        String named = module.substring(1);
        String rest = named.substring(named.indexOf('/') + 1);
        boolean root = named.matches("(app|src|server|api|lib|libs|root|modules|main|backend)/.+");
        boolean deep = rest.contains("/") && !rest.equals(named);
        return bySuffix(named, from, SCRIPT_ENDS, INDEXES)
                .or(
                        () ->
                                root || deep
                                        ? bySuffix(rest, from, SCRIPT_ENDS, INDEXES)
                                        : Optional.empty());
    }

    private Optional<CodeFile> scriptAt(String path) {
        for (String end : SCRIPT_ENDS) {
            CodeFile file = files.get(path + end);
            if (file != null) {
                return Optional.of(file);
            }
        }
        if (path.endsWith(".js") || path.endsWith(".jsx") || path.endsWith(".mjs")) {
            return scriptAt(path.substring(0, path.lastIndexOf('.')));
        }
        return INDEXES.stream()
                .map(end -> files.get(path + end))
                .filter(f -> f != null)
                .findFirst();
    }

    private Optional<CodeFile> python(String module, CodeFile from) {
        int dots = 0;
        while (dots < module.length() && module.charAt(dots) == '.') {
            dots++;
        }
        String rest = module.substring(dots).replace('.', '/');
        if (dots == 0) {
            return bySuffix(rest, from, List.of(".py"), List.of("/__init__.py"));
        }
        String directory = from.file().directory();
        for (int i = 1; i < dots; i++) {
            directory = directory.substring(0, Math.max(0, directory.lastIndexOf('/')));
        }
        String path = joined(directory, rest);
        return Optional.ofNullable(files.get(path + ".py"))
                .or(() -> Optional.ofNullable(files.get(joined(path, "__init__.py"))));
    }

    private Optional<CodeFile> bySuffix(
            String module, CodeFile from, List<String> ends, List<String> indexes) {
        String name = module.substring(module.lastIndexOf('/') + 1);
        String stem = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        String best = null;
        int nearest = NO_FILE;
        for (String path : byName.getOrDefault(stem, List.of())) {
            int shared = shared(path, from.path());
            boolean fits = ends(path, module, ends) || ends(path, module, indexes);
            if (fits && shared > nearest) {
                best = path;
                nearest = shared;
            }
        }
        return Optional.ofNullable(best).map(files::get);
    }

    private static boolean ends(String path, String module, List<String> ends) {
        for (String end : ends) {
            String wanted = module + end;
            if (path.equals(wanted) || path.endsWith("/" + wanted)) {
                return true;
            }
        }
        return false;
    }

    private static int shared(String a, String b) {
        int i = 0;
        while (i < Math.min(a.length(), b.length()) && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        return i;
    }

    /** A relative path from a directory, with {@code .} and {@code ..} resolved. */
    static String joined(String directory, String relative) {
        List<String> parts = new ArrayList<>();
        for (String part : (directory + "/" + relative).split("/", -1)) {
            if (part.equals("..")) {
                if (!parts.isEmpty()) {
                    parts.remove(parts.size() - 1);
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }
}
