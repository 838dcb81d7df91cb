package io.digitalworker.local.cloud.table;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.digitalworker.local.cloud.http.AwsFault;
import io.digitalworker.local.cloud.http.Json;
import io.digitalworker.local.cloud.storage.DurableStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** DynamoDB with the operations that the ledger uses; every other one is refused by name. */
public final class DynamoDb implements AutoCloseable {
    private static final Duration SWEEP = Duration.ofSeconds(60);
    private static final Duration LAG_STEP = Duration.ofMillis(10);

    /**
     * Trouble on demand.
     *
     * @param indexLag how long an index stays behind its table
     * @param conflictPercent of the writes and transactions meet another transaction
     * @param throttlePercent of the requests are throttled
     */
    public record Troubles(Duration indexLag, int conflictPercent, int throttlePercent, long seed) {
        public static final Troubles NONE = new Troubles(Duration.ZERO, 0, 0, 0);
    }

    private final DurableStore store;
    private final TimeToLive timeToLive;
    private final RequestTokens tokens;
    private final Map<String, UnaryOperator<ObjectNode>> operations;
    private final ScheduledExecutorService background =
            Executors.newSingleThreadScheduledExecutor(
                    work -> {
                        Thread thread = new Thread(work, "dynamodb-background");
                        thread.setDaemon(true);
                        return thread;
                    });

    private DynamoDb(DurableStore store, Clock clock, Troubles troubles) {
        this.store = store;
        Tables tables = new Tables(store, clock);
        IndexLag lag = new IndexLag(store, tables, clock, troubles.indexLag());
        ItemWriter writer = new ItemWriter(lag);
        Trouble trouble =
                new Trouble(
                        troubles.conflictPercent(), troubles.throttlePercent(), troubles.seed());
        timeToLive = new TimeToLive(store, tables, writer, clock);
        tokens = new RequestTokens(store, clock);
        Reading reading = new Reading(store, tables, trouble);
        Searching searching = new Searching(store, tables, trouble);
        Writing writing = new Writing(store, tables, writer, trouble);
        Transactions transactions = new Transactions(store, tables, writer, tokens, trouble);
        operations =
                Map.ofEntries(
                        Map.entry("CreateTable", tables::create),
                        Map.entry("DescribeTable", tables::describe),
                        Map.entry("ListTables", tables::list),
                        Map.entry("UpdateTimeToLive", tables::updateTimeToLive),
                        Map.entry("DescribeTimeToLive", tables::describeTimeToLive),
                        Map.entry("GetItem", reading::get),
                        Map.entry("BatchGetItem", reading::batch),
                        Map.entry("TransactGetItems", reading::transact),
                        Map.entry("Query", searching::query),
                        Map.entry("Scan", searching::scan),
                        Map.entry("PutItem", writing::put),
                        Map.entry("UpdateItem", writing::update),
                        Map.entry("DeleteItem", writing::delete),
                        Map.entry("BatchWriteItem", writing::batch),
                        Map.entry("TransactWriteItems", transactions::write));
        every(SWEEP, this::sweep);
        if (!troubles.indexLag().isZero()) {
            every(LAG_STEP, lag::applyDue);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // it ends with the executor
    private void every(Duration period, Runnable work) {
        background.scheduleWithFixedDelay(
                () -> surviving(work), period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    // an exception would end the repetition without a word
    private static void surviving(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException bug) {
            System.err.println("dynamodb: in the background: " + bug);
        }
    }

    /** Opens the tables kept in that directory. */
    public static DynamoDb open(Path directory, Clock clock, Troubles troubles) {
        return new DynamoDb(DurableStore.open(directory.resolve("dynamodb.mv")), clock, troubles);
    }

    /** Performs one operation; its effect is durable when this returns. */
    public ObjectNode call(String operation, ObjectNode request) {
        UnaryOperator<ObjectNode> known = operations.get(operation);
        if (known == null) {
            throw AwsFault.notImplemented(operation);
        }
        return known.apply(request);
    }

    /** Whether the table is there. */
    public boolean hasTable(String name) {
        for (var each : call("ListTables", Json.object()).path("TableNames")) {
            if (each.asText().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** Drops items past their time to live, and request tokens past theirs. */
    void sweep() {
        timeToLive.sweep();
        tokens.sweep();
    }

    @Override
    public void close() {
        background.shutdownNow();
        store.close();
    }
}
