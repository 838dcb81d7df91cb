package io.digitalworker.facts.framework.contract;

import io.digitalworker.facts.source.SourceFile;
import io.digitalworker.facts.source.SourceTree;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells to which module a path belongs: the nearest directory above with a build file or {@code
 * src/main}.
 */
final class ModuleRoots {
    private static final Set<String> BUILD_FILES =
            Set.of(
                    "pom.xml",
                    "build.gradle",
                    "build.gradle.kts",
                    "package.json",
                    "pyproject.toml",
                    "requirements.txt",
                    "setup.py",
                    "go.mod");
    private static final String SOURCES = "/src/main/";
    private static final List<String> PROJECTS = List.of(".csproj", ".fsproj", ".vbproj");
    private static final Set<String> ASIDE =
            Set.of("test", "tests", "__tests__", "testdata", "fixtures", "mocks", "__mocks__");

    private final Set<String> roots = new HashSet<>();

    ModuleRoots(SourceTree tree) {
        for (SourceFile file : tree.files()) {
            boolean project = PROJECTS.stream().anyMatch(file.name()::endsWith);
            if (project || BUILD_FILES.contains(file.name())) {
                roots.add(file.directory());
            }
            int sources = file.path().indexOf(SOURCES);
            if (sources > 0) {
                roots.add(file.path().substring(0, sources));
            }
        }
    }

    /** The directory of the module; empty for the archive itself. */
    String of(String path) {
        int slash = path.lastIndexOf('/');
        while (slash > 0) {
            String directory = path.substring(0, slash);
            if (roots.contains(directory)) {
                return directory;
            }
            slash = directory.lastIndexOf('/');
        }
        return "";
    }

    /** Whether a file is there for tests only. */
    static boolean isTest(String path) {
        for (String part : path.split("/", -1)) {
            if (ASIDE.contains(part)) {
                return true;
            }
        }
        return false;
    }
}
