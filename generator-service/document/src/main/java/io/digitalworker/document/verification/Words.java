package io.digitalworker.document.verification;

import io.digitalworker.document.prose.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Plain words of a text, as runs of letters. */
final class Words {
    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    private Words() {}

    static List<String> in(String text) {
        List<String> words = new ArrayList<>();
        WORD.matcher(text).results().map(MatchResult::group).forEach(words::add);
        return words;
    }

    /** What two sentences share that say the same. */
    static String key(Sentence sentence) {
        return String.join(" ", in(sentence.shown().toLowerCase(Locale.ROOT)));
    }
}
