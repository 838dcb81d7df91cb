package io.digitalworker.document.prompt;

import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Blocks of the extractive draft that stay together, such as a table with what it leaves out.
 *
 * @param handle such as {@code B2}
 * @param heading that they stand under, unless it is one of them
 * @param carries whether they carry facts or open points that a document must not lose; others are the
 *     narrative that a model writes anew
 */
record Piece(String handle, Optional<Block.Heading> heading, List<Block> blocks, boolean carries) {
    private static final Set<MentionKind> ASKED =
            EnumSet.of(MentionKind.REQUIREMENT, MentionKind.FEATURE);

    Piece {
        blocks = List.copyOf(blocks);
    }

    /**
     * A draft in pieces. A heading that names something makes one piece of all that stands below it. Plain
     * words right before a table or picture explain it and belong to it.
     */
    static List<Piece> of(List<Block> draft) {
        Cutting cutting = new Cutting();
        draft.forEach(cutting::add);
        return cutting.done();
    }

    /** Whether its heading is one of its blocks. */
    boolean isHeaded() {
        return blocks.get(0) instanceof Block.Heading;
    }

    private static final class Cutting {
        private final List<Piece> pieces = new ArrayList<>();
        private final List<Block> open = new ArrayList<>();
        private Block.@Nullable Heading heading;
        private boolean whole;

        void add(Block block) {
            if (block instanceof Block.Heading next) {
                close();
                whole = next.title().isClaim();
                heading = whole ? null : next;
                if (whole) {
                    open.add(next);
                }
            } else if (whole) {
                open.add(block);
            } else {
                addPlain(block);
            }
        }

        private void addPlain(Block block) {
            boolean explained = open.size() == 1 && introduces(open.get(0)) && isIntroduced(block);
            boolean more = block instanceof Block.LeftOut && !open.isEmpty();
            if (!explained && !more) {
                close();
            }
            open.add(block);
        }

        private void close() {
            if (!open.isEmpty()) {
                boolean carries = whole || open.stream().anyMatch(Piece::carries);
                String handle = "B" + (pieces.size() + 1);
                pieces.add(new Piece(handle, Optional.ofNullable(heading), open, carries));
                open.clear();
            }
        }

        List<Piece> done() {
            close();
            return pieces;
        }
    }

    private static boolean introduces(Block block) {
        return block instanceof Block.Paragraph && isPlain(block);
    }

    private static boolean isIntroduced(Block block) {
        return !(block instanceof Block.Paragraph) && carries(block);
    }

    /** Words without any name tell how to read the rest, or what was looked for in vain. */
    private static boolean isPlain(Block block) {
        return block.sentences().noneMatch(Sentence::isClaim);
    }

    private static boolean carries(Block block) {
        boolean narrative = block instanceof Block.Paragraph || block instanceof Block.Bullets;
        return !narrative || isPlain(block) || block.sentences().anyMatch(Piece::carries);
    }

    private static boolean carries(Sentence sentence) {
        return sentence.claimClass() != ClaimClass.EXTRACTED
                || sentence.spans().stream().anyMatch(Piece::carries);
    }

    private static boolean carries(Span span) {
        return span instanceof Span.Quote
                || (span instanceof Span.Mention mention && ASKED.contains(mention.kind()));
    }
}
