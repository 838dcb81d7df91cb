package io.digitalworker.local.cloud.events;

import io.digitalworker.local.cloud.http.Json;
import io.digitalworker.local.cloud.storage.DurableStore;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.h2.mvstore.MVMap;

/**
 * Deliveries, kept from the moment their cause is answered until they have arrived, went to a
 * dead-letter queue, or had all their chances. What is in it at the start goes on.
 */
final class Outbox implements AutoCloseable {
    private static final int CARRIERS = 8;

    private final DurableStore store;
    private final Clock clock;
    private final Carrier carrier;
    private final MVMap<byte[], byte[]> deliveries;
    private final ScheduledExecutorService carriers =
            Executors.newScheduledThreadPool(
                    CARRIERS,
                    work -> {
                        Thread thread = new Thread(work, "delivery");
                        thread.setDaemon(true);
                        return thread;
                    });
    private long lastNumber;

    Outbox(DurableStore store, Clock clock, Carrier carrier) {
        this.store = store;
        this.clock = clock;
        this.carrier = carrier;
        deliveries = store.write(() -> store.map("outbox"));
        byte[] last = deliveries.lastKey();
        lastNumber = last == null ? 0 : ByteBuffer.wrap(last).getLong();
    }

    /** Resumes what an earlier run left. */
    void resume() {
        store.read(() -> List.copyOf(deliveries.keySet()))
                .forEach(key -> schedule(key, Duration.ZERO));
    }

    /**
     * Runs a change that may cause deliveries. Both are durable when this returns; the deliveries
     * set out at once.
     */
    void send(Supplier<List<Delivery>> change) {
        store.write(() -> change.get().stream().map(this::add).toList())
                .forEach(key -> schedule(key, Duration.ZERO));
    }

    private byte[] add(Delivery delivery) {
        byte[] key = ByteBuffer.allocate(Long.BYTES).putLong(++lastNumber).array();
        deliveries.put(key, Json.store(delivery));
        return key;
    }

    int size() {
        return store.read(deliveries::size);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // its outcome is in the store
    private void schedule(byte[] key, Duration pause) {
        // what is refused because this closes, the next start resumes
        if (!carriers.isShutdown()) {
            carriers.schedule(() -> attempt(key), pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void attempt(byte[] key) {
        byte[] stored = store.read(() -> deliveries.get(key));
        if (stored == null) {
            return;
        }
        Delivery delivery = Json.restore(stored, Delivery.class);
        try {
            Attempt end = carrier.carry(delivery);
            if (end instanceof Attempt.Failed failed) {
                failed(key, delivery.failed(failed.message()), failed);
            } else {
                store.change(() -> deliveries.remove(key));
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void failed(byte[] key, Delivery delivery, Attempt.Failed failure) {
        Optional<Duration> pause =
                failure.lasting() ? Optional.empty() : delivery.pause(clock.millis());
        if (pause.isPresent()) {
            store.change(() -> deliveries.put(key, Json.store(delivery)));
            schedule(key, pause.get());
        } else {
            giveUp(key, delivery, failure);
        }
    }

    private void giveUp(byte[] key, Delivery delivery, Attempt.Failed failure) {
        Optional<Delivery> letter =
                delivery.deadLetter(failure.code(), failure.message(), clock.millis());
        if (letter.isEmpty()) {
            System.err.println("events: dropped after all retries: " + failure.message());
        }
        List<byte[]> added = new ArrayList<>();
        store.change(
                () -> {
                    deliveries.remove(key);
                    letter.ifPresent(each -> added.add(add(each)));
                });
        added.forEach(each -> schedule(each, Duration.ZERO));
    }

    @Override
    public void close() {
        carriers.shutdownNow();
    }
}
