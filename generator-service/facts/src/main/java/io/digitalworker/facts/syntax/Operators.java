package io.digitalworker.facts.syntax;

import io.digitalworker.facts.lexer.Tokens;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The binary operators of the dialects and how strongly they bind. */
final class Operators {
    static final int ASSIGNMENT = 1;
    static final int CONDITIONAL = 2;
    private static final int NO_OPERATOR = -1;
    private static final Map<String, Integer> SYMBOLS =
            Map.ofEntries(
                    Map.entry("=", ASSIGNMENT),
                    Map.entry(":=", ASSIGNMENT),
                    Map.entry("+=", ASSIGNMENT),
                    Map.entry("-=", ASSIGNMENT),
                    Map.entry("*=", ASSIGNMENT),
                    Map.entry("/=", ASSIGNMENT),
                    Map.entry("|=", ASSIGNMENT),
                    Map.entry("&=", ASSIGNMENT),
                    Map.entry("%=", ASSIGNMENT),
                    Map.entry("??=", ASSIGNMENT),
                    Map.entry("||=", ASSIGNMENT),
                    Map.entry("&&=", ASSIGNMENT),
                    Map.entry("??", 3),
                    Map.entry("?:", 3),
                    Map.entry("||", 4),
                    Map.entry("&&", 5),
                    Map.entry("|", 6),
                    Map.entry("^", 6),
                    Map.entry("&", 7),
                    Map.entry("==", 8),
                    Map.entry("!=", 8),
                    Map.entry("===", 8),
                    Map.entry("!==", 8),
                    Map.entry("<", 9),
                    Map.entry(">", 9),
                    Map.entry("<=", 9),
                    Map.entry(">=", 9),
                    Map.entry("<<", 10),
                    Map.entry(">>", 10),
                    Map.entry(">>>", 10),
                    Map.entry("..", 10),
                    Map.entry("+", 11),
                    Map.entry("-", 11),
                    Map.entry("*", 12),
                    Map.entry("/", 12),
                    Map.entry("//", 12),
                    Map.entry("%", 12),
                    Map.entry("**", 13));
    private static final Map<Dialect, Map<String, Integer>> WORDS =
            Map.of(
                    Dialect.CSHARP, Map.of("is", 9, "as", 9),
                    Dialect.JAVA, Map.of("instanceof", 9),
                    Dialect.SCRIPT, Map.of("in", 9, "instanceof", 9, "as", 9, "satisfies", 9),
                    Dialect.PYTHON, Map.of("or", 4, "and", 5, "in", 8, "is", 8, "not", 8),
                    Dialect.KOTLIN, Map.of("to", 9, "as", 9, "in", 9, "is", 9));
    private static final List<String> NOT_SYMBOLS = List.of("++", "--", "?.", "->", "=>");
    private static final Set<String> PREFIX_WORDS =
            Set.of(
                    "await",
                    "typeof",
                    "void",
                    "delete",
                    "throw",
                    "not",
                    "yield",
                    "ref",
                    "checked",
                    "unchecked",
                    "from",
                    "keyof");
    private static final Set<String> PYTHON_PREFIXES = Set.of("await", "not", "yield", "from");
    private static final Set<String> PREFIX_SYMBOLS =
            Set.of("!", "-", "+", "~", "&", "*", "**", "++", "--", "^", "...", "..");

    private Operators() {}

    /**
     * The operator that begins at a token; empty if none does.
     *
     * @param end the first token not to look at
     */
    static String at(Dialect dialect, Tokens tokens, int token, int end) {
        if (token >= end) {
            return "";
        }
        if (tokens.isWord(token)) {
            String word = tokens.word(token);
            return WORDS.getOrDefault(dialect, Map.of()).containsKey(word) ? word : "";
        }
        String longest = "";
        StringBuilder symbols = new StringBuilder(4);
        for (int i = token; i < end && i < token + 3 && tokens.isSymbol(i); i++) {
            if (i > token && tokens.start(i) != tokens.end(i - 1)) {
                break;
            }
            symbols.append(tokens.word(i));
            String so = symbols.toString();
            if (NOT_SYMBOLS.contains(so)) {
                return "";
            }
            longest = SYMBOLS.containsKey(so) ? so : longest;
        }
        return longest;
    }

    static int binding(Dialect dialect, String operator) {
        Integer symbol = SYMBOLS.get(operator);
        return symbol != null
                ? symbol
                : WORDS.getOrDefault(dialect, Map.of()).getOrDefault(operator, NO_OPERATOR);
    }

    /** How many tokens an operator takes. */
    static int length(Tokens tokens, int token, String operator) {
        return tokens.isWord(token) ? 1 : operator.length();
    }

    /** Whether a word may stand before its operand. */
    static boolean isPrefixWord(Dialect dialect, String word) {
        boolean types = word.endsWith("of") && dialect != Dialect.SCRIPT;
        boolean known = dialect != Dialect.PYTHON || PYTHON_PREFIXES.contains(word);
        return PREFIX_WORDS.contains(word) && known && !types;
    }

    static boolean isPrefixSymbol(String symbols) {
        return PREFIX_SYMBOLS.contains(symbols);
    }
}
