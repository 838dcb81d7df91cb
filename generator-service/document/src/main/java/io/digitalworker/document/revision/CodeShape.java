package io.digitalworker.document.revision;

/** Tells whether a word has the shape of code, such as {@code userId}, {@code order_id} or {@code run()}. */
final class CodeShape {
    private CodeShape() {}

    static boolean is(String word) {
        for (int i = 1; i < word.length(); i++) {
            char before = word.charAt(i - 1);
            char here = word.charAt(i);
            boolean camel = Character.isLowerCase(before) && Character.isUpperCase(here);
            if (camel || pair(before, here) || joined(word, i)) {
                return true;
            }
        }
        return word.length() > 1
                && (word.endsWith(";") || (word.charAt(0) == '/' && isLetter(word.charAt(1))));
    }

    private static boolean pair(char before, char here) {
        return switch (here) {
            case ')' -> before == '(';
            case '>' -> before == '-' || before == '=';
            case ':' -> before == ':';
            case '{' -> before == '$';
            default -> false;
        };
    }

    /** Letters around an underscore, or a name behind a dot that begins with a capital or ends a file. */
    private static boolean joined(String word, int at) {
        if (at + 1 >= word.length() || !isLetter(word.charAt(at - 1))) {
            return false;
        }
        char next = word.charAt(at + 1);
        return switch (word.charAt(at)) {
            case '_' -> isLetter(next);
            case '.' -> isLetter(next) && isLetter(word.charAt(word.length() - 1));
            default -> false;
        };
    }

    private static boolean isLetter(char c) {
        return Character.isLetter(c);
    }
}
