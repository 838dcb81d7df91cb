package io.digitalworker.facts.framework.aws;

import io.digitalworker.facts.data.DataNode;
import io.digitalworker.facts.data.DataNode.Entry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the functions of a template stand for, in YAML's short form and in the long one. */
final class Intrinsics {
    private static final int MAX_STEPS = 24;
    private static final int MAX_LENGTH = 2_000;
    private static final Pattern HOLE = Pattern.compile("\\$\\{([^{}]{1,200})}");

    private final DataNode root;
    private final Set<String> resources;

    /** A function with what it is given. */
    private record Function(String name, DataNode argument) {}

    Intrinsics(DataNode root, Set<String> resources) {
        this.root = root;
        this.resources = resources;
    }

    String text(DataNode node) {
        String text = text(node, MAX_STEPS);
        return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
    }

    private static Function function(DataNode node) {
        if (node.tag().startsWith("!") && node.tag().length() > 1) {
            return new Function(node.tag().substring(1), node);
        }
        if (node.entries().size() == 1) {
            Entry only = node.entries().get(0);
            if (only.key().equals("Ref") || only.key().startsWith("Fn::")) {
                return new Function(only.key().replace("Fn::", ""), only.value());
            }
        }
        return new Function("", node);
    }

    private String text(DataNode node, int steps) {
        if (steps <= 0) {
            return "{…}";
        }
        Function function = function(node);
        DataNode argument = function.argument();
        return switch (function.name()) {
            case "" -> plain(node, steps - 1);
            case "Ref" -> reference(argument.text(""), steps - 1);
            case "GetAtt" -> attribute(argument);
            case "Sub" -> substituted(argument, steps - 1);
            case "Join" -> joined(argument, steps - 1);
            case "FindInMap" -> mapped(argument, steps - 1);
            case "If" -> chosen(argument, steps - 1);
            case "Select" -> selected(argument, steps - 1);
            case "ImportValue" -> "{" + bare(inner(argument, steps - 1)) + "}";
            default -> "{" + function.name() + "}";
        };
    }

    /** The text of an argument, whose own tag is the function's. */
    private String inner(DataNode argument, int steps) {
        if (argument.isScalar()) {
            return argument.text("");
        }
        return text(new DataNode.Mapping(argument.entries(), argument.span(), ""), steps);
    }

    private static String bare(String text) {
        return text.replace("{", "").replace("}", "");
    }

    private String plain(DataNode node, int steps) {
        if (node.isSequence()) {
            List<String> texts = new ArrayList<>();
            node.items().forEach(item -> texts.add(text(item, steps)));
            return String.join(", ", texts);
        }
        return node.text("");
    }

    private String reference(String name, int steps) {
        if (resources.contains(name)) {
            return name;
        }
        DataNode parameter = root.get("Parameters", name);
        DataNode value = parameter.get("Default");
        boolean elsewhere = parameter.get("Type").text("").startsWith("AWS::SSM");
        boolean hidden = parameter.get("NoEcho").bool().orElse(false);
        return value.text("").isEmpty() || elsewhere || hidden
                ? "{" + name + "}"
                : text(value, steps);
    }

    private String attribute(DataNode argument) {
        String name = argument.isSequence() ? argument.item(0).text("") : argument.text("");
        String resource = name.replaceFirst("\\..*", "");
        return resources.contains(resource) ? resource : "{" + name + "}";
    }

    private String substituted(DataNode argument, int steps) {
        DataNode values = argument.item(1);
        String pattern = argument.isSequence() ? argument.item(0).text("") : argument.text("");
        StringBuilder text = new StringBuilder();
        Matcher hole = HOLE.matcher(pattern);
        int from = 0;
        while (hole.find() && text.length() < MAX_LENGTH) {
            text.append(pattern, from, hole.start()).append(filled(hole.group(1), values, steps));
            from = hole.end();
        }
        return text.append(pattern.substring(from)).toString();
    }

    private String filled(String name, DataNode values, int steps) {
        String key = name.strip();
        if (key.startsWith("!")) {
            return "${" + key.substring(1) + "}";
        }
        if (values.has(key)) {
            return text(values.get(key), steps);
        }
        String resource = key.replaceFirst("\\..*", "");
        return resources.contains(resource) ? resource : reference(key, steps);
    }

    private String joined(DataNode argument, int steps) {
        List<String> parts = new ArrayList<>();
        argument.item(1).items().forEach(item -> parts.add(text(item, steps)));
        return String.join(argument.item(0).text(""), parts);
    }

    private String mapped(DataNode argument, int steps) {
        List<String> keys = new ArrayList<>();
        argument.items().forEach(item -> keys.add(text(item, steps)));
        DataNode value = root.get("Mappings").get(keys.toArray(String[]::new));
        return value.text().orElse("{" + bare(String.join(".", keys)) + "}");
    }

    private String chosen(DataNode argument, int steps) {
        String then = text(argument.item(1), steps);
        return then.equals("{AWS::NoValue}") ? text(argument.item(2), steps) : then;
    }

    private String selected(DataNode argument, int steps) {
        int index = argument.item(0).integer().filter(i -> i >= 0 && i < 100).orElse(0L).intValue();
        DataNode list = argument.item(1);
        return list.isSequence() && list.tag().isEmpty()
                ? text(list.item(index), steps)
                : "{Select}";
    }

    List<String> references(DataNode node) {
        Set<String> found = new LinkedHashSet<>();
        collect(node, found);
        return List.copyOf(found);
    }

    private void collect(DataNode node, Set<String> found) {
        Function function = function(node);
        switch (function.name()) {
            case "Ref", "GetAtt" -> {
                DataNode argument = function.argument();
                String name = argument.isSequence() ? argument.item(0).text("") : argument.text("");
                add(name, found);
            }
            case "Sub" -> substitutions(function.argument(), found);
            default -> {}
        }
        node.items().forEach(item -> collect(item, found));
        node.entries().forEach(entry -> collect(entry.value(), found));
    }

    private void substitutions(DataNode argument, Set<String> found) {
        String pattern = argument.isSequence() ? argument.item(0).text("") : argument.text("");
        Matcher hole = HOLE.matcher(pattern);
        while (hole.find()) {
            add(hole.group(1).strip(), found);
        }
    }

    private void add(String name, Set<String> found) {
        String resource = name.replaceFirst("\\..*", "");
        if (resources.contains(resource)) {
            found.add(resource);
        }
    }
}
