package io.digitalworker.facts.framework.aspnet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A route template taken apart: {@code api/[controller]/{id:int?}}.
 *
 * @param text as written
 * @param parameters by name, in the order of the text
 */
record Template(String text, Map<String, Parameter> parameters) {
    /**
     * A parameter of a template.
     *
     * @param constraints between the name and the default, with colons
     * @param fallback its default value; empty if there is none
     */
    record Parameter(
            String name, String constraints, String fallback, boolean optional, boolean all) {
        /** The type that its constraint allows; empty if none says. */
        String type() {
            for (String constraint : constraints.split(":", -1)) {
                switch (constraint) {
                    case "int", "long", "bool", "decimal", "double", "float" -> {
                        return constraint;
                    }
                    case "guid" -> {
                        return "Guid";
                    }
                    case "datetime" -> {
                        return "DateTime";
                    }
                    case "alpha" -> {
                        return "string";
                    }
                    default -> {}
                }
            }
            return "";
        }

        boolean has(String constraint) {
            return List.of(constraints.split(":", -1)).contains(constraint);
        }
    }

    static Template of(String text) {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '{') {
                int close = closing(text, i);
                Parameter parameter = parameter(text.substring(i, close));
                parameters.putIfAbsent(parameter.name(), parameter);
                i = close - 1;
            }
        }
        return new Template(text, parameters);
    }

    /** Behind the brace that closes the one at a place; braces of constraints nest. */
    private static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return text.length();
    }

    private static Parameter parameter(String braced) {
        String inner = without(without(braced, '{', true), '}', false).strip();
        boolean all = inner.startsWith("*");
        String rest = without(inner, '*', true);
        int end = 0;
        while (end < rest.length() && ":=?".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        String tail = rest.substring(end);
        boolean optional = tail.endsWith("?");
        tail = optional ? tail.substring(0, tail.length() - 1) : tail;
        int equals = tail.lastIndexOf('=');
        boolean given = equals >= 0 && tail.indexOf(')', equals) < 0;
        String fallback = given ? tail.substring(equals + 1) : "";
        String constraints = given ? tail.substring(0, equals) : tail;
        return new Parameter(rest.substring(0, end).strip(), constraints, fallback, optional, all);
    }

    /** Without all of a character at the start, or at the end. */
    private static String without(String text, char c, boolean atStart) {
        int from = 0;
        int to = text.length();
        while (atStart && from < to && text.charAt(from) == c) {
            from++;
        }
        while (!atStart && to > from && text.charAt(to - 1) == c) {
            to--;
        }
        return text.substring(from, to);
    }

    boolean has(String parameter) {
        return find(parameter) != null;
    }

    /** A parameter by its name, case ignored; null if there is none. */
    @Nullable Parameter find(String name) {
        for (Parameter parameter : parameters.values()) {
            if (parameter.name().equalsIgnoreCase(name)) {
                return parameter;
            }
        }
        return null;
    }

    /** As facts have it: a slash first, parameters by name only, no slash at the end. */
    String path() {
        return filled(parameter -> "{" + parameter + "}");
    }

    /** The path with each parameter replaced by what the function makes of its name. */
    String filled(UnaryOperator<String> values) {
        StringBuilder path = new StringBuilder("/");
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '{') {
                int close = closing(text, i);
                path.append(values.apply(parameter(text.substring(i, close)).name()));
                i = close - 1;
            } else {
                path.append(text.charAt(i));
            }
        }
        return clean(path.toString());
    }

    static String clean(String path) {
        StringBuilder single = new StringBuilder("/");
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c != '/' || single.charAt(single.length() - 1) != '/') {
                single.append(c);
            }
        }
        boolean slash = single.length() > 1 && single.charAt(single.length() - 1) == '/';
        return slash ? single.substring(0, single.length() - 1) : single.toString();
    }

    static boolean absolute(String template) {
        return template.startsWith("/") || template.startsWith("~/");
    }

    /** A template behind a prefix, unless it begins anew with a slash. */
    static String combined(String prefix, String template) {
        if (absolute(template)) {
            return template.startsWith("~") ? template.substring(1) : template;
        }
        String before = prefix.startsWith("~/") ? prefix.substring(1) : prefix;
        return joined(before, template);
    }

    /** One behind the other with a slash between, whatever they begin with. */
    static String joined(String prefix, String template) {
        if (prefix.isEmpty() || template.isEmpty()) {
            return prefix + template;
        }
        return without(prefix, '/', false) + "/" + without(template, '/', true);
    }

    /** Replaces {@code [controller]} and the like; doubled brackets stand for themselves. */
    static String replaced(String template, Map<String, String> tokens) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            int close = c == '[' ? template.indexOf(']', i) : -1;
            if (c == '[' && template.startsWith("[[", i)) {
                text.append('[');
                i++;
            } else if (c == ']' && template.startsWith("]]", i)) {
                text.append(']');
                i++;
            } else if (close > 0) {
                String name = template.substring(i + 1, close);
                String value = tokens.get(name.toLowerCase(Locale.ROOT));
                text.append(value == null ? "[" + name + "]" : value);
                i = close;
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    /** The names of all parameters. */
    List<String> names() {
        return new ArrayList<>(parameters.keySet());
    }
}
