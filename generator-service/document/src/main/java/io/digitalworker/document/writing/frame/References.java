package io.digitalworker.document.writing.frame;

import io.digitalworker.document.brief.FeatureEvidence;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.outline.Detail;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.document.writing.Cells;
import io.digitalworker.document.writing.Grid;
import io.digitalworker.document.writing.Phrases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;

/** The files that the document leans on most, and what their README says. */
public final class References {
    private References() {}

    public static SectionDraft compose(SectionBrief brief) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                paragraph(
                        extracted(
                                text("The files of the archive on which most statements rest,"),
                                text(" the most cited first."))));
        Set<Span.Quote> quotes = new LinkedHashSet<>();
        Material material = brief.material();
        for (FeatureEvidence feature : material.features()) {
            for (FeatureEvidence.Match match : feature.matches()) {
                material.comments().readme(match.chunk().evidence().path()).ifPresent(quotes::add);
            }
        }
        for (Span.Quote quote : quotes) {
            blocks.add(new Block.Quotation(Cells.quoted(List.of(quote), "")));
        }
        return SectionDraft.complete(brief.section(), blocks);
    }

    /** The same with the files that all drafts cite. */
    public static SectionDraft filledIn(
            SectionDraft own, List<SectionDraft> drafts, Detail detail) {
        Map<String, Integer> cited = new LinkedHashMap<>();
        Map<String, Set<SectionDraft>> citing = new LinkedHashMap<>();
        for (SectionDraft draft : drafts) {
            draft.sentences()
                    .flatMap(sentence -> sentence.evidence().stream())
                    .map(id -> id.substring(0, id.lastIndexOf(":L")))
                    .forEach(
                            path -> {
                                cited.merge(path, 1, Integer::sum);
                                citing.computeIfAbsent(path, any -> new LinkedHashSet<>())
                                        .add(draft);
                            });
        }
        Grid grid = new Grid("File", "Cited in");
        cited.entrySet().stream()
                .sorted(
                        Comparator.comparingInt(
                                        (Map.Entry<String, Integer> file) ->
                                                citing.getOrDefault(file.getKey(), Set.of()).size())
                                .reversed()
                                .thenComparing(
                                        Map.Entry.comparingByValue(Comparator.reverseOrder()))
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(detail.places())
                .forEach(
                        file ->
                                grid.row(
                                        extracted(Phrases.mention(MentionKind.FILE, file.getKey())),
                                        sections(citing.getOrDefault(file.getKey(), Set.of()))));
        List<Block> blocks = new ArrayList<>(own.blocks());
        blocks.addAll(grid.blocks());
        return own.with(blocks);
    }

    private static Sentence sections(Set<SectionDraft> drafts) {
        List<Span> spans = new ArrayList<>();
        for (SectionDraft draft : drafts) {
            Cells.separate(spans, ", ");
            spans.add(link(draft));
        }
        return new Sentence(spans, ClaimClass.EXTRACTED, List.of());
    }

    /** Leads to a section. */
    public static Span link(SectionDraft draft) {
        return new Span.Mention(MentionKind.SECTION, draft.section().id(), draft.section().title());
    }
}
