package io.digitalworker.generator.model;

import java.util.Objects;

/** What came of asking a model. */
public sealed interface Called {
    /**
     * It answered, and is paid.
     *
     * @param microUsd in millionths of a US dollar
     */
    record Answered(ModelAnswer answer, long microUsd) implements Called {
        public Answered {
            Objects.requireNonNull(answer, "answer");
        }
    }

    /**
     * There is no answer, and waiting would not bring it.
     *
     * @param asked whether the model was asked, and may be paid
     */
    record Without(Lack why, boolean asked) implements Called {
        public Without {
            Objects.requireNonNull(why, "why");
        }
    }
}
