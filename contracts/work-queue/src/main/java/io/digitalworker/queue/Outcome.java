package io.digitalworker.queue;

import java.time.Duration;
import java.util.Objects;

/**
 * How a handler ends (design §3). The third way is an exception: the message comes back after a
 * back-off, and that counts as a receive on the way to the dead-letter queue.
 */
public sealed interface Outcome {

    /** The work is finished, or was finished before: the message is deleted. */
    record Done() implements Outcome {}

    /**
     * The work cannot be done now: a copy of the message comes after the delay, the original is
     * deleted. Counts no receive, for as long as the channel's {@code max-later} allows.
     *
     * @param delay zero to 15 minutes, the most that SQS delays a message; rounded up to seconds
     */
    record Later(Duration delay) implements Outcome {

        /** The longest delay SQS knows. */
        public static final Duration LIMIT = Duration.ofMinutes(15);

        public Later {
            Objects.requireNonNull(delay, "delay");
            if (delay.isNegative() || delay.compareTo(LIMIT) > 0) {
                throw new IllegalArgumentException(
                        "delay must be from 0 to " + LIMIT + ", not " + delay);
            }
        }
    }

    static Outcome done() {
        return new Done();
    }

    /**
     * See {@link Later}.
     *
     * @throws IllegalArgumentException if the delay is negative or over 15 minutes
     */
    static Outcome later(Duration delay) {
        return new Later(delay);
    }
}
