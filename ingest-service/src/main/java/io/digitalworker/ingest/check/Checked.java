package io.digitalworker.ingest.check;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.FieldError;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a check found: a value to go on with, or what is wrong. */
public sealed interface Checked<T> {
    record Sound<T>(T value) implements Checked<T> {}

    /**
     * @param details what is wrong where, without anything that the caller sent
     */
    record Faulty<T>(ErrorCode code, List<FieldError> details) implements Checked<T> {
        public Faulty {
            details = List.copyOf(details);
        }

        /** The same fault of something larger. */
        <U> Faulty<U> of() {
            return new Faulty<>(code, details);
        }
    }

    /** What the next check finds in a sound value; the fault of this one otherwise. */
    default <U> Checked<U> then(Function<T, Checked<U>> next) {
        return this instanceof Sound<T> sound ? next.apply(sound.value()) : ((Faulty<T>) this).of();
    }

    /** The same of something that may be absent. */
    default Checked<Optional<T>> optional() {
        return then(value -> new Sound<>(Optional.of(value)));
    }

    static <T> Checked<T> faulty(ErrorCode code) {
        return new Faulty<>(code, List.of());
    }

    static <T> Checked<T> faulty(ErrorCode code, String field, String message) {
        return new Faulty<>(code, List.of(new FieldError(field, message)));
    }
}
