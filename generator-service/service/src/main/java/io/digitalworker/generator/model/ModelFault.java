package io.digitalworker.generator.model;

import java.time.Duration;
import java.util.Optional;

/** Why a model gave no answer. Messages name codes of the service alone, never what was asked. */
public abstract sealed class ModelFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    private ModelFault(String message) {
        super(message, null, false, false);
    }

    /** Whether the service may have answered, and wants to be paid, though nothing arrived. */
    public abstract boolean mayBePaid();

    /** Too much is asked of it; it will do, later. */
    public static final class Throttled extends ModelFault {
        private final transient Optional<Duration> retryAfter;

        public Throttled(String code, Optional<Duration> retryAfter) {
            super("throttled: " + code);
            this.retryAfter = retryAfter;
        }

        @Override
        public boolean mayBePaid() {
            return false;
        }

        /** How long the service asks to be left alone. */
        public Optional<Duration> retryAfter() {
            return retryAfter;
        }
    }

    /** The answer did not come in time. */
    public static final class TimedOut extends ModelFault {
        public TimedOut(String code) {
            super("timed out: " + code);
        }

        @Override
        public boolean mayBePaid() {
            return true;
        }
    }

    /** The service failed or was out of reach. */
    public static final class Unavailable extends ModelFault {
        private final boolean mayBePaid;

        public Unavailable(String code, boolean mayBePaid) {
            super("unavailable: " + code);
            this.mayBePaid = mayBePaid;
        }

        @Override
        public boolean mayBePaid() {
            return mayBePaid;
        }
    }

    /** It will not do until somebody changes the configuration or the permissions. */
    public static final class Unusable extends ModelFault {
        public Unusable(String code) {
            super("unusable: " + code);
        }

        @Override
        public boolean mayBePaid() {
            return false;
        }
    }
}
