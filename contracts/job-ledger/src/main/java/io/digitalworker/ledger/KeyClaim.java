package io.digitalworker.ledger;

import java.time.Instant;

/** What stands under the key of a request. */
public sealed interface KeyClaim {
    /**
     * It is this request's until its claim ends; whoever takes it then has a higher fence.
     *
     * @param partition of its item
     */
    record Held(String partition, long fence) implements KeyClaim {}

    /** Another request is being answered; its claim ends then, unless it is renewed. */
    record Busy(Instant until) implements KeyClaim {}

    /**
     * A request was answered.
     *
     * @param subject id of what it made
     * @param contentSha256 of what it said
     */
    record Done(String subject, String contentSha256) implements KeyClaim {}
}
