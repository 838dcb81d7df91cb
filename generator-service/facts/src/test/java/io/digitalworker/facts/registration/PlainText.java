package io.digitalworker.facts.registration;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Blanks comments and what stands within quotes by one regular expression for each way of writing, on
 * purpose without our lexer. Lines and columns stay.
 */
final class PlainText {
    private static final String QUOTED =
            "|\"(?:[^\"\\\\\\n]++|\\\\.)*+\"?|'(?:[^'\\\\\\n]++|\\\\.)*+'?";
    private static final String BRACED = "//[^\\n]*|/\\*.*?(?:\\*/|\\z)";
    private static final String TRIPLE = "|\"\"\".*?(?:\"\"\"|\\z)";

    private static final Pattern BRACES = pattern(BRACED + TRIPLE + QUOTED);
    private static final Pattern C_SHARP =
            pattern(BRACED + "|\\$?@\\$?\"(?:[^\"]++|\"\")*+\"" + TRIPLE + QUOTED);
    private static final Pattern SCRIPT = pattern(BRACED + "|`(?:[^`\\\\]++|\\\\.)*+`?" + QUOTED);
    private static final Pattern PYTHON =
            pattern("#[^\\n]*" + TRIPLE + "|'''.*?(?:'''|\\z)" + QUOTED);
    private static final Pattern SQL = pattern("--[^\\n]*|/\\*.*?(?:\\*/|\\z)|'[^']*'");
    private static final Pattern MARKUP = pattern("<!--.*?(?:-->|\\z)|@\\*.*?(?:\\*@|\\z)");
    private static final Pattern HASH = pattern("(?<![^\\s])#[^\\n]*");
    private static final Pattern GRAPHQL = pattern("#[^\\n]*" + TRIPLE + QUOTED);
    private static final Pattern PRISMA = pattern("//[^\\n]*" + QUOTED);

    private static final Map<String, Pattern> BY_ENDING =
            Map.ofEntries(
                    Map.entry("cs", C_SHARP),
                    Map.entry("java", BRACES),
                    Map.entry("proto", BRACES),
                    Map.entry("ts", SCRIPT),
                    Map.entry("tsx", SCRIPT),
                    Map.entry("mts", SCRIPT),
                    Map.entry("js", SCRIPT),
                    Map.entry("jsx", SCRIPT),
                    Map.entry("mjs", SCRIPT),
                    Map.entry("cjs", SCRIPT),
                    Map.entry("vue", SCRIPT),
                    Map.entry("py", PYTHON),
                    Map.entry("sql", SQL),
                    Map.entry("yml", HASH),
                    Map.entry("yaml", HASH),
                    Map.entry("graphql", GRAPHQL),
                    Map.entry("graphqls", GRAPHQL),
                    Map.entry("prisma", PRISMA));

    private PlainText() {}

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.DOTALL);
    }

    /**
     * Of the same length; the quotes themselves stay.
     *
     * @param quotes whether what is within them stays, too
     */
    static String of(String path, String text, boolean quotes) {
        String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(text);
        Matcher matcher = BY_ENDING.getOrDefault(ending, MARKUP).matcher(text);
        while (matcher.find()) {
            boolean quoted = "\"'`".indexOf(text.charAt(matcher.end() - 1)) >= 0;
            boolean comment = isComment(text, matcher.start());
            if (comment || !quotes) {
                int kept = quoted && !comment ? 1 : 0;
                blank(plain, matcher.start() + kept, matcher.end() - kept);
            }
        }
        return plain.toString();
    }

    private static void blank(StringBuilder text, int from, int to) {
        for (int i = from; i < to; i++) {
            text.setCharAt(i, text.charAt(i) == '\n' ? '\n' : ' ');
        }
    }

    private static boolean isComment(String text, int at) {
        return "/#-<".indexOf(text.charAt(at)) >= 0;
    }
}
