package io.digitalworker.document.writing.frame;

import io.digitalworker.document.brief.Material;
import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.writing.Cells;
import io.digitalworker.document.writing.Grid;
import io.digitalworker.document.writing.Phrases;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;

/** Which version of the document this is. */
public final class RevisionHistory {
    /** The content of the section, to which the date is added when the document is put together. */
    public static final String CONTENT = "revisions";

    private RevisionHistory() {}

    public static SectionDraft compose(SectionBrief brief) {
        Material material = brief.material();
        Grid grid = new Grid(material, "Version", "Date", "Change");
        grid.row(
                extracted(Phrases.mention(MentionKind.VERSION, material.version())),
                Cells.words("as above"),
                Cells.words("first draft, written from the archive and the descriptor"));
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                paragraph(
                        extracted(
                                text("Sections that a revision does not concern stay as they"),
                                text(" are, word for word."))));
        blocks.addAll(grid.blocks(1));
        return SectionDraft.complete(brief.section(), blocks);
    }

    /** The same with the date of the document. */
    public static SectionDraft dated(SectionDraft own, LocalDate date) {
        if (!own.section().content().equals(CONTENT)) {
            return own;
        }
        return own.with(
                own.blocks().stream()
                        .map(block -> block instanceof Block.Table t ? dated(t, date) : block)
                        .toList());
    }

    private static Block dated(Block.Table table, LocalDate date) {
        return new Block.Table(
                table.header(),
                table.numeric(),
                table.rows().stream()
                        .map(row -> List.of(row.get(0), Cells.words(date.toString()), row.get(2)))
                        .toList());
    }
}
