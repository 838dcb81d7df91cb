package io.digitalworker.facts.framework.java;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.data.DataFile;
import io.digitalworker.facts.data.XmlElement;
import io.digitalworker.facts.source.SourceFile;
import io.digitalworker.facts.syntax.Dialect;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The modules of an archive by their directories, which end with a slash; that of the archive itself is
 * empty. What a module is configured with holds for itself and for the modules that it depends on, by
 * its {@code pom.xml} or Gradle script.
 */
final class JavaModules {
    private static final String SOURCES = "src/main/";
    private static final List<String> SCRIPTS = List.of("build.gradle", "build.gradle.kts");
    private static final List<String> MAINS =
            List.of(
                    "SpringApplication",
                    "SpringApplicationBuilder",
                    "SpringBootApplication",
                    "SpringBootServletInitializer",
                    "QuarkusMain");
    private static final Pattern PROJECT =
            Pattern.compile(
                    "\\bproject\\s*\\(\\s*(?:path\\s*[:=]\\s*)?[\"']([\\w.:/-]{1,200})[\"']");
    private static final Pattern ACCESSOR = Pattern.compile("\\bprojects((?:\\.\\w{1,80}){1,8})");

    private final Map<String, Set<String>> dependencies = new HashMap<>();
    private final Map<String, Set<String>> reached = new HashMap<>();
    private final Set<String> poms = new HashSet<>();
    private final Set<String> builds = new HashSet<>();
    private final Set<String> applications = new HashSet<>();

    private JavaModules() {}

    static JavaModules of(CodeBase code) {
        JavaModules modules = new JavaModules();
        List<SourceFile> poms = code.data().named("pom.xml");
        poms.forEach(pom -> modules.poms.add(directory(pom)));
        modules.builds.addAll(modules.poms);
        Map<String, SourceFile> scripts = new HashMap<>();
        for (SourceFile file : code.tree().files()) {
            if (SCRIPTS.contains(file.name())) {
                scripts.put(directory(file), file);
                modules.builds.add(directory(file));
            }
        }
        modules.maven(poms.stream().map(code.data()::read).toList());
        scripts.forEach(
                (module, script) -> modules.gradle(module, code.tree().text(script).text()));
        for (CodeFile file : code.filesWith(Dialect.JAVA, MAINS.toArray(String[]::new))) {
            if (!JavaCode.isTest(file.path())) {
                modules.applications.add(modules.root(file.path()));
            }
        }
        return modules;
    }

    private static String directory(SourceFile file) {
        return slashed(file.directory());
    }

    private static String slashed(String directory) {
        return directory.isEmpty() ? "" : directory + "/";
    }

    private void maven(List<DataFile> poms) {
        Map<String, Set<String>> byName = new HashMap<>();
        for (DataFile pom : poms) {
            String name = pom.xml().value("artifactId").orElse("").strip();
            byName.computeIfAbsent(name, n -> new TreeSet<>()).add(directory(pom.file()));
        }
        for (DataFile pom : poms) {
            for (XmlElement dependency : pom.xml().child("dependencies").children("dependency")) {
                String name = dependency.value("artifactId").orElse("").strip();
                Set<String> named = byName.getOrDefault(name, Set.of());
                if (named.size() == 1) {
                    depends(directory(pom.file()), named.iterator().next());
                }
            }
        }
    }

    private void gradle(String module, String script) {
        Matcher project = PROJECT.matcher(script);
        while (project.find()) {
            named(module, project.group(1).replace(':', '/').replaceFirst("^/", ""));
        }
        Matcher accessor = ACCESSOR.matcher(script);
        while (accessor.find()) {
            String path = accessor.group(1).substring(1).replace('.', '/');
            named(module, path.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT));
        }
    }

    /** The module of a Gradle path, from the nearest directory above that has it. */
    private void named(String module, String path) {
        String above = module;
        while (!above.isEmpty()) {
            above = above.substring(0, above.lastIndexOf('/', above.length() - 2) + 1);
            if (builds.contains(above + path + "/")) {
                depends(module, above + path + "/");
                return;
            }
        }
    }

    private void depends(String module, String other) {
        dependencies.computeIfAbsent(module, m -> new HashSet<>()).add(other);
    }

    /** The directory above {@code src/main}, else the nearest one with a build file. */
    String root(String path) {
        int at = path.indexOf(SOURCES);
        if (at == 0 || (at > 0 && path.charAt(at - 1) == '/')) {
            return path.substring(0, at);
        }
        int slash = path.lastIndexOf('/');
        while (slash > 0 && !builds.contains(path.substring(0, slash + 1))) {
            slash = path.lastIndexOf('/', slash - 1);
        }
        return slash > 0 ? path.substring(0, slash + 1) : "";
    }

    /** Whether what a module is configured with holds for another one. */
    boolean holds(String module, String other) {
        return module.equals(other) || dependsOn(module, other) || dependsOn(other, module);
    }

    /** Whether a module has another one on its class path. */
    boolean dependsOn(String module, String library) {
        return reached.computeIfAbsent(module, this::reach).contains(library);
    }

    private Set<String> reach(String module) {
        Set<String> seen = new HashSet<>();
        Deque<String> waiting = new ArrayDeque<>(dependencies.getOrDefault(module, Set.of()));
        while (!waiting.isEmpty()) {
            String next = waiting.pop();
            if (seen.add(next)) {
                waiting.addAll(dependencies.getOrDefault(next, Set.of()));
            }
        }
        return seen;
    }

    /**
     * Whether a module that is no application itself may be run by another one, though no build file says
     * so: the two are built together.
     */
    boolean mayRun(String application, String library) {
        String build = build(application);
        boolean together = builds.isEmpty() || (!build.isEmpty() && build.equals(build(library)));
        boolean told = poms.contains(application) && poms.contains(library);
        return together && !told && !applications.contains(library);
    }

    /** The outermost directory with a build file, and a slash before; empty if there is none. */
    private String build(String module) {
        int slash = -1;
        do {
            String above = module.substring(0, slash + 1);
            if (builds.contains(above)) {
                return "/" + above;
            }
            slash = module.indexOf('/', slash + 1);
        } while (slash >= 0);
        return "";
    }

    /** Whether a module has a main class of its own. */
    boolean isApplication(String module) {
        return applications.contains(module);
    }
}
