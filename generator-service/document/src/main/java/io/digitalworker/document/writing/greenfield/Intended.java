package io.digitalworker.document.writing.greenfield;

import io.digitalworker.document.brief.FeatureEvidence;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.Question;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import java.util.ArrayList;
import java.util.List;

import static io.digitalworker.document.writing.Phrases.mention;
import static io.digitalworker.document.writing.Phrases.text;

/** Sentences on what is only intended. */
final class Intended {
    private Intended() {}

    /** Never names code: there is none. */
    static Sentence proposed(Span... spans) {
        return Sentence.of(ClaimClass.PROPOSED, spans);
    }

    /** Taken for granted until somebody objects. */
    static Sentence assumed(Span... spans) {
        return Sentence.of(ClaimClass.ASSUMED, spans);
    }

    /** Words of the descriptor's field, such as {@code nfr}. */
    static Span words(String field, String words) {
        return new Span.Quote("descriptor:" + field, words);
    }

    static Span requirement(FeatureEvidence feature) {
        return mention(MentionKind.REQUIREMENT, feature.requirement());
    }

    /** The requirements of features, as {@code A, B and C}, in a question. */
    static Question question(
            String id, String role, String before, List<FeatureEvidence> about, String after) {
        List<Span> spans = new ArrayList<>();
        spans.add(text(before));
        for (int i = 0; i < about.size(); i++) {
            if (i > 0) {
                spans.add(text(i == about.size() - 1 ? " and " : ", "));
            }
            spans.add(requirement(about.get(i)));
        }
        spans.add(text(after));
        return new Question(id, role, new Sentence(spans, ClaimClass.NEEDS_SME, List.of()));
    }

    /** Texts of a field as items. */
    static Block bullets(String field, List<String> texts) {
        return new Block.Bullets(
                texts.stream().map(words -> proposed(words(field, words))).toList());
    }
}
