package io.digitalworker.document.writing.hybrid;

import io.digitalworker.document.brief.Material;
import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.existing.ExistingDocument;
import io.digitalworker.document.existing.ExistingDocument.Part;
import io.digitalworker.document.outline.Section;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.heading;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;

/** Keeps what a partial document says, ahead of what the code says. */
public final class Completion {
    private static final String NOTHING_CAME = "no partial document came with the job";

    private Completion() {}

    /** The draft with the part of the partial document that is about the same, if there is one. */
    public static SectionDraft of(SectionBrief brief, SectionDraft draft) {
        Material material = brief.material();
        Optional<Part> part =
                material.existing().flatMap(existing -> about(existing, brief.section()));
        if (part.isEmpty() || !material.outline().scenario().equals("hybrid")) {
            return draft;
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(heading("As written before"));
        blocks.addAll(new KeptBlocks(new NamesInCode(material)).of(part.get().blocks()));
        blocks.add(heading("As found in the code"));
        blocks.addAll(draft.blocks());
        return draft.with(blocks);
    }

    private static Optional<Part> about(ExistingDocument existing, Section section) {
        Optional<Part> part = existing.about(section.title());
        return part.isPresent() ? part : existing.about(section.id());
    }

    /** What the partial document says beyond the sections of this one. */
    public static SectionDraft kept(SectionBrief brief) {
        Optional<ExistingDocument> existing = brief.material().existing();
        if (existing.isEmpty()) {
            return SectionDraft.incomplete(brief.section(), NOTHING_CAME, List.of(nothing()));
        }
        List<Section> sections = brief.material().outline().sections();
        KeptBlocks kept = new KeptBlocks(new NamesInCode(brief.material()));
        List<Block> blocks = new ArrayList<>();
        for (Part part : existing.get().parts()) {
            boolean elsewhere =
                    sections.stream()
                            .flatMap(section -> about(existing.get(), section).stream())
                            .anyMatch(part::equals);
            if (!elsewhere) {
                add(part, kept, blocks);
            }
        }
        if (blocks.isEmpty()) {
            blocks.add(paragraph(extracted(text("All of its parts stand in the sections above."))));
        }
        return SectionDraft.complete(brief.section(), blocks);
    }

    private static void add(Part part, KeptBlocks kept, List<Block> blocks) {
        if (!part.title().isEmpty()) {
            Span title = new Span.Quote("existing", part.title());
            blocks.add(new Block.Heading(extracted(title)));
        }
        blocks.addAll(kept.of(part.blocks()));
    }

    static Block nothing() {
        Sentence sentence = extracted(text("There is nothing to keep: " + NOTHING_CAME + "."));
        return paragraph(sentence);
    }
}
