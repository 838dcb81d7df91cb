package io.digitalworker.local.cloud.events;

/** How one attempt of a delivery ended. */
sealed interface Attempt {
    /** It arrived. */
    record Delivered() implements Attempt {}

    /** It did not; {@code lasting} means that another attempt would fare no better. */
    record Failed(String code, String message, boolean lasting) implements Attempt {}
}
