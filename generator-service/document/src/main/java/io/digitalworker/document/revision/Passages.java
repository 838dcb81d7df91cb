package io.digitalworker.document.revision;

import io.digitalworker.document.brief.SearchTerms;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.Question;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.document.publication.WrittenDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sentences and rows of published documents that fit a question best: by the share of its words that
 * they hold, each weighted by its rarity over all of them. Words that stand nowhere do not count, and a
 * passage that holds only one of several common words does not fit. For one thread.
 */
final class Passages {
    private static final double FIT = 0.45;
    private static final int ENOUGH = 2;

    /**
     * A sentence, or the cells of a row with the head of their table.
     *
     * @param header empty for a sentence
     */
    record Passage(
            WrittenDocument document,
            SectionDraft section,
            List<String> header,
            List<Boolean> numeric,
            List<Sentence> cells) {
        /** A row is about what stands above it, too. */
        String about() {
            return String.join(" ", header) + " " + shown();
        }

        String shown() {
            return cells.stream().map(Sentence::shown).collect(Collectors.joining(" "));
        }

        boolean isRow() {
            return !header.isEmpty();
        }
    }

    private final SearchTerms terms = new SearchTerms();
    private final List<Passage> all;
    private final Map<String, Double> wanted = new HashMap<>();

    Passages(List<WrittenDocument> documents, String question) {
        this.all =
                documents.stream()
                        .flatMap(
                                document ->
                                        document.verified().drafts().stream()
                                                .flatMap(draft -> of(document, draft)))
                        .filter(Passages::standsAlone)
                        .toList();
        for (String term : terms.of(question)) {
            long with = all.stream().filter(p -> terms.of(p.about()).contains(term)).count();
            if (with > 0) {
                wanted.put(term, Math.log(1 + (double) all.size() / with));
            }
        }
    }

    private static Stream<Passage> of(WrittenDocument document, SectionDraft draft) {
        return draft.blocks().stream().flatMap(block -> of(document, draft, block));
    }

    private static Stream<Passage> of(WrittenDocument document, SectionDraft draft, Block block) {
        if (block instanceof Block.Table table) {
            return table.rows().stream()
                    .map(row -> new Passage(document, draft, table.header(), table.numeric(), row));
        }
        boolean prose = block instanceof Block.Paragraph || block instanceof Block.Bullets;
        return prose
                ? block.sentences()
                        .map(s -> new Passage(document, draft, List.of(), List.of(), List.of(s)))
                : Stream.empty();
    }

    /** Links lead to sections that an answer does not have. */
    private static boolean standsAlone(Passage passage) {
        return passage.cells().stream()
                .flatMap(cell -> cell.spans().stream())
                .noneMatch(
                        span ->
                                span instanceof Span.Mention mention
                                        && mention.kind() == MentionKind.SECTION);
    }

    /** The passages that fit best, each text once, in the order of the documents. */
    List<Passage> best(int most) {
        Set<String> seen = new HashSet<>();
        List<Passage> best = new ArrayList<>();
        all.stream()
                .filter(passage -> fits(passage.about()))
                .sorted(Comparator.comparingDouble((Passage p) -> fit(p.about())).reversed())
                .filter(passage -> seen.add(passage.shown()))
                .limit(most)
                .forEach(best::add);
        best.sort(Comparator.comparingInt(all::indexOf));
        return best;
    }

    /**
     * The words of the question that documents have: what the code is asked for where it does not know the
     * whole question. Empty where these are too few to ask anything.
     */
    String known(String question) {
        List<String> known =
                Stream.of(question.split("\\s+"))
                        .filter(word -> terms.of(word).stream().anyMatch(wanted::containsKey))
                        .toList();
        return wanted.size() < ENOUGH ? "" : String.join(" ", known);
    }

    /** Whether a text, such as an open question, is about the same. */
    boolean fits(String text) {
        Set<String> held = terms.of(text);
        long common = wanted.keySet().stream().filter(held::contains).count();
        return common >= Math.min(ENOUGH, wanted.size()) && fit(text) >= FIT;
    }

    private double fit(String text) {
        Set<String> held = terms.of(text);
        double sum = wanted.values().stream().mapToDouble(weight -> weight).sum();
        double found =
                wanted.entrySet().stream()
                        .filter(each -> held.contains(each.getKey()))
                        .mapToDouble(Map.Entry::getValue)
                        .sum();
        return sum == 0 ? 0 : found / sum;
    }

    /** The open questions about the same, each once. */
    static List<Question> open(List<WrittenDocument> documents, Passages about) {
        Map<String, Question> open = new LinkedHashMap<>();
        documents.stream()
                .flatMap(document -> document.verified().drafts().stream())
                .flatMap(draft -> draft.questions().stream())
                .filter(question -> about.fits(question.text()))
                .forEach(question -> open.putIfAbsent(question.id(), question));
        return List.copyOf(open.values());
    }
}
