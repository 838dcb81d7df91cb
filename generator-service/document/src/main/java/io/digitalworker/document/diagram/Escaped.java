package io.digitalworker.document.diagram;

import io.digitalworker.document.prose.Sentence;
import java.util.function.IntFunction;

/** Words for a language of diagrams: whatever may mean something there is written as its code. */
final class Escaped {
    /** What stands within names and means nothing between two letters. */
    private static final String JOINING = "._/-";

    private Escaped() {}

    static String of(Sentence words, IntFunction<String> code) {
        return of(words.shown(), code);
    }

    static String of(String words, IntFunction<String> code) {
        String line = TypeSetting.oneLine(words);
        StringBuilder out = new StringBuilder();
        int before = ' ';
        for (int i = 0; i < line.length(); ) {
            int c = line.codePointAt(i);
            i += Character.charCount(c);
            int next = i < line.length() ? line.codePointAt(i) : ' ';
            boolean joins = JOINING.indexOf(c) >= 0 && isWord(before) && isWord(next);
            boolean plain = c == ' ' || isWord(c) || joins || (c == '/' && isWord(next));
            out.append(plain ? String.valueOf(Character.toChars(c)) : code.apply(c));
            before = plain ? c : ' ';
        }
        // a blank name is no name in either language
        return out.isEmpty() ? "-" : out.toString();
    }

    private static boolean isWord(int c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }
}
