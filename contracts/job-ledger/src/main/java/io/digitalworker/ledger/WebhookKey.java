package io.digitalworker.ledger;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which versions of a principal's webhook secret sign (design §4.4). The secrets themselves are stored
 * nowhere.
 *
 * @param version the present one, from 1
 * @param former that sign too for a while, latest first
 */
public record WebhookKey(int version, List<Former> former) {
    public WebhookKey {
        former = List.copyOf(former);
    }

    /**
     * A version that was replaced.
     *
     * @param until when it stops signing
     */
    public record Former(int version, Instant until) {}

    /** Versions that sign at that moment, latest first. */
    public List<Integer> signing(Instant now) {
        return Stream.concat(Stream.of(version), still(now).stream().map(Former::version)).toList();
    }

    /** Former ones that sign at that moment. */
    public List<Former> still(Instant now) {
        return former.stream().filter(each -> each.until().isAfter(now)).toList();
    }
}
