package io.digitalworker.document.verification;

import io.digitalworker.document.outline.Outline;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How drafts read: faults that are told and not taken out. Narrative is what stands in paragraphs, items
 * and quotations; tables, listings and pictures are not.
 */
final class Style {
    /** Sentences of one pattern in a section. */
    private static final int SAME = 3;

    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{N}]+(?:['’_./-][\\p{L}\\p{N}]+)*");

    private Style() {}

    static List<Fault> faults(Outline outline, List<SectionDraft> drafts) {
        List<Fault> faults = new ArrayList<>();
        drafts.forEach(draft -> patterns(draft, faults));
        long words = 0;
        for (SectionDraft draft : drafts) {
            long before = words;
            words += words(draft);
            if (outline.words() > 0 && before <= outline.words() && words > outline.words()) {
                String detail = "the narrative has more than " + outline.words() + " words here";
                faults.add(new Fault(draft.section().id(), "too-many-words", detail));
            }
        }
        return faults;
    }

    private static void patterns(SectionDraft draft, List<Fault> faults) {
        Map<String, Integer> seen = new TreeMap<>();
        sentences(draft).map(Style::pattern).forEach(words -> seen.merge(words, 1, Integer::sum));
        seen.forEach(
                (words, times) -> {
                    if (times > SAME && WORD.matcher(words).find()) {
                        String detail = times + " sentences of one pattern";
                        faults.add(new Fault(draft.section().id(), "same-pattern", detail));
                    }
                });
    }

    /** The words of a sentence; what it names is left blank. */
    static String pattern(Sentence sentence) {
        return sentence.spans().stream()
                .map(span -> span instanceof Span.Text text ? text.shown() : "…")
                .collect(Collectors.joining());
    }

    private static long words(SectionDraft draft) {
        Stream<Sentence> quoted =
                draft.blocks().stream()
                        .filter(Block.Quotation.class::isInstance)
                        .flatMap(Block::sentences);
        return Stream.concat(sentences(draft), quoted)
                .mapToLong(sentence -> WORD.matcher(sentence.shown()).results().count())
                .sum();
    }

    private static Stream<Sentence> sentences(SectionDraft draft) {
        return draft.blocks().stream()
                .filter(block -> block instanceof Block.Paragraph || block instanceof Block.Bullets)
                .flatMap(Block::sentences);
    }
}
