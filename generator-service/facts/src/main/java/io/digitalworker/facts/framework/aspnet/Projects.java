package io.digitalworker.facts.framework.aspnet;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.data.DataFile;
import io.digitalworker.facts.data.XmlElement;
import io.digitalworker.facts.source.SourceFile;
import io.digitalworker.facts.syntax.Dialect;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The projects of an archive by their directories. Conventions, prefixes and transformers hold for the
 * project that declares them, those it refers to and those that refer to it. Where there are no project
 * files, the directory of a program is a project; an archive with one program or none is one project.
 */
final class Projects {
    private static final List<String> TEST_PACKAGES =
            List.of("microsoft.net.test.sdk", "xunit", "nunit", "mstest");

    private static final String[] PROGRAMS = {
        "CreateBuilder", "CreateDefaultBuilder", "UseEndpoints", "UseMvc", "UseMvcWithDefaultRoute"
    };
    private static final Set<String> NAMES = Set.of("Program.cs", "Startup.cs");

    private final Map<String, Set<String>> references = new HashMap<>();
    private final Set<String> tests = new HashSet<>();
    private final Set<String> applications = new HashSet<>();
    private final Map<String, Set<String>> reachable = new HashMap<>();

    Projects(CodeBase code) {
        for (SourceFile file : code.data().named("*.csproj")) {
            read(code.data().read(file));
        }
        programs(code);
        references.keySet().forEach(project -> reachable.put(project, reached(project)));
    }

    private void read(DataFile file) {
        Set<String> to = references.computeIfAbsent(file.file().directory(), d -> new HashSet<>());
        if (file.xml().attribute("Sdk", "").startsWith("Microsoft.NET.Sdk.Web")) {
            applications.add(file.file().directory());
        }
        Deque<XmlElement> waiting = new ArrayDeque<>(List.of(file.xml()));
        while (!waiting.isEmpty()) {
            XmlElement element = waiting.pop();
            element.children().forEach(waiting::push);
            String include = element.attribute("Include", "");
            if (element.name().equals("ProjectReference")) {
                to.add(resolved(file.file().directory(), include));
            } else if (element.name().equals("PackageReference") && ofTests(include)) {
                tests.add(file.file().directory());
            }
        }
    }

    /** Directories with a program that no project file stands above, if there are several applications. */
    private void programs(CodeBase code) {
        Set<String> programs = new HashSet<>();
        for (CodeFile file : code.filesWith(Dialect.CSHARP, PROGRAMS)) {
            boolean named = NAMES.contains(file.file().name());
            if (named && of(file).isEmpty()) {
                programs.add(file.file().directory());
            }
        }
        if (programs.size() > 1 || !references.isEmpty()) {
            programs.forEach(program -> references.putIfAbsent(program, new HashSet<>()));
        }
    }

    private static boolean ofTests(String packageName) {
        String lower = packageName.toLowerCase(Locale.ROOT);
        return TEST_PACKAGES.stream().anyMatch(lower::startsWith);
    }

    private static String resolved(String directory, String include) {
        List<String> parts = new ArrayList<>(List.of(directory.split("/", -1)));
        String path = include.replace('\\', '/');
        for (String part : path.substring(0, Math.max(0, path.lastIndexOf('/'))).split("/", -1)) {
            if (part.equals("..") && !parts.isEmpty()) {
                parts.remove(parts.size() - 1);
            } else if (!part.isEmpty() && !part.equals(".") && !part.equals("..")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }

    private Set<String> reached(String project) {
        Set<String> seen = new HashSet<>();
        Deque<String> waiting = new ArrayDeque<>(List.of(project));
        while (!waiting.isEmpty()) {
            String next = waiting.pop();
            if (seen.add(next)) {
                references.getOrDefault(next, Set.of()).forEach(waiting::push);
            }
        }
        return seen;
    }

    /** The directory of the project that a path belongs to; empty when there is none. */
    String of(String path) {
        String directory = path;
        while (directory.contains("/")) {
            directory = directory.substring(0, directory.lastIndexOf('/'));
            if (references.containsKey(directory)) {
                return directory;
            }
        }
        return "";
    }

    String of(CodeFile file) {
        return of(file.path());
    }

    /** Whether one of the two projects is part of the other's application. */
    boolean related(String one, String other) {
        return one.equals(other)
                || reachable.getOrDefault(one, Set.of()).contains(other)
                || reachable.getOrDefault(other, Set.of()).contains(one);
    }

    /**
     * Whether an application may load a project that nobody refers to: it is a library, and both are
     * built on the same project of the archive.
     */
    boolean pluggedInto(String project, String application) {
        boolean library = references.containsKey(project) && !applications.contains(project);
        return library
                && applications.contains(application)
                && !tests.contains(project)
                && references.keySet().stream()
                        .noneMatch(other -> !tests.contains(other) && refers(other, project))
                && reachable.getOrDefault(application, Set.of()).stream()
                        .anyMatch(shared -> refers(project, shared));
    }

    private boolean refers(String from, String to) {
        return !from.equals(to) && reachable.getOrDefault(from, Set.of()).contains(to);
    }

    boolean related(CodeFile one, CodeFile other) {
        return related(of(one), of(other));
    }

    /** Whether a file is of a project of tests, whose endpoints nobody is served by. */
    boolean tests(CodeFile file) {
        return tests.contains(of(file));
    }
}
