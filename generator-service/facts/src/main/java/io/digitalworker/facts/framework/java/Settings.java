package io.digitalworker.facts.framework.java;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.data.DataFile;
import io.digitalworker.facts.data.DataNode;
import io.digitalworker.facts.source.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What Java applications are configured with: Spring's, Quarkus' and Micronaut's {@code application}
 * files and MicroProfile's, as they are without a profile or with the one that they name themselves.
 * Each module has its own; a module without any has those of the only one that depends on it.
 */
final class Settings {
    private static final int MAX_NESTING = 8;
    private static final List<String> NAMES =
            List.of(
                    "microprofile-config.properties",
                    "bootstrap.yml",
                    "bootstrap.yaml",
                    "bootstrap.properties",
                    "application*.yml",
                    "application*.yaml",
                    "application*.properties");

    private final JavaModules modules;
    private final NavigableMap<String, Map<String, String>> byRoot = new TreeMap<>();

    private Settings(JavaModules modules) {
        this.modules = modules;
    }

    static Settings of(CodeBase code, JavaModules modules) {
        Map<String, List<DataFile>> files = new TreeMap<>();
        for (String name : NAMES) {
            for (SourceFile file : code.data().named(name)) {
                if (!JavaCode.isTest(file.path())) {
                    files.computeIfAbsent(root(file.path()), r -> new ArrayList<>())
                            .add(code.data().read(file));
                }
            }
        }
        Settings settings = new Settings(modules);
        files.forEach((root, of) -> settings.byRoot.put(root, values(of)));
        return settings;
    }

    /** The directory of the module that a file of the configuration belongs to. */
    private static String root(String path) {
        for (String sources : List.of("src/main/", "resources/", "config/")) {
            int at = path.indexOf(sources);
            if (at == 0 || (at > 0 && path.charAt(at - 1) == '/')) {
                return path.substring(0, at);
            }
        }
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    private static Map<String, String> values(List<DataFile> files) {
        Map<String, String> values = new LinkedHashMap<>();
        List<DataFile> plain = files.stream().filter(f -> profile(f).isEmpty()).toList();
        plain.forEach(file -> read(file, Set.of(), values));
        Set<String> active = active(values);
        if (!active.isEmpty()) {
            plain.forEach(file -> read(file, active, values));
            files.stream()
                    .filter(file -> active.contains(profile(file)))
                    .forEach(file -> read(file, active, values));
        }
        return values;
    }

    private static Set<String> active(Map<String, String> values) {
        Set<String> active = new LinkedHashSet<>();
        values.forEach(
                (key, value) -> {
                    if (key.startsWith("spring.profiles.active")) {
                        active.addAll(List.of(value.replace(" ", "").split(",", -1)));
                    }
                });
        active.removeIf(name -> name.isEmpty() || name.contains("$") || name.contains("@"));
        return active;
    }

    /** {@code dev} of {@code application-dev.yml}; empty for a file of all profiles. */
    private static String profile(DataFile file) {
        String name = file.file().name();
        String stem = name.substring(0, name.lastIndexOf('.'));
        return stem.startsWith("application-") ? stem.substring("application-".length()) : "";
    }

    private static void read(DataFile file, Set<String> active, Map<String, String> values) {
        for (DataNode document : file.documents()) {
            DataNode profile = document.at("spring.config.activate.on-profile");
            DataNode older = document.at("spring.profiles");
            List<String> only = new ArrayList<>(profile.texts());
            only.addAll(older.texts());
            if (only.isEmpty() || only.stream().anyMatch(active::contains)) {
                document.leaves().forEach(leaf -> values.put(plain(leaf.path()), leaf.text()));
            }
        }
    }

    /** Spring's relaxed names: {@code context-path} is {@code contextPath}. */
    private static String plain(String key) {
        return key.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }

    /** Whether a module has no files of its own. */
    boolean isWithoutOwn(String root) {
        return !byRoot.containsKey(root);
    }

    /** The value of the first key that is set for the module of a file. */
    Optional<String> get(String path, String... keys) {
        for (Map<String, String> values : near(path)) {
            for (String key : keys) {
                String value = values.get(plain(key));
                if (value != null && !value.isBlank()) {
                    return Optional.of(value.strip());
                }
            }
        }
        return Optional.empty();
    }

    private List<Map<String, String>> near(String path) {
        if (byRoot.isEmpty()) {
            return List.of();
        }
        String module = modules.root(path);
        List<String> roots =
                byRoot.keySet().stream()
                        .filter(root -> path.startsWith(root) && !isOther(root, module))
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .toList();
        return (roots.isEmpty() ? running(module) : roots).stream().map(byRoot::get).toList();
    }

    /** Whether the settings above a module are those of another application. */
    private boolean isOther(String root, String module) {
        return !root.equals(module) && modules.isApplication(root) && modules.isApplication(module);
    }

    /** The one module that runs another one, which has no settings; empty if there are several. */
    private List<String> running(String library) {
        List<String> dependents =
                byRoot.keySet().stream().filter(r -> modules.dependsOn(r, library)).toList();
        if (dependents.isEmpty() && byRoot.size() == 1) {
            return byRoot.keySet().stream().filter(r -> modules.mayRun(r, library)).toList();
        }
        return dependents.size() == 1 ? dependents : List.of();
    }

    /** The value of the first key that is set, its placeholders filled in; empty text if none is. */
    Value filled(String path, String... keys) {
        return get(path, keys)
                .map(value -> fill(new Value(value, true, false), path))
                .orElse(new Value("", true, true));
    }

    /** A text with {@code ${key:default}} filled in; it is not known if one has neither. */
    Value fill(Value text, String path) {
        return text.text().contains("${") ? fill(text.text(), path, MAX_NESTING, text) : text;
    }

    private Value fill(String text, String path, int nesting, Value whole) {
        StringBuilder filled = new StringBuilder();
        boolean known = whole.known();
        int i = 0;
        while (i < text.length()) {
            int close = text.startsWith("${", i) ? closing(text, i + 1) : -1;
            if (close < 0) {
                filled.append(text.charAt(i++));
                continue;
            }
            Value value = placeholder(text.substring(i + 2, close), path, nesting - 1);
            filled.append(value.text());
            known &= value.known();
            i = close + 1;
        }
        return new Value(filled.toString(), known, false);
    }

    private Value placeholder(String inside, String path, int nesting) {
        int colon = inside.indexOf(':');
        String key = colon < 0 ? inside : inside.substring(0, colon);
        Optional<String> set = get(path, key.strip());
        Value unknown = new Value("{" + key.replaceAll("[^\\w.-]", "") + "}", false, false);
        if (nesting <= 0 || (set.isEmpty() && colon < 0)) {
            return unknown;
        }
        String value = set.isPresent() ? set.get() : inside.substring(colon + 1);
        return fill(value, path, nesting, new Value(value, true, false));
    }

    private static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /** All keys with their values for the module of a file, the nearest of each, in plain form. */
    NavigableMap<String, String> all(String path) {
        NavigableMap<String, String> all = new TreeMap<>();
        near(path).forEach(values -> values.forEach(all::putIfAbsent));
        return all;
    }
}
