package io.digitalworker.facts.code;

import java.util.ArrayList;
import java.util.List;

/**
 * A type as written in code, taken apart.
 *
 * @param name with dots, without arguments: {@code System.Collections.Generic.List}
 * @param arguments type arguments as written
 * @param array whether it is an array of these
 */
public record TypeName(String name, List<String> arguments, boolean nullable, boolean array) {
    public TypeName {
        arguments = List.copyOf(arguments);
    }

    /** Takes a type apart; any text is answered. */
    public static TypeName of(String written) {
        String rest = written.strip();
        boolean nullable = rest.endsWith("?");
        rest = nullable ? rest.substring(0, rest.length() - 1) : rest;
        boolean array = rest.endsWith("]") && rest.lastIndexOf('[') >= 0 && isArray(rest);
        rest = array ? rest.substring(0, rest.lastIndexOf('[')) : rest;
        int open = opening(rest);
        int close = open < 0 ? -1 : closing(rest, open);
        String name = open < 0 ? rest : rest.substring(0, open);
        String tail = close < 0 || close + 1 >= rest.length() ? "" : rest.substring(close + 1);
        List<String> arguments =
                open < 0 ? List.of() : split(rest.substring(open + 1, Math.max(open + 1, close)));
        boolean more = tail.startsWith(".");
        return new TypeName(more ? name + tail : name, arguments, nullable, array);
    }

    private static boolean isArray(String written) {
        return written.endsWith("[]") || written.endsWith(",]");
    }

    private static int opening(String written) {
        int angle = written.indexOf('<');
        int square = written.indexOf('[');
        return angle < 0 ? square : square < 0 ? angle : Math.min(angle, square);
    }

    private static int closing(String written, int open) {
        int depth = 0;
        for (int i = open; i < written.length(); i++) {
            char c = written.charAt(i);
            depth += c == '<' || c == '[' ? 1 : c == '>' || c == ']' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return written.length();
    }

    /** Splits at commas that are not within brackets. */
    public static List<String> split(String written) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i <= written.length(); i++) {
            char c = i == written.length() ? ',' : written.charAt(i);
            if (c == ',' && (depth == 0 || i == written.length())) {
                String part = written.substring(from, i).strip();
                if (!part.isEmpty()) {
                    parts.add(part);
                }
                from = i + 1;
            }
            depth += "<[({".indexOf(c) >= 0 ? 1 : ">])}".indexOf(c) >= 0 ? -1 : 0;
        }
        return parts;
    }

    /** The last part of the name. */
    public String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** The first type argument; empty if there is none. */
    public String argument() {
        return arguments.isEmpty() ? "" : arguments.get(0);
    }
}
