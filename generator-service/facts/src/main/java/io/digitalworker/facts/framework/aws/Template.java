package io.digitalworker.facts.framework.aws;

import io.digitalworker.facts.data.DataFile;
import io.digitalworker.facts.data.DataNode;
import io.digitalworker.facts.data.DataNode.Entry;
import io.digitalworker.facts.source.Evidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A CloudFormation or SAM template: its resources, and what its functions ({@code !Ref}, {@code
 * Fn::Sub} and so on) stand for as far as it tells.
 */
final class Template {
    private final DataFile file;
    private final DataNode root;
    private final Map<String, Declared> resources = new LinkedHashMap<>();
    private final Intrinsics intrinsics;

    /**
     * A resource.
     *
     * @param condition under which it is made; empty if always
     */
    record Declared(String name, String type, DataNode properties, String condition, Entry entry) {
        /** What starts a function or state machine of SAM; none of other resources. */
        List<Entry> events() {
            return type.equals("AWS::Serverless::Function")
                            || type.equals("AWS::Serverless::StateMachine")
                    ? properties.get("Events").entries()
                    : List.of();
        }
    }

    Template(DataFile file, DataNode root) {
        this.file = file;
        this.root = root;
        for (Entry entry : root.get("Resources").entries()) {
            String type = entry.value().get("Type").text("");
            if (!type.isEmpty()) {
                resources.put(
                        entry.key(),
                        new Declared(
                                entry.key(),
                                type,
                                entry.value().get("Properties"),
                                entry.value().get("Condition").text(""),
                                entry));
            }
        }
        this.intrinsics = new Intrinsics(root, resources.keySet());
    }

    static boolean isTemplate(DataNode root) {
        return root.get("Resources").entries().stream()
                .anyMatch(
                        entry -> {
                            String type = entry.value().get("Type").text("");
                            return type.startsWith("AWS::") || type.startsWith("Custom::");
                        });
    }

    DataFile file() {
        return file;
    }

    DataNode root() {
        return root;
    }

    List<Declared> resources() {
        return List.copyOf(resources.values());
    }

    List<Declared> resources(String... types) {
        List<String> wanted = List.of(types);
        return resources.values().stream().filter(r -> wanted.contains(r.type())).toList();
    }

    Optional<Declared> resource(String name) {
        return Optional.ofNullable(resources.get(name));
    }

    /** A property, else what SAM's {@code Globals} say for its kind. */
    DataNode property(Declared resource, String key) {
        DataNode own = resource.properties().get(key);
        String kind = resource.type().replaceFirst(".*::", "");
        return own.isMissing() && resource.type().startsWith("AWS::Serverless::")
                ? root.get("Globals", kind, key)
                : own;
    }

    /** A value as text; what is not known stands in braces; a resource stands as its name. */
    String text(DataNode node) {
        return intrinsics.text(node);
    }

    /** The names of the resources that a value refers to, in the order of the file. */
    List<String> references(DataNode node) {
        return intrinsics.references(node);
    }

    /** The first resource that a value refers to. */
    Optional<Declared> referred(DataNode node) {
        return references(node).stream().findFirst().flatMap(this::resource);
    }

    Evidence evidence(Declared resource) {
        return file.evidence(resource.entry().span());
    }

    Evidence evidence(Entry entry) {
        return file.evidence(entry.span());
    }

    static List<String> with(List<String> list, String more) {
        List<String> all = new ArrayList<>(list);
        if (!more.isEmpty()) {
            all.add(more);
        }
        return all;
    }
}
