package io.digitalworker.document.writing.frame;

import io.digitalworker.document.brief.Material;
import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.edition.Change;
import io.digitalworker.document.edition.Edition;
import io.digitalworker.document.edition.Place;
import io.digitalworker.document.outline.Section;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.document.writing.Cells;
import io.digitalworker.document.writing.Grid;
import io.digitalworker.document.writing.Phrases;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;

/** Which version of the document this is. */
public final class RevisionHistory {
    /** The content of the section, to which the date is added when the document is put together. */
    public static final String CONTENT = "revisions";

    /** Dates are filled in when the document is put together. */
    private static final String AS_ABOVE = "as above";

    private RevisionHistory() {}

    public static SectionDraft compose(SectionBrief brief) {
        Material material = brief.material();
        Edition edition = material.edition();
        Grid grid = new Grid("Version", "Date", "Change");
        grid.row(
                extracted(Phrases.mention(MentionKind.VERSION, material.version())),
                Cells.words(AS_ABOVE),
                Cells.words("first draft, written from the archive and the descriptor"));
        for (int i = 0; i < edition.history().size(); i++) {
            Change change = edition.history().get(i);
            grid.row(version(material, i + 1), Cells.words(AS_ABOVE), told(material, change));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                paragraph(
                        extracted(
                                text("Sections that a revision does not concern stay as they"),
                                text(" are, word for word."))));
        blocks.addAll(grid.blocks());
        return SectionDraft.complete(brief.section(), blocks);
    }

    private static Sentence version(Material material, int revision) {
        return extracted(
                Phrases.mention(MentionKind.VERSION, material.version()),
                text(", revision "),
                Phrases.count("revision." + revision, revision));
    }

    /** What was done, and in which of the sections that this document has. */
    private static Sentence told(Material material, Change change) {
        List<Span> spans = new ArrayList<>();
        for (Section section : material.outline().sections()) {
            if (change.places().contains(place(material, section))) {
                Cells.separate(spans, ", ");
                spans.add(new Span.Mention(MentionKind.SECTION, section.id(), section.title()));
            }
        }
        boolean some = !spans.isEmpty();
        spans.add(0, text(words(change, some)));
        if (some) {
            spans.add(1, text(": "));
        }
        return extracted(spans.toArray(Span[]::new));
    }

    private static Place place(Material material, Section section) {
        return new Place(material.outline().document(), section.id());
    }

    private static String words(Change change, boolean here) {
        return switch (change.action()) {
            case REVISE -> here ? "revised" : "revised in other sections or documents";
            case DETAIL -> here ? "told in more detail" : "more detail asked for";
            case SIMPLIFY -> here ? "told in less detail" : "less detail asked for";
            case APPROVE, ANSWER -> "approved as it stands";
        };
    }

    /**
     * The same with dates, which are no claims and stand in no facts.
     *
     * @param date of the first draft
     */
    public static SectionDraft dated(SectionDraft own, Edition edition, LocalDate date) {
        if (!own.section().content().equals(CONTENT)) {
            return own;
        }
        return own.with(
                own.blocks().stream()
                        .map(
                                block ->
                                        block instanceof Block.Table t
                                                ? dated(t, edition, date)
                                                : block)
                        .toList());
    }

    private static Block dated(Block.Table table, Edition edition, LocalDate first) {
        return new Block.Table(
                table.header(),
                table.numeric(),
                table.rows().stream()
                        .map(
                                row ->
                                        List.of(
                                                row.get(0),
                                                Cells.words(date(row, edition, first).toString()),
                                                row.get(2)))
                        .toList());
    }

    private static LocalDate date(List<Sentence> row, Edition edition, LocalDate first) {
        List<Span> version = row.get(0).spans();
        Span last = version.get(version.size() - 1);
        return last instanceof Span.Mention mention && mention.kind() == MentionKind.COUNT
                ? day(edition.history().get(Integer.parseInt(mention.shown()) - 1).at())
                : first;
    }

    private static LocalDate day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
