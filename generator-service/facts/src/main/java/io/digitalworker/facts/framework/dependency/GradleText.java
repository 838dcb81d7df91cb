package io.digitalworker.facts.framework.dependency;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A Gradle script, Groovy or Kotlin, as far as its dependency blocks go: statements of the form {@code
 * implementation("…")}. It is read as characters, since both languages write these the same way.
 */
final class GradleText {
    private static final int MAX_STATEMENT = 2_000;
    private static final Set<String> OTHER_BLOCKS = Set.of("constraints", "components", "modules");

    private final String text;

    private GradleText(String text) {
        this.text = text;
    }

    /**
     * A statement of a dependency block.
     *
     * @param configuration such as {@code testImplementation}
     * @param rest behind it, on one line or up to its closing bracket
     */
    record Entry(String configuration, String rest, int start, int end) {}

    static GradleText of(String text) {
        return new GradleText(withoutComments(text));
    }

    /** Without comments, every other character in its place. */
    String text() {
        return text;
    }

    private static String withoutComments(String text) {
        char[] out = text.toCharArray();
        int at = 0;
        while (at < out.length) {
            char c = out[at];
            if (c == '"' || c == '\'') {
                at = stringEnd(text, at);
            } else if (text.startsWith("//", at)) {
                at = blank(out, at, indexOr(text, "\n", at));
            } else if (text.startsWith("/*", at)) {
                at = blank(out, at, Math.min(out.length, indexOr(text, "*/", at) + 2));
            } else {
                at++;
            }
        }
        return new String(out);
    }

    private static int blank(char[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = out[i] == '\n' ? '\n' : ' ';
        }
        return to;
    }

    private static int indexOr(String text, String wanted, int from) {
        int found = text.indexOf(wanted, from);
        return found < 0 ? text.length() : found;
    }

    /** Behind a string; a plain one ends with its line at the latest. */
    static int stringEnd(String text, int start) {
        char quote = text.charAt(start);
        String triple = String.valueOf(quote).repeat(3);
        if (text.startsWith(triple, start)) {
            return Math.min(text.length(), indexOr(text, triple, start + 3) + 3);
        }
        int at = start + 1;
        while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(text.length(), at + 1);
    }

    /** The statements of all blocks {@code dependencies}, and of {@code imports} within others. */
    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"' || c == '\'') {
                at = stringEnd(text, at);
            } else if (Character.isJavaIdentifierStart(c)) {
                int end = wordEnd(at);
                String word = text.substring(at, Math.min(end, at + 40));
                int brace = skipBlanks(end, true);
                boolean block = brace < text.length() && text.charAt(brace) == '{';
                boolean wanted = word.equals("dependencies") || word.equals("imports");
                at = block && wanted ? block(brace + 1, entries) : end;
            } else {
                at++;
            }
        }
        return entries;
    }

    /** Reads the statements up to the brace that closes the block; what stands behind it. */
    private int block(int from, List<Entry> entries) {
        int depth = 1;
        int skippedAt = Integer.MAX_VALUE;
        int at = from;
        while (at < text.length() && depth > 0) {
            char c = text.charAt(at);
            if (c == '{' || c == '}') {
                depth += c == '{' ? 1 : -1;
                skippedAt = depth < skippedAt ? Integer.MAX_VALUE : skippedAt;
                at++;
            } else if (Character.isJavaIdentifierStart(c) || c == '"' || c == '\'') {
                int end = c == '"' || c == '\'' ? stringEnd(text, at) : wordEnd(at);
                String word = text.substring(at, Math.min(end, at + 60)).replaceAll("[\"']", "");
                int next = skipBlanks(end, false);
                if (OTHER_BLOCKS.contains(word) && depth < skippedAt) {
                    skippedAt = depth + 1;
                    at = end;
                } else {
                    int statementEnd = statementEnd(next);
                    if (depth < skippedAt) {
                        entries.add(
                                new Entry(
                                        word,
                                        text.substring(next, statementEnd),
                                        at,
                                        statementEnd));
                    }
                    at = Math.max(end, statementEnd);
                }
            } else {
                at++;
            }
        }
        return at;
    }

    /** The end of the line, or of the brackets that are open there; a block behind is not part of it. */
    private int statementEnd(int from) {
        int depth = 0;
        int at = from;
        int limit = Math.min(text.length(), from + MAX_STATEMENT);
        while (at < limit) {
            char c = text.charAt(at);
            if (c == '"' || c == '\'') {
                at = Math.min(limit, stringEnd(text, at));
                continue;
            }
            if (c == '{'
                    || c == '}'
                    || c == ';'
                    || (c == '\n' && depth <= 0 && !goesOn(from, at))) {
                return at;
            }
            depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
            at++;
        }
        return at;
    }

    /** A statement goes on behind a comma. */
    private boolean goesOn(int from, int newline) {
        int at = newline - 1;
        while (at >= from && text.charAt(at) <= ' ') {
            at--;
        }
        return at >= from && text.charAt(at) == ',';
    }

    private int wordEnd(int from) {
        int at = from;
        while (at < text.length()
                && (Character.isJavaIdentifierPart(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        return at;
    }

    private int skipBlanks(int from, boolean lines) {
        int at = from;
        while (at < text.length() && text.charAt(at) <= ' ' && (lines || text.charAt(at) != '\n')) {
            at++;
        }
        return at;
    }
}
