package io.digitalworker.facts.inventory;

import io.digitalworker.facts.inventory.Inventory.ModuleCount;
import io.digitalworker.facts.source.SourceFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which directories are modules, and what belongs to each. */
final class Modules {
    private static final Set<String> BUILD_FILES =
            Set.of(
                    "pom.xml",
                    "build.gradle",
                    "build.gradle.kts",
                    "package.json",
                    "pyproject.toml",
                    "setup.py",
                    "composer.json",
                    "go.mod",
                    "Cargo.toml");
    private static final Set<String> PROJECT_ENDS = Set.of("csproj", "vbproj", "fsproj");

    private Modules() {}

    static List<ModuleCount> of(List<SourceFile> files) {
        Map<String, SourceFile> builds = builds(files);
        SortedMap<String, ModuleCount> modules = new TreeMap<>();
        for (SourceFile file : files) {
            String path = moduleOf(file, builds.keySet());
            ModuleCount so = modules.get(path);
            modules.put(path, so == null ? first(path, file, builds) : plus(so, file));
        }
        return List.copyOf(modules.values());
    }

    private static Map<String, SourceFile> builds(List<SourceFile> files) {
        Map<String, SourceFile> builds = new HashMap<>();
        for (SourceFile file : files) {
            if (projectFile(file)) {
                builds.put(file.directory(), file);
            } else if (BUILD_FILES.contains(file.name())) {
                builds.putIfAbsent(file.directory(), file);
            }
        }
        return builds;
    }

    private static boolean projectFile(SourceFile file) {
        return PROJECT_ENDS.contains(file.name().substring(file.name().lastIndexOf('.') + 1));
    }

    /** The nearest directory upwards with a build file, else the top-level directory. */
    private static String moduleOf(SourceFile file, Set<String> builds) {
        for (String at = file.directory(); !at.isEmpty(); at = parent(at)) {
            if (builds.contains(at)) {
                return at;
            }
        }
        if (builds.contains("")) {
            return "";
        }
        int slash = file.path().indexOf('/');
        return slash < 0 ? "" : file.path().substring(0, slash);
    }

    private static String parent(String directory) {
        return directory.substring(0, Math.max(0, directory.lastIndexOf('/')));
    }

    private static ModuleCount first(String path, SourceFile file, Map<String, SourceFile> builds) {
        SourceFile build = builds.get(path);
        String name = path.isEmpty() ? "(root)" : path.substring(path.lastIndexOf('/') + 1);
        if (build != null && projectFile(build)) {
            name = build.name().substring(0, build.name().lastIndexOf('.'));
        }
        return new ModuleCount(name, path, build == null ? "" : build.path(), 1, file.lines());
    }

    private static ModuleCount plus(ModuleCount so, SourceFile file) {
        return new ModuleCount(
                so.name(), so.path(), so.buildFile(), so.files() + 1, so.lines() + file.lines());
    }
}
