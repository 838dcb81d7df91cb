package io.digitalworker.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What an operator switches without a deployment: an item {@code switch#model} / {@code switch} with
 * {@code State} {@code off} keeps every service from calling a model; any other state, or no item, lets
 * it. The AWS command line sets it as well (docs/adr/0016).
 */
public final class Switches {
    /** How long a switch may still read as it was. */
    static final Duration FRESH = Duration.ofSeconds(5);

    static final String MODEL = "switch#model";
    static final String OFF = "off";
    static final String ON = "on";

    private final Table table;
    private final Clock clock;
    private volatile @Nullable Read last;

    private record Read(Instant at, boolean off) {
        boolean isFresh(Instant now) {
            return !now.isBefore(at) && Duration.between(at, now).compareTo(FRESH) < 0;
        }
    }

    Switches(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** As it is, or was at most {@link #FRESH} ago. */
    public boolean modelIsOff() {
        Instant now = clock.instant();
        Read known = last;
        if (known == null || !known.isFresh(now)) {
            known = new Read(now, readModelIsOff());
            last = known;
        }
        return known.off();
    }

    private boolean readModelIsOff() {
        return table.read(MODEL, Items.SWITCH)
                .map(item -> OFF.equals(item.textOrNull(Items.STATE)))
                .orElse(false);
    }

    /** Takes effect here at once, elsewhere within {@link #FRESH}. */
    public void setModel(boolean on) {
        Map<String, AttributeValue> item = new HashMap<>(Table.key(MODEL, Items.SWITCH));
        item.put(Items.STATE, Values.text(on ? ON : OFF));
        table.put(new Item(item));
        last = null;
    }
}
