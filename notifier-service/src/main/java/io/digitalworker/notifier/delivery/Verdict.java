package io.digitalworker.notifier.delivery;

/** What came of an attempt. */
public enum Verdict {
    /** The receiver has it. */
    DELIVERED,
    /** The receiver does not have it: tried again, as often as the schedule allows. */
    FAILED,
    /** The cloud stood between: tried again, without limit. */
    OUT_OF_REACH,
    /** The receiver does not want it, or there is none: given up at once. */
    HOPELESS
}
