package io.digitalworker.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The keys under which requests may be repeated (design §4.1; docs/adr/0019): items {@code idem#<hash>} /
 * {@code key}. A key is claimed before a request is read, for a short time that is renewed, and it is
 * done in the transaction that commits what the request made: there is no moment in which one is so and
 * the other is not. A process that is killed between loses its claim, and the next request begins anew.
 */
public final class RequestKeys {
    /** Each round lost means that another request took the key. */
    private static final int ROUNDS = 3;

    static final String OPEN = "open";
    static final String FREE = "free";
    static final String DONE = "done";

    private final Transitions transitions;
    private final Table table;

    RequestKeys(Transitions transitions) {
        this.transitions = transitions;
        this.table = transitions.table();
    }

    /**
     * Claims a key that nobody holds. It is forgotten some time after it was claimed ({@link
     * Retention#requestKey}).
     *
     * @param route what is asked, such as {@code POST /v1/generate-spec}
     * @param key as the caller chose it; it is stored as a hash
     */
    public KeyClaim claim(String principal, String route, String key) {
        String partition = Items.KEY_PARTITION + hash(principal + "\n" + route + "\n" + key);
        String mutation = transitions.newId();
        for (int round = 0; round < ROUNDS; round++) {
            Item seen = table.read(partition, Items.KEY).orElse(null);
            Optional<KeyClaim> taken = seen == null ? Optional.empty() : taken(seen, mutation);
            if (taken.isPresent()) {
                return taken.get();
            }
            long fence = seen == null ? 1 : seen.number(Items.FENCE) + 1;
            Edit edit = seen == null ? first(partition) : next(partition, seen);
            if (table.update(claiming(edit, mutation, fence)) == Table.Written.DONE) {
                return new KeyClaim.Held(partition, fence);
            }
        }
        return new KeyClaim.Busy(claimUntil());
    }

    /** Puts off the end of the claim, if it is still held. */
    public void renew(KeyClaim.Held held) {
        // refused where it is done, released, or another's
        Table.Written ignored =
                table.update(whileHeld(held).set(Items.CLAIM_UNTIL, Values.time(claimUntil())));
    }

    /** Gives the key back: the request made nothing, and the next may be another one. */
    public void release(KeyClaim.Held held) {
        // refused where it is done, released, or another's
        Table.Written ignored =
                table.update(
                        whileHeld(held)
                                .set(Items.STATE, Values.text(FREE))
                                .remove(Items.CLAIM_UNTIL));
    }

    /** Part of the transaction that commits what the request made. */
    static Edit done(KeyUse use, String subject) {
        return whileHeld(use.held())
                .set(Items.STATE, Values.text(DONE))
                .set(Items.SUBJECT, Values.text(subject))
                .set(Items.CONTENT_SHA256, Values.text(use.contentSha256()))
                .remove(Items.CLAIM_UNTIL);
    }

    private static Edit whileHeld(KeyClaim.Held held) {
        return new Edit(held.partition(), Items.KEY)
                .expect(Items.STATE, Values.text(OPEN))
                .expect(Items.FENCE, Values.number(held.fence()));
    }

    /** Absent where it can be claimed. */
    private Optional<KeyClaim> taken(Item seen, String mutation) {
        if (seen.isExpired(transitions.now())) {
            return Optional.empty();
        }
        return switch (seen.text(Items.STATE)) {
            case DONE ->
                    Optional.of(
                            new KeyClaim.Done(
                                    seen.text(Items.SUBJECT), seen.text(Items.CONTENT_SHA256)));
            case OPEN -> open(seen, mutation);
            default -> Optional.empty();
        };
    }

    /** An earlier try of this claim may have taken effect. */
    private Optional<KeyClaim> open(Item seen, String mutation) {
        if (seen.text(Items.MUTATION).equals(mutation)) {
            return Optional.of(
                    new KeyClaim.Held(seen.text(Items.JOB_ID), seen.number(Items.FENCE)));
        }
        Instant until = seen.time(Items.CLAIM_UNTIL);
        return until.isAfter(transitions.now())
                ? Optional.of(new KeyClaim.Busy(until))
                : Optional.empty();
    }

    private static Edit first(String partition) {
        return new Edit(partition, Items.KEY).expectAbsent(Items.JOB_ID);
    }

    /** Of a key that was released, lost, or forgotten but not yet removed. */
    private static Edit next(String partition, Item seen) {
        return new Edit(partition, Items.KEY)
                .remove(Items.SUBJECT, Items.CONTENT_SHA256)
                .expectAsSeen(seen, Items.STATE, Items.FENCE, Items.CLAIM_UNTIL);
    }

    private Edit claiming(Edit edit, String mutation, long fence) {
        return edit.set(Items.STATE, Values.text(OPEN))
                .set(Items.FENCE, Values.number(fence))
                .set(Items.MUTATION, Values.text(mutation))
                .set(Items.CLAIM_UNTIL, Values.time(claimUntil()))
                .set(Items.EXPIRES_AT, expiresAt());
    }

    private Instant claimUntil() {
        return transitions.now().plus(transitions.retention().keyClaim());
    }

    private AttributeValue expiresAt() {
        Instant end = transitions.now().plus(transitions.retention().requestKey());
        return Values.number(end.getEpochSecond());
    }

    /** No text of a caller stands in the ledger's keys. */
    private static String hash(String text) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)), 0, 20);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
