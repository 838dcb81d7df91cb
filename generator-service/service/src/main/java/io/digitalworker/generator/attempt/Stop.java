package io.digitalworker.generator.attempt;

/** Why an attempt ends before its work is done, through no fault of the work. */
public enum Stop {
    /** The message or the claim is somebody else's. */
    LOST,
    /** The deadline has passed. */
    TIMED_OUT,
    /** The process shuts down. */
    DRAINING
}
