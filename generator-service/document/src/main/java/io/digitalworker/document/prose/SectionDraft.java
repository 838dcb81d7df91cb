package io.digitalworker.document.prose;

import io.digitalworker.document.outline.Section;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A section as written.
 *
 * @param reason why it is not complete, in one line; empty when it is
 * @param questions that it leaves open; they are listed together in a section of their own
 */
public record SectionDraft(
        Section section,
        SectionStatus status,
        String reason,
        List<Block> blocks,
        List<Question> questions) {
    public SectionDraft {
        Objects.requireNonNull(section, "section");
        blocks = List.copyOf(blocks);
        questions = List.copyOf(questions);
        if ((status == SectionStatus.COMPLETE) != reason.isEmpty()) {
            throw new IllegalArgumentException(
                    section.id() + " is " + status.key() + " for the reason '" + reason + "'");
        }
    }

    public static SectionDraft complete(Section section, List<Block> blocks) {
        return new SectionDraft(section, SectionStatus.COMPLETE, "", blocks, List.of());
    }

    /** What it is written from is not in the archive. */
    public static SectionDraft incomplete(Section section, String reason, List<Block> blocks) {
        return new SectionDraft(section, SectionStatus.INCOMPLETE, reason, blocks, List.of());
    }

    /** The same with the questions that it leaves open. */
    public SectionDraft asking(List<Question> open) {
        return new SectionDraft(section, status, reason, blocks, open);
    }

    /** The same with other blocks. */
    public SectionDraft with(List<Block> others) {
        return new SectionDraft(section, status, reason, others, questions);
    }

    /** All sentences, in reading order. */
    public Stream<Sentence> sentences() {
        return blocks.stream().flatMap(Block::sentences);
    }
}
