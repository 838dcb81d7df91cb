package io.digitalworker.document.prompt;

import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.Question;
import java.util.List;
import java.util.Objects;

/**
 * A model's answer as far as it could be read.
 *
 * @param parts in their order, without the sentences that have a fault
 * @param questions that the model asks people
 * @param faults what could not be read, in words that the model can use; they name handles and places only,
 *     never text of the answer
 */
public record ParsedAnswer(List<Part> parts, List<Question> questions, List<String> faults) {
    /** A part of the answer. */
    public sealed interface Part {
        /** A block in the model's words. */
        record Written(Block block) implements Part {
            public Written {
                Objects.requireNonNull(block, "block");
            }
        }

        /** A block of the extractive draft that is to stand here, such as {@code B2}. */
        record Kept(String handle) implements Part {
            public Kept {
                Objects.requireNonNull(handle, "handle");
            }
        }
    }

    public ParsedAnswer {
        parts = List.copyOf(parts);
        questions = List.copyOf(questions);
        faults = List.copyOf(faults);
    }
}
