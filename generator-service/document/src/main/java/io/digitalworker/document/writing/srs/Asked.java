package io.digitalworker.document.writing.srs;

import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.document.writing.Phrases;
import java.util.ArrayList;
import java.util.List;

/** What the descriptor asks for besides features, in its own words. */
final class Asked {
    private Asked() {}

    /** The words of a field under a heading; nothing if there are none. */
    static List<Block> blocks(String field, List<String> words, String title) {
        List<Block> blocks = new ArrayList<>();
        if (!words.isEmpty()) {
            blocks.add(Phrases.heading(title));
            blocks.add(new Block.Bullets(words.stream().map(each -> quote(field, each)).toList()));
        }
        return blocks;
    }

    private static Sentence quote(String field, String words) {
        return Phrases.extracted(new Span.Quote("descriptor:" + field, words));
    }
}
