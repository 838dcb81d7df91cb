package io.digitalworker.local.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fact as a line of the prompt has it, such as {@code F3 endpoint E1: address="GET /x" handler=A.B
 * parameters: 1(name=id type=int)}.
 *
 * @param place handle of its lines
 * @param parts values by the way to them, such as {@code parameters[1].name}; none that the prompt cut
 */
record ListedFact(String handle, String kind, String place, Map<String, String> parts) {
    private static final Pattern LINE = Pattern.compile("(F\\d+) ([a-z-]+) (E\\d+): ?(.*)");

    /** What a line says, if it is one of a fact. */
    static Optional<ListedFact> in(String line) {
        Matcher form = LINE.matcher(line);
        return form.matches()
                ? Optional.of(
                        new ListedFact(
                                form.group(1),
                                form.group(2),
                                form.group(3),
                                new Parts(form.group(4)).read()))
                : Optional.empty();
    }

    /** Whether one of its values is this. */
    boolean has(String value) {
        return parts.containsValue(value);
    }

    /** Reads {@code name=value name: 1(name=value) 2=value flag}, one character after the other. */
    private static final class Parts {
        private static final Pattern NAME = Pattern.compile("[A-Za-z]+");
        private static final Pattern ENTRY = Pattern.compile(" (\\d+)([=(])");
        private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
        private static final Pattern BARE = Pattern.compile("[^ )]*");

        private final String text;
        private final Map<String, String> parts = new LinkedHashMap<>();
        private int at;

        Parts(String text) {
            this.text = text;
        }

        Map<String, String> read() {
            parts("");
            return parts;
        }

        private void parts(String within) {
            while (at < text.length() && text.charAt(at) != ')') {
                Matcher name = NAME.matcher(text).region(at, text.length());
                if (!name.lookingAt()) {
                    at++;
                    continue;
                }
                at = name.end();
                String path = within + name.group();
                if (text.startsWith("=", at)) {
                    at++;
                    value(path);
                } else if (text.startsWith(":", at)) {
                    at++;
                    entries(path);
                }
            }
        }

        private void entries(String path) {
            Matcher entry = ENTRY.matcher(text).region(at, text.length());
            while (entry.lookingAt()) {
                at = entry.end();
                String each = path + "[" + entry.group(1) + "]";
                if (entry.group(2).equals("=")) {
                    value(each);
                } else {
                    parts(each + ".");
                    at++;
                }
                entry.region(Math.min(at, text.length()), text.length());
            }
        }

        private void value(String path) {
            Matcher quoted = QUOTED.matcher(text).region(at, text.length());
            Matcher bare = BARE.matcher(text).region(at, text.length());
            Matcher value = quoted.lookingAt() ? quoted : bare;
            if (value.lookingAt()) {
                at = value.end();
                String read =
                        value == quoted
                                ? quoted.group(1).replaceAll("\\\\(.)", "$1")
                                : bare.group();
                if (!read.endsWith("…")) {
                    parts.put(path, read);
                }
            }
        }
    }
}
