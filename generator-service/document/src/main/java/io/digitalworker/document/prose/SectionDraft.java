package io.digitalworker.document.prose;

import io.digitalworker.document.outline.Section;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A section as written.
 *
 * @param reason why it is not complete, in one line; empty when it is
 */
public record SectionDraft(
        Section section, SectionStatus status, String reason, List<Block> blocks) {
    public SectionDraft {
        Objects.requireNonNull(section, "section");
        blocks = List.copyOf(blocks);
        if ((status == SectionStatus.COMPLETE) != reason.isEmpty()) {
            throw new IllegalArgumentException(
                    section.id() + " is " + status.key() + " for the reason '" + reason + "'");
        }
    }

    /** All sentences, in reading order. */
    public Stream<Sentence> sentences() {
        return blocks.stream().flatMap(Block::sentences);
    }
}
