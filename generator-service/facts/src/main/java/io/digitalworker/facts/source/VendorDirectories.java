package io.digitalworker.facts.source;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Tells directories of other people's code and of build output. A few names never mean anything else;
 * others ({@code bin}, {@code target}, {@code vendor}) are ordinary names of packages and features
 * too, and count only beside the build file of the tool that writes them, or with what only it writes.
 */
final class VendorDirectories {
    private static final Set<String> ALWAYS =
            Set.of(
                    "node_modules",
                    "bower_components",
                    "jspm_packages",
                    "site-packages",
                    "dist-packages",
                    "__pycache__",
                    "third_party",
                    ".git",
                    ".svn",
                    ".hg",
                    ".vs",
                    ".idea",
                    ".gradle",
                    ".next",
                    ".nuxt",
                    ".yarn",
                    ".venv",
                    ".tox",
                    ".nox",
                    ".mypy_cache",
                    ".pytest_cache",
                    ".eggs",
                    ".terraform",
                    ".serverless",
                    ".aws-sam",
                    "cdk.out",
                    ".angular",
                    ".svelte-kit",
                    ".parcel-cache");
    private static final Set<String> WEB_ROOTS =
            Set.of("wwwroot", "static", "public", "assets", "www", "webapp");
    private static final Set<String> WEB_LIBRARIES =
            Set.of("dist", "vendor", "vendors", "plugins-dist");
    private static final Set<String> DOTNET_OUTPUT =
            Set.of("debug", "release", "x64", "x86", "project.assets.json");
    private static final Set<String> MAVEN_OUTPUT =
            Set.of("maven-status", "maven-archiver", "surefire-reports", "test-classes");
    private static final Set<String> GRADLE_OUTPUT =
            Set.of("classes", "libs", "reports", "tmp", "generated", "test-results", "kotlin");
    private static final Set<String> PACKED_SITE =
            Set.of("static", "asset-manifest.json", "index.html", "lib");
    private static final Pattern VERSIONED = Pattern.compile(".+\\.\\d+\\.\\d+.*");

    /** The names directly in a directory, in lower case; the root is the empty path. */
    private final Map<String, Set<String>> children = new HashMap<>();

    private final Map<String, Boolean> known = new HashMap<>();

    VendorDirectories(List<String> paths) {
        for (String path : paths) {
            enter(path);
        }
        for (String directory : List.copyOf(children.keySet())) {
            known.put(directory, decide(directory));
        }
    }

    private void enter(String path) {
        String inner = path;
        boolean news = true;
        while (news && !inner.isEmpty()) {
            String directory = parent(inner);
            news = !children.containsKey(directory);
            children.computeIfAbsent(directory, d -> new HashSet<>())
                    .add(inner.substring(inner.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT));
            inner = directory;
        }
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    /** Whether a file lies in such a directory. */
    boolean hold(String path) {
        for (String at = parent(path); !at.isEmpty(); at = parent(at)) {
            if (known.getOrDefault(at, false)) {
                return true;
            }
        }
        return false;
    }

    private boolean decide(String directory) {
        String name = directory.substring(directory.lastIndexOf('/') + 1);
        String lower = name.toLowerCase(Locale.ROOT);
        return ALWAYS.contains(lower)
                || inWebRoot(directory, lower)
                || switch (lower) {
                    case "bin", "obj" -> dotnetOutput(directory);
                    case "target" -> mavenOutput(directory);
                    case "build" -> buildOutput(directory);
                    case "out" -> holds(directory, "production"::equals);
                    case "dist" -> beside(directory, "package.json", "setup.py", "pyproject.toml");
                    case "vendor" -> vendor(directory, name);
                    case "packages" -> holds(directory, c -> VERSIONED.matcher(c).matches());
                    case "venv", "env", "virtualenv" -> holds(directory, "pyvenv.cfg"::equals);
                    default -> false;
                };
    }

    /** Libraries are copied into what a web server gives out: {@code wwwroot/lib}. */
    private static boolean inWebRoot(String directory, String name) {
        String parent = parent(directory).toLowerCase(Locale.ROOT);
        String root = parent.substring(parent.lastIndexOf('/') + 1);
        boolean dotnet = root.equals("wwwroot") && (name.equals("lib") || name.equals("lib_npm"));
        return dotnet || (WEB_ROOTS.contains(root) && WEB_LIBRARIES.contains(name));
    }

    private boolean dotnetOutput(String directory) {
        return holds(directory, DOTNET_OUTPUT::contains)
                || holds(parent(directory), VendorDirectories::isDotnetProject)
                || !holdsSource(directory);
    }

    private static boolean isDotnetProject(String name) {
        return name.endsWith(".csproj") || name.endsWith(".vbproj") || name.endsWith(".fsproj");
    }

    /** {@code target} of Maven, sbt and Cargo; not a package of that name. */
    private boolean mavenOutput(String directory) {
        return beside(directory, "pom.xml", "build.sbt", "cargo.toml")
                || holds(directory, MAVEN_OUTPUT::contains);
    }

    private boolean buildOutput(String directory) {
        boolean gradle = beside(directory, "build.gradle", "build.gradle.kts");
        boolean packed = beside(directory, "package.json", "setup.py", "pyproject.toml");
        return (gradle && (holds(directory, GRADLE_OUTPUT::contains) || !holdsSource(directory)))
                || (packed && holds(directory, PACKED_SITE::contains));
    }

    /** PHP, Go and Ruby write it in lower case; {@code Views/Vendor} is a feature. */
    private boolean vendor(String directory, String name) {
        return name.equals("vendor")
                && (beside(directory, "composer.json", "go.mod", "gemfile", "glide.yaml")
                        || holds(
                                directory,
                                c -> c.equals("autoload.php") || c.equals("modules.txt")));
    }

    private boolean beside(String directory, String... names) {
        return holds(parent(directory), Set.of(names)::contains);
    }

    private boolean holds(String directory, Predicate<String> name) {
        return children.getOrDefault(directory, Set.of()).stream().anyMatch(name);
    }

    /** Whether code may lie directly in the directory: {@code bin/www} has no telling name. */
    private boolean holdsSource(String directory) {
        return holds(directory, VendorDirectories::isSource);
    }

    private static boolean isSource(String name) {
        return name.indexOf('.') < 0
                || Language.ofName(name).filter(l -> l.kind() == Language.Kind.CODE).isPresent();
    }
}
