package io.digitalworker.facts.source;

import java.util.List;

/** The values below {@code data} and {@code stringData} of a Kubernetes {@code Secret}. */
final class SecretManifest {
    private static final int KIND = "kind: secret".length();

    private SecretManifest() {}

    /**
     * Adds the spans of the values in the YAML document around {@code at}.
     *
     * @return its end
     */
    static int data(String text, int at, List<int[]> spans) {
        int end = end(text, at);
        if (goesOn(text, at + KIND)) {
            return at + KIND;
        }
        int line = start(text, at);
        int inside = -1;
        while (line < end) {
            int newline = text.indexOf('\n', line);
            int lineEnd = newline < 0 ? end : Math.min(newline, end);
            int indent = indent(text, line, lineEnd);
            if (indent >= 0 && indent <= inside) {
                inside = -1;
            }
            if (inside >= 0 && indent > inside) {
                value(text, line + indent, lineEnd, spans);
            } else if (opens(text, line + Math.max(indent, 0), lineEnd)) {
                inside = indent;
            }
            line = lineEnd + 1;
        }
        return end;
    }

    /** {@code SecretStore} is another kind. */
    private static boolean goesOn(String text, int at) {
        return at < text.length() && Character.isLetterOrDigit(text.charAt(at));
    }

    private static int start(String text, int at) {
        int document = text.lastIndexOf("\n---", at);
        int fence = text.lastIndexOf("\n```", at);
        return Math.max(0, Math.max(document, fence) + 1);
    }

    private static int end(String text, int at) {
        int document = text.indexOf("\n---", at);
        int fence = text.indexOf("\n```", at);
        int first = document < 0 ? text.length() : document;
        return fence < 0 ? first : Math.min(first, fence);
    }

    /** How far a line is set in; -1 for an empty one. */
    private static int indent(String text, int from, int to) {
        int at = from;
        while (at < to && text.charAt(at) == ' ') {
            at++;
        }
        return at == to ? -1 : at - from;
    }

    private static boolean opens(String text, int from, int to) {
        String line = text.substring(Math.min(from, to), to).strip();
        return line.equals("data:") || line.equals("stringData:");
    }

    /** What stands behind the key; all of a line without one, which belongs to a longer value. */
    private static void value(String text, int from, int to, List<int[]> spans) {
        int colon = text.indexOf(": ", from);
        int start = colon < 0 || colon >= to ? from : colon + 2;
        String value = text.substring(start, to).strip();
        boolean key = start == from && value.endsWith(":");
        boolean template = value.startsWith("{{") || value.startsWith("${");
        boolean scalar = value.startsWith("|") || value.startsWith(">") || value.startsWith("#");
        if (!value.isEmpty() && !key && !template && !scalar) {
            spans.add(new int[] {start, to});
        }
    }
}
