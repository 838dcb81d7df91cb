package io.digitalworker.ledger;

import io.digitalworker.ledger.Reserved.Measure;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What models may cost (design §4.5): before a call its greatest cost is reserved against the caps of
 * its job, of its principal's day and of everybody's day; after it what it took is settled. One
 * transaction each, over the items of the three scopes and one of the reservation. DynamoDB cannot add
 * in a condition, hence {@code Committed} (settled and reserved together) is compared with the cap less
 * the amount.
 *
 * <p>A reservation that is never settled (its process was killed) stays reserved: what a model took is
 * never above what the ledger counts. It stands against the caps of its day until the day is over, and
 * against its job's for good. Days are UTC.
 */
public final class Budgets {
    /** Each round lost means that somebody else reserved or settled. */
    private static final int ROUNDS = 30;

    private static final String RESERVED = "reserved";
    private static final String SETTLED = "settled";

    private final Transitions transitions;
    private final Table table;
    private final Switches switches;

    Budgets(Transitions transitions, Clock clock) {
        this.transitions = transitions;
        this.table = transitions.table();
        this.switches = new Switches(table, clock);
    }

    /** What an operator switches; read at most 5 s late. */
    public Switches switches() {
        return switches;
    }

    /** Whether an operator keeps every model from being called; read at most 5 s late. */
    public boolean modelIsOff() {
        return switches.modelIsOff();
    }

    /**
     * Reserves, or tells which cap is in the way.
     *
     * @throws LedgerUnavailable if the table is out of reach; what was reserved then stays so
     */
    public Reserved reserve(BudgetRequest request) {
        Caps caps = request.caps();
        Reservation wanted = reservation(request);
        Reserved.Refused tooMuch = refusal(wanted, caps, scope -> Optional.empty());
        if (tooMuch != null) {
            return tooMuch;
        }
        List<Write> writes = reserving(wanted, caps);
        for (int round = 0; round < ROUNDS; round++) {
            if (table.transact(wanted.id(), writes) || isHeld(wanted)) {
                return new Reserved.Granted(wanted);
            }
            Reserved.Refused refused = refusal(wanted, caps, scope -> item(scope, wanted));
            if (refused != null) {
                return refused;
            }
        }
        throw new LedgerUnavailable(
                "reserve", new ConcurrentModificationException("kept conflicting"));
    }

    /**
     * Puts what the call took in the place of what was reserved. A repetition changes nothing. Never
     * refused, not even where the call took more than was reserved: it is spent.
     *
     * @throws LedgerUnavailable if the table is out of reach; the reservation may stay open
     */
    public void settle(Reservation reservation, Usage actual) {
        // false: it was settled before, by this call or an earlier one
        boolean ignored = table.transact(transitions.newId(), settling(reservation, actual));
    }

    /** Of a job, over all its attempts; nothing where it never reserved. */
    public JobUsage usage(String jobId) {
        return table.read(jobId, Items.BUDGET).map(SummaryItem::readUsage).orElse(JobUsage.NONE);
    }

    private Reservation reservation(BudgetRequest request) {
        return new Reservation(
                transitions.newId(),
                request.jobId(),
                hash(request.principal()),
                LocalDate.ofInstant(transitions.now(), ZoneOffset.UTC),
                request.microUsd(),
                request.tokens());
    }

    private static Reserved.@Nullable Refused refusal(
            Reservation wanted, Caps caps, Function<BudgetScope, Optional<Item>> items) {
        for (BudgetScope scope : BudgetScope.values()) {
            Caps.Cap cap = caps.of(scope);
            Optional<Item> item = items.apply(scope);
            if (committed(item, Items.COMMITTED) > cap.microUsd() - wanted.microUsd()) {
                return new Reserved.Refused(scope, Measure.USD);
            }
            if (committed(item, Items.COMMITTED_TOKENS) > cap.tokens() - wanted.tokens()) {
                return new Reserved.Refused(scope, Measure.TOKENS);
            }
        }
        return null;
    }

