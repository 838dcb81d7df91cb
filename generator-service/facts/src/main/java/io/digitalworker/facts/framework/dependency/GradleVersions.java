package io.digitalworker.facts.framework.dependency;

import io.digitalworker.facts.data.DataFile;
import io.digitalworker.facts.data.DataFiles;
import io.digitalworker.facts.data.DataNode;
import io.digitalworker.facts.source.ArchivePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the versions of Gradle builds stand: catalogs, variables of scripts, {@code gradle.properties}. */
final class GradleVersions {
    private static final Pattern VARIABLE =
            Pattern.compile(
                    "([A-Za-z_]\\w{0,60})[\"']?\\]?\\s{0,5}(?:=|,|:|by extra\\()\\s{0,5}"
                            + "[\"']([^\"'$\\n]{1,80})[\"']");
    private static final String CATALOG = ".versions.toml";
    private static final int MAX_STEPS = 10;

    /** Variables by directory, then by name. */
    private final Map<String, Map<String, String>> variables = new TreeMap<>();

    private final List<Catalog> catalogs = new ArrayList<>();

    /** A package of a catalog. */
    record Library(String name, String version) {}

    /** @param base the directory whose builds it serves */
    private record Catalog(
            String name,
            String base,
            Map<String, Library> libraries,
            Map<String, List<String>> bundles) {}

    GradleVersions(DataFiles data) {
        for (DataFile file : data.readNamed("*" + CATALOG)) {
            catalogs.add(catalog(file));
        }
        for (DataFile file : data.readNamed("gradle.properties")) {
            Map<String, String> here = of(file.file().directory());
            file.root().entries().forEach(e -> here.putIfAbsent(e.key(), e.value().text("")));
        }
    }

    private Map<String, String> of(String directory) {
        return variables.computeIfAbsent(directory, d -> new HashMap<>());
    }

    /** Takes the variables of a script; of several with one name the first. */
    void enter(String directory, GradleText script) {
        String base =
                directory.endsWith("/gradle") || directory.equals("gradle")
                        ? ArchivePath.directory(directory)
                        : directory;
        Matcher matcher = VARIABLE.matcher(script.text());
        while (matcher.find()) {
            of(base).putIfAbsent(matcher.group(1), matcher.group(2));
        }
    }

    private static Catalog catalog(DataFile file) {
        String directory = file.file().directory();
        boolean usual = ArchivePath.name(directory).equals("gradle");
        String base = usual ? ArchivePath.directory(directory) : directory;
        String name = file.file().name();
        Map<String, Library> libraries = new HashMap<>();
        for (DataNode.Entry each : file.root().get("libraries").entries()) {
            libraries.put(accessor(each.key()), library(each.value(), file.root().get("versions")));
        }
        Map<String, List<String>> bundles = new HashMap<>();
        for (DataNode.Entry each : file.root().get("bundles").entries()) {
            bundles.put(
                    accessor(each.key()),
                    each.value().texts().stream().map(GradleVersions::accessor).toList());
        }
        String title = name.substring(0, name.length() - CATALOG.length());
        return new Catalog(title, base, libraries, bundles);
    }

    private static Library library(DataNode node, DataNode versions) {
        if (node.isScalar()) {
            String[] parts = node.text("").split(":", -1);
            String name = parts.length > 1 ? parts[0] + ":" + parts[1] : parts[0];
            return new Library(name, parts.length > 2 ? parts[2] : "");
        }
        String name =
                node.get("module")
                        .text()
                        .orElseGet(
                                () -> node.get("group").text("") + ":" + node.get("name").text(""));
        DataNode reference = node.get("version", "ref");
        DataNode version =
                reference.isMissing() ? node.get("version") : versions.get(reference.text(""));
        String rich = version.get("strictly").text(version.get("require").text(""));
        return new Library(name, version.text(rich.isEmpty() ? prefer(version) : rich));
    }

    private static String prefer(DataNode version) {
        return version.get("prefer").text("");
    }

    private static String accessor(String alias) {
        return alias.replace('-', '.').replace('_', '.');
    }

    /** The packages that an accessor such as {@code libs.bundles.web} stands for; none if unknown. */
    List<Library> libraries(String accessor, String directory) {
        for (Catalog catalog : catalogs) {
            boolean above =
                    catalog.base.isEmpty() || (directory + "/").startsWith(catalog.base + "/");
            if (above && accessor.startsWith(catalog.name + ".")) {
                String rest = accessor.substring(catalog.name.length() + 1);
                List<String> names =
                        rest.startsWith("bundles.")
                                ? catalog.bundles.getOrDefault(rest.substring(8), List.of())
                                : List.of(rest);
                return names.stream()
                        .map(catalog.libraries::get)
                        .filter(library -> library != null)
                        .map(library -> library)
                        .toList();
            }
        }
        return List.of();
    }

    /** Whether an accessor begins like one of a catalog. */
    boolean isCatalog(String accessor) {
        return catalogs.stream().anyMatch(each -> accessor.startsWith(each.name + "."));
    }

    /** A text with {@code $x} and {@code ${a.b.x}} filled in; those that are not known stay. */
    String fill(String text, String directory) {
        StringBuilder filled = new StringBuilder(text);
        int at = filled.indexOf("$");
        for (int step = 0; at >= 0 && step < MAX_STEPS; step++) {
            int end = nameEnd(filled, at + 1);
            String name = filled.substring(at + 1, end).replaceAll("[^\\w.\"']", "");
            Optional<String> value = variable(lastName(name), directory);
            if (value.isPresent()) {
                filled.replace(at, end, value.get());
            } else {
                at++;
            }
            at = filled.indexOf("$", at);
        }
        return filled.toString();
    }

    private static int nameEnd(CharSequence text, int from) {
        int at = from;
        boolean braces = at < text.length() && text.charAt(at) == '{';
        while (at < text.length()
                && (braces
                        ? text.charAt(at) != '}'
                        : Character.isJavaIdentifierPart(text.charAt(at))
                                && text.charAt(at) != '$')) {
            at++;
        }
        return Math.min(text.length(), braces ? at + 1 : at);
    }

    private static String lastName(String expression) {
        String plain = expression.replaceAll("[\"']", ".").replaceAll("\\.+$", "");
        return plain.substring(plain.lastIndexOf('.') + 1);
    }

    /** A variable of this directory, or of the closest one above. */
    Optional<String> variable(String name, String directory) {
        String at = directory;
        while (true) {
            String value = variables.getOrDefault(at, Map.of()).get(name);
            if (value != null || at.isEmpty()) {
                return Optional.ofNullable(value);
            }
            at = ArchivePath.directory(at);
        }
    }
}
