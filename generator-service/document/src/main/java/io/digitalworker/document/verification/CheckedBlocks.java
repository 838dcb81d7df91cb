package io.digitalworker.document.verification;

import io.digitalworker.document.prose.Block;
import java.util.List;
import java.util.Optional;

/**
 * What is left of the blocks that a model wrote.
 *
 * @param sound for each block, in the order in which they were handed in, the block without its faulty
 *     sentences; empty if none is left, and for a heading below which nothing is left
 * @param faults by sentence
 * @param removed sentences that are in no sound block for a fault
 * @param inferred sentences left that no fact bears out as they stand: of class {@code INFERRED}, which
 *     every renderer shows behind the sentence
 */
public record CheckedBlocks(
        List<Optional<Block>> sound, List<DraftFault> faults, int removed, int inferred) {
    public CheckedBlocks {
        sound = List.copyOf(sound);
        faults = List.copyOf(faults);
    }
}
