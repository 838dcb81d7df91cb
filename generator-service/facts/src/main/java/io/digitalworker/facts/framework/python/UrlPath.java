package io.digitalworker.facts.framework.python;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/** Paths as Python's frameworks write them, in the form of {@code facts.json}. */
final class UrlPath {
    private static final Pattern CONVERTER = Pattern.compile("<(?:[^<>:]*:)?\\s*([^<>:]*)>");
    private static final Pattern TYPED =
            Pattern.compile("\\{\\s*(\\w+)\\s*:[^{}]*(?:\\{[^{}]*}[^{}]*)*}");

    private static final Pattern CONVERTED = Pattern.compile("\\{\\s*\\w+\\s*:\\s*(\\w+)\\s*}");

    private UrlPath() {}

    /** {@code /a/{id}}: one slash between parts, none at the end. */
    static String of(String written) {
        String path = ("/" + written).replaceAll("/{2,}", "/");
        return path.length() > 1 && path.endsWith("/")
                ? path.substring(0, path.length() - 1)
                : path;
    }

    /** {@code <int:id>}, {@code <id>} as {@code {id}}. */
    static String converters(String written) {
        return holes(CONVERTER.matcher(written));
    }

    private static String holes(Matcher found) {
        StringBuilder path = new StringBuilder();
        while (found.find()) {
            found.appendReplacement(path, hole(found.group(1)));
        }
        return found.appendTail(path).toString();
    }

    private static String hole(String name) {
        String bare = name.replaceAll("\\W", "");
        return Matcher.quoteReplacement("{" + (bare.isEmpty() ? "value" : bare) + "}");
    }

    /** {@code {id:path}}, {@code {id:\d+}} as {@code {id}}. */
    static String typed(String written) {
        return holes(TYPED.matcher(written));
    }

    /** {@code {int:id}} as {@code {id}}. */
    static String converted(String written) {
        return holes(CONVERTED.matcher(written));
    }

    /** A regular expression as a path: groups become parameters, what is optional is left out. */
    static String regex(String written) {
        return new Regex(written).path();
    }

    private static final class Regex {
        private final String text;
        private final StringBuilder path = new StringBuilder();
        private int at;
        private int unnamed;

        Regex(String text) {
            this.text = text;
        }

        String path() {
            while (at < text.length()) {
                int before = path.length();
                atom();
                quantifier(before);
            }
            return path.toString();
        }

        private void atom() {
            char c = text.charAt(at);
            if (c == '\\') {
                escape();
            } else if (c == '(') {
                group();
            } else if (c == '[') {
                at = classEnd(at);
                path.append(unnamedHole());
            } else if (c == '.'
                    && at + 1 < text.length()
                    && "*+".indexOf(text.charAt(at + 1)) >= 0) {
                at++;
                path.append(unnamedHole());
            } else {
                at++;
                path.append(c == '^' || c == '$' ? "" : c);
            }
        }

        private void escape() {
            char c = at + 1 < text.length() ? text.charAt(at + 1) : '/';
            at += 2;
            if ("dwsDWS".indexOf(c) >= 0) {
                path.append(unnamedHole());
            } else if ("AZzbB".indexOf(c) < 0) {
                path.append(c);
            }
        }

        private String unnamedHole() {
            return "{arg" + unnamed++ + "}";
        }

        private void group() {
            int end = groupEnd(at);
            String inner = text.substring(at + 1, Math.max(at + 1, end - 1));
            at = end;
            if (inner.startsWith("?P<") && inner.indexOf('>') > 0) {
                path.append('{').append(inner, 3, inner.indexOf('>')).append('}');
            } else if (inner.startsWith("?:")) {
                String plain = inner.substring(2);
                int bar = plain.indexOf('|');
                path.append(bar < 0 ? regex(plain) : unnamedHole());
            } else if (!inner.startsWith("?")) {
                path.append(unnamedHole());
            }
        }

        private void quantifier(int before) {
            if (at >= text.length()) {
                return;
            }
            char c = text.charAt(at);
            boolean optional = c == '?' || (c == '*' && !path.substring(before).startsWith("{"));
            if (optional) {
                path.setLength(before);
            }
            if (c == '{') {
                int close = text.indexOf('}', at);
                at = close < 0 ? text.length() : close + 1;
            } else if ("?*+".indexOf(c) >= 0) {
                at++;
            }
            if (at < text.length() && text.charAt(at) == '?') {
                at++;
            }
        }

        private int groupEnd(int open) {
            int depth = 0;
            int i = open;
            while (i < text.length()) {
                char c = text.charAt(i);
                if (c == '[') {
                    i = classEnd(i);
                    continue;
                }
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                i += c == '\\' ? 2 : 1;
                if (depth == 0) {
                    break;
                }
            }
            return Math.min(i, text.length());
        }

        private int classEnd(int open) {
            int i = open + 1;
            i += i < text.length() && text.charAt(i) == '^' ? 1 : 0;
            i += i < text.length() && text.charAt(i) == ']' ? 1 : 0;
            while (i < text.length() && text.charAt(i) != ']') {
                i += text.charAt(i) == '\\' ? 2 : 1;
            }
            return Math.min(i + 1, text.length());
        }
    }
}
