package io.digitalworker.facts.framework.dependency;

import io.digitalworker.facts.data.DataFile;
import io.digitalworker.facts.data.DataFiles;
import io.digitalworker.facts.data.XmlElement;
import io.digitalworker.facts.source.ArchivePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The {@code pom.xml} files of a source tree, with their parents as far as these are in it. */
final class MavenPoms {
    private static final int MAX_STEPS = 20;

    private final Map<String, DataFile> byPath = new LinkedHashMap<>();
    private final Map<String, DataFile> byId = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> properties = new HashMap<>();
    private final Map<String, Map<String, Managed>> managed = new HashMap<>();

    MavenPoms(DataFiles data) {
        for (DataFile file : data.readNamed("pom.xml")) {
            if (file.xml().name().equals("project")) {
                byPath.put(file.path(), file);
            }
        }
        byPath.values().forEach(file -> byId.putIfAbsent(id(file), file));
    }

    List<DataFile> all() {
        return List.copyOf(byPath.values());
    }

    /** Whether the archive builds this artifact. */
    boolean builds(String id) {
        return byId.containsKey(id);
    }

    private static String id(DataFile file) {
        XmlElement project = file.xml();
        String group = project.child("groupId").text();
        String inherited = project.child("parent", "groupId").text();
        return (group.isEmpty() ? inherited : group) + ":" + project.child("artifactId").text();
    }

    /** A pom and its parents, the nearest first. */
    List<DataFile> lineage(DataFile pom) {
        List<DataFile> lineage = new ArrayList<>(List.of(pom));
        Optional<DataFile> parent = parent(pom);
        while (parent.isPresent()
                && !lineage.contains(parent.get())
                && lineage.size() < MAX_STEPS) {
            lineage.add(parent.get());
            parent = parent(parent.get());
        }
        return lineage;
    }

    /** The parent, if it is of this archive. */
    Optional<DataFile> parent(DataFile pom) {
        XmlElement parent = pom.xml().child("parent");
        if (parent.isNone()) {
            return Optional.empty();
        }
        String id = parent.child("groupId").text() + ":" + parent.child("artifactId").text();
        String written = parent.child("relativePath").text();
        String relative = written.isEmpty() ? "../pom.xml" : written;
        String path = ArchivePath.resolve(pom.file().directory(), relative);
        String file = path.endsWith(".xml") ? path : ArchivePath.resolve(path, "pom.xml");
        return Optional.ofNullable(byPath.get(file))
                .filter(there -> id(there).equals(id))
                .or(() -> Optional.ofNullable(byId.get(id)));
    }

    /** A text with its {@code ${x}} filled in from a lineage; those that are not known stay. */
    String fill(String text, List<DataFile> lineage) {
        StringBuilder filled = new StringBuilder(text);
        int at = filled.indexOf("${");
        for (int step = 0; at >= 0 && step < MAX_STEPS; step++) {
            int end = filled.indexOf("}", at);
            Optional<String> value =
                    end < 0 ? Optional.empty() : property(filled.substring(at + 2, end), lineage);
            if (value.isPresent() && value.get().length() < 200) {
                filled.replace(at, end + 1, value.get());
            } else {
                at += 2;
            }
            at = filled.indexOf("${", at);
        }
        return filled.toString();
    }

    private Optional<String> property(String name, List<DataFile> lineage) {
        String plain = name.strip();
        for (DataFile pom : lineage) {
            String value = properties(pom).get(plain);
            if (value != null) {
                return Optional.of(value);
            }
        }
        return switch (plain) {
            case "project.version", "version", "pom.version" -> own(lineage, "version");
            case "project.groupId", "groupId", "pom.groupId" -> own(lineage, "groupId");
            case "project.artifactId", "artifactId" -> own(lineage, "artifactId");
            case "project.parent.version" -> parentOwn(lineage, "version");
            case "project.parent.groupId" -> parentOwn(lineage, "groupId");
            default -> Optional.empty();
        };
    }

    private static Optional<String> own(List<DataFile> lineage, String name) {
        XmlElement own = lineage.get(0).xml().child(name);
        return own.isNone() ? parentOwn(lineage, name) : Optional.of(own.text());
    }

    private static Optional<String> parentOwn(List<DataFile> lineage, String name) {
        XmlElement value = lineage.get(0).xml().child("parent", name);
        return value.isNone() ? Optional.empty() : Optional.of(value.text());
    }

    private Map<String, String> properties(DataFile pom) {
        return properties.computeIfAbsent(
                pom.path(),
                path -> {
                    Map<String, String> own = new HashMap<>();
                    for (XmlElement each : pom.xml().child("properties").children()) {
                        own.put(each.name(), each.text());
                    }
                    return own;
                });
    }

    /** Version and scope as written, with the poms whose properties they are filled in from. */
    record Managed(String version, String scope, List<DataFile> lineage) {}

    /** What the dependency management of a pom, its parents and imported BOMs says, by artifact. */
    Map<String, Managed> managed(DataFile pom) {
        return managed(pom, 0);
    }

    private Map<String, Managed> managed(DataFile pom, int depth) {
        Map<String, Managed> known = managed.get(pom.path());
        if (known != null) {
            return known;
        }
        Map<String, Managed> all = new HashMap<>();
        List<DataFile> lineage = lineage(pom);
        List<DataFile> boms = new ArrayList<>();
        for (DataFile each : lineage) {
            for (XmlElement element : management(each)) {
                String id = id(element, lineage);
                String scope = element.child("scope").text();
                String version = element.child("version").text();
                all.putIfAbsent(id, new Managed(version, scope, lineage));
                DataFile bom = byId.get(id);
                if (scope.equals("import") && bom != null) {
                    boms.add(bom);
                }
            }
        }
        if (depth < 4) {
            boms.forEach(bom -> managed(bom, depth + 1).forEach(all::putIfAbsent));
        }
        managed.put(pom.path(), all);
        return all;
    }

    private static List<XmlElement> management(DataFile pom) {
        return pom.xml().child("dependencyManagement", "dependencies").children("dependency");
    }

    String id(XmlElement dependency, List<DataFile> lineage) {
        String group = fill(dependency.child("groupId").text(), lineage);
        return group + ":" + fill(dependency.child("artifactId").text(), lineage);
    }
}
