package io.digitalworker.document.writing;

import io.digitalworker.document.brief.Material;
import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.outline.Section;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.SectionStatus;
import java.util.List;

import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;

/** Composes prose from facts alone, without any model: what no fact says, it does not say. */
public final class ExtractiveWriter implements SectionWriter {
    @Override
    public String name() {
        return "extractive";
    }

    @Override
    public SectionDraft write(SectionBrief brief) {
        Section section = brief.section();
        Material material = brief.material();
        return switch (section.content()) {
            case SUMMARY -> complete(section, SummarySection.write(material));
            case INVENTORY -> complete(section, InventorySection.write(material));
            case REQUIREMENTS -> complete(section, RequirementsSection.write(material));
            case TRACEABILITY -> complete(section, TraceabilitySection.write(material));
            case QUESTIONS -> complete(section, QuestionsSection.write(material));
            case COMPLETENESS -> complete(section, completeness());
            case UNAVAILABLE -> missing(section);
        };
    }

    private static SectionDraft complete(Section section, List<Block> blocks) {
        return new SectionDraft(section, SectionStatus.COMPLETE, "", blocks);
    }

    private static SectionDraft missing(Section section) {
        List<Block> line = List.of(paragraph(extracted(text(section.missing()))));
        return new SectionDraft(section, SectionStatus.INCOMPLETE, section.missing(), line);
    }

    /** The table itself is added when all sections have been checked. */
    private static List<Block> completeness() {
        return List.of(
                paragraph(
                        extracted(
                                text(
                                        "A section is complete when all facts that it is written"
                                                + " from are there."))));
    }
}