    private Optional<Item> item(BudgetScope scope, Reservation wanted) {
        return table.read(partition(scope, wanted), Items.BUDGET);
    }

    private static long committed(Optional<Item> item, String attribute) {
        return item.map(present -> present.number(attribute, 0)).orElse(0L);
    }

    private boolean isHeld(Reservation wanted) {
        return table.read(wanted.jobId(), Items.reservation(wanted.id())).isPresent();
    }

    private List<Write> reserving(Reservation wanted, Caps caps) {
        List<Write> writes = new ArrayList<>();
        for (BudgetScope scope : BudgetScope.values()) {
            Caps.Cap cap = caps.of(scope);
            writes.add(
                    edit(scope, wanted)
                            .add(Items.COMMITTED, wanted.microUsd())
                            .add(Items.COMMITTED_TOKENS, wanted.tokens())
                            .add(Items.RESERVED_MICRO_USD, wanted.microUsd())
                            .add(Items.OPEN, 1)
                            .expectAbsentOrAtMost(
                                    Items.COMMITTED, cap.microUsd() - wanted.microUsd())
                            .expectAbsentOrAtMost(
                                    Items.COMMITTED_TOKENS, cap.tokens() - wanted.tokens()));
        }
        writes.add(new Write.Insert(item(wanted)));
        return writes;
    }

    private List<Write> settling(Reservation reservation, Usage actual) {
        List<Write> writes = new ArrayList<>();
        for (BudgetScope scope : BudgetScope.values()) {
            writes.add(
                    edit(scope, reservation)
                            .add(Items.COMMITTED, actual.microUsd() - reservation.microUsd())
                            .add(Items.COMMITTED_TOKENS, actual.tokens() - reservation.tokens())
                            .add(Items.RESERVED_MICRO_USD, -reservation.microUsd())
                            .add(Items.OPEN, -1)
                            .add(Items.CALLS, actual.calls())
                            .add(Items.TOKENS_IN, actual.tokensIn())
                            .add(Items.TOKENS_OUT, actual.tokensOut())
                            .add(Items.TOKENS_CACHED, actual.tokensCached())
                            .add(Items.TOKENS_CACHE_WRITTEN, actual.tokensCacheWritten())
                            .add(Items.MICRO_USD, actual.microUsd()));
        }
        writes.add(
                new Edit(reservation.jobId(), Items.reservation(reservation.id()))
                        .set(Items.STATE, Values.text(SETTLED))
                        .expect(Items.STATE, Values.text(RESERVED)));
        return writes;
    }

    private Edit edit(BudgetScope scope, Reservation reservation) {
        return new Edit(partition(scope, reservation), Items.BUDGET)
                .set(Items.EXPIRES_AT, expiresAt());
    }

    private Item item(Reservation reservation) {
        Map<String, AttributeValue> item =
                new HashMap<>(Table.key(reservation.jobId(), Items.reservation(reservation.id())));
        item.put(Items.STATE, Values.text(RESERVED));
        item.put(Items.DAY, Values.text(reservation.day().toString()));
        item.put(Items.MICRO_USD, Values.number(reservation.microUsd()));
        item.put(Items.TOKENS, Values.number(reservation.tokens()));
        item.put(Items.EXPIRES_AT, expiresAt());
        return new Item(item);
    }

    private AttributeValue expiresAt() {
        return transitions.retention().expiresAt(transitions.now());
    }

    private static String partition(BudgetScope scope, Reservation reservation) {
        return switch (scope) {
            case JOB -> reservation.jobId();
            case PRINCIPAL ->
                    "budget#principal-" + reservation.principal() + "#" + reservation.day();
            case ALL -> "budget#all#" + reservation.day();
        };
    }

    /** No text of a caller stands in the ledger's keys. */
    private static String hash(String principal) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] digest = sha256.digest(principal.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
