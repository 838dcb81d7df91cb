package io.digitalworker.ledger;

/** What may be spent at most: by the job, by its principal in a day, by everybody in a day (UTC). */
public record Caps(Cap job, Cap principal, Cap all) {
    /** Nothing is held back. */
    public static final Caps NONE = new Caps(Cap.NONE, Cap.NONE, Cap.NONE);

    Cap of(BudgetScope scope) {
        return switch (scope) {
            case JOB -> job;
            case PRINCIPAL -> principal;
            case ALL -> all;
        };
    }

    /**
     * @param microUsd millionths of a US dollar
     */
    public record Cap(long microUsd, long tokens) {
        /** Nothing is held back. */
        public static final Cap NONE = new Cap(Long.MAX_VALUE, Long.MAX_VALUE);

        public Cap {
            if (microUsd < 0 || tokens < 0) {
                throw new IllegalArgumentException(
                        "a cap is not below 0: " + microUsd + " micro USD, " + tokens + " tokens");
            }
        }

        /** Over money alone. */
        public static Cap ofMicroUsd(long microUsd) {
            return new Cap(microUsd, Long.MAX_VALUE);
        }
    }
}
