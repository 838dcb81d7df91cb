package io.digitalworker.ledger;

import io.digitalworker.api.WebhookSecret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The versions of webhook secrets: items {@code caller#<hash of the principal>} / {@code webhook}. Whoever
 * never replaced theirs has none, and version 1.
 */
public final class WebhookKeys {
    /** Versions that sign beside the present one; each is a signature in every webhook. */
    public static final int MOST_FORMER = 4;

    private final Transitions transitions;
    private final Table table;

    WebhookKeys(Transitions transitions) {
        this.transitions = transitions;
        this.table = transitions.table();
    }

    public WebhookKey of(String principal) {
        return table.read(partition(principal), Items.WEBHOOK)
                .map(WebhookKeys::read)
                .orElse(new WebhookKey(WebhookSecret.FIRST_VERSION, List.of()));
    }

    /**
     * Makes the next version; the one before goes on signing for a day ({@link
     * Retention#webhookOverlap}), and so does each that was replaced less than a day ago. Of calls in the
     * same moment one does so, and all return what it made.
     *
     * @return empty where {@value #MOST_FORMER} former versions are still signing
     */
    public Optional<WebhookKey> rotate(String principal) {
        WebhookKey seen = of(principal);
        List<WebhookKey.Former> still = seen.still(transitions.now());
        if (still.size() >= MOST_FORMER) {
            return Optional.empty();
        }
        Instant until = transitions.now().plus(transitions.retention().webhookOverlap());
        WebhookKey next =
                new WebhookKey(
                        seen.version() + 1,
                        Stream.concat(
                                        Stream.of(new WebhookKey.Former(seen.version(), until)),
                                        still.stream())
                                .toList());
        boolean done = table.update(edit(principal, seen, next)) == Table.Written.DONE;
        // refused where another call was faster, or an earlier try took effect: both replaced what
        // was seen
        return Optional.of(done ? next : of(principal));
    }

    private static Edit edit(String principal, WebhookKey seen, WebhookKey next) {
        Edit edit =
                new Edit(partition(principal), Items.WEBHOOK)
                        .set(Items.VERSION, Values.number(next.version()))
                        .set(
                                Items.FORMER,
                                Values.list(
                                        next.former().stream().map(WebhookKeys::item).toList()));
        return seen.version() == WebhookSecret.FIRST_VERSION
                ? edit.expectAbsent(Items.VERSION)
                : edit.expect(Items.VERSION, Values.number(seen.version()));
    }

    private static AttributeValue item(WebhookKey.Former former) {
        return Values.map(
                Map.of(
                        Items.VERSION, Values.number(former.version()),
                        Items.UNTIL, Values.time(former.until())));
    }

    private static WebhookKey read(Item item) {
        List<WebhookKey.Former> former =
                item.list(Items.FORMER).stream()
                        .map(value -> new Item(value.m()))
                        .map(
                                each ->
                                        new WebhookKey.Former(
                                                (int) each.number(Items.VERSION),
                                                each.time(Items.UNTIL)))
                        .toList();
        return new WebhookKey((int) item.number(Items.VERSION), former);
    }

    /** Who a principal is does not stand in keys of the ledger. */
    private static String partition(String principal) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] digest = sha256.digest(principal.getBytes(StandardCharsets.UTF_8));
            return Items.CALLER_PARTITION + HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
