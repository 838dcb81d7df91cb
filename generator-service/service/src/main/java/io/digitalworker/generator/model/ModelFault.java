package io.digitalworker.generator.model;

import java.time.Duration;
import java.util.Optional;

/** Why a model gave no answer. Messages name codes of the service alone, never what was asked. */
public abstract sealed class ModelFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    private ModelFault(String message) {
        super(message, null, false, false);
    }

    /** Too much is asked of it; it will do, later. Nothing was paid. */
    public static final class Throttled extends ModelFault {
        private final transient Optional<Duration> retryAfter;

        public Throttled(String code, Optional<Duration> retryAfter) {
            super("throttled: " + code);
            this.retryAfter = retryAfter;
        }

        /** How long the service asks to be left alone. */
        public Optional<Duration> retryAfter() {
            return retryAfter;
        }
    }

    /** The answer did not come in time. It may have been paid for. */
    public static final class TimedOut extends ModelFault {
        public TimedOut(String code) {
            super("timed out: " + code);
        }
    }

    /** The service failed or was out of reach. An answer may have been lost on the way. */
    public static final class Unavailable extends ModelFault {
        public Unavailable(String code) {
            super("unavailable: " + code);
        }
    }

    /** It will not do until somebody changes the configuration or the permissions. Nothing was paid. */
    public static final class Unusable extends ModelFault {
        public Unusable(String code) {
            super("unusable: " + code);
        }
    }
}
