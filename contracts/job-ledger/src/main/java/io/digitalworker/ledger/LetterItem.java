package io.digitalworker.ledger;

import io.digitalworker.api.event.EventSource;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The item of a dead letter: due, for listing, while it waits. */
final class LetterItem {
    static final String WAITING = "waiting";
    static final String REDRIVEN = "redriven";
    static final String DISCARDED = "discarded";

    private LetterItem() {}

    static Item of(DeadLetter letter, AttributeValue expiresAt) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put(Items.JOB_ID, Values.text(letter.jobId()));
        item.put(Items.METADATA, Values.text(key(letter)));
        item.put(Items.QUEUE, Values.text(letter.queue()));
        item.put(Items.MESSAGE_ID, Values.text(letter.messageId()));
        item.put(Items.SEQUENCE, Values.number(letter.sequence()));
        if (letter.eventId() != null) {
            item.put(Items.EVENT_ID, Values.text(letter.eventId()));
        }
        item.put(Items.RECEIVES, Values.number(letter.receives()));
        item.put(Items.ERROR_CODE, Values.text(letter.code().name()));
        String cause = JobFault.className(letter.cause());
        if (cause != null) {
            item.put(Items.CAUSE, Values.text(cause));
        }
        item.put(Items.BODY_SHA256, Values.text(letter.bodySha256()));
        item.put(Items.RECEIVED_AT, Values.time(letter.receivedAt()));
        item.put(Items.STATE, Values.text(WAITING));
        Due due = Due.of(DueKind.LETTER, EventSource.CLEANUP, letter.jobId());
        item.put(Items.DUE, Values.text(due.key()));
        item.put(Items.DUE_AT, Values.time(letter.receivedAt()));
        item.put(Items.EXPIRES_AT, expiresAt);
        return new Item(item);
    }

    static DeadLetter read(Item item) {
        return new DeadLetter(
                item.text(Items.JOB_ID),
                item.text(Items.QUEUE),
                item.text(Items.MESSAGE_ID),
                item.number(Items.SEQUENCE),
                item.textOrNull(Items.EVENT_ID),
                (int) item.number(Items.RECEIVES),
                JobItem.known(item.text(Items.ERROR_CODE)),
                item.textOrNull(Items.CAUSE),
                item.text(Items.BODY_SHA256),
                item.time(Items.RECEIVED_AT),
                item.text(Items.STATE));
    }

    static Edit closed(DeadLetter letter, String state, String mutation) {
        return new Edit(letter.jobId(), key(letter))
                .set(Items.STATE, Values.text(state))
                .set(Items.MUTATION, Values.text(mutation))
                .notDue()
                .expect(Items.STATE, Values.text(WAITING));
    }

    static String key(DeadLetter letter) {
        return Items.deadLetter(letter.queue(), letter.messageId());
    }
}
