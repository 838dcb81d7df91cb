package io.digitalworker.queue;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DrainTest extends ChannelTest {

    private static final Duration LEASE = Duration.ofSeconds(15);

    private final AtomicReference<Received> working = new AtomicReference<>();
    private final CountDownLatch end = new CountDownLatch(1);

    @Test
    void abortsTheLongPollAtOnce() {
        QueueChannel channel = channel(settings(1), received -> Outcome.done());
        until("it polls", () -> !sqs.history("receive").isEmpty());
        long begin = System.nanoTime();
        channel.drain();
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .as("a poll of 10 s is under way")
                .isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void handsNothingOutOnceClosedAndHandsBackWhatTheLastPollBrings() {
        sqs.deafToInterrupts();
        AtomicInteger runs = new AtomicInteger();
        QueueChannel channel =
                channel(
                        settings(1),
                        received -> {
                            runs.incrementAndGet();
                            return Outcome.done();
                        });
        until("it polls", () -> !sqs.history("receive").isEmpty());
        channel.stopPolling();
        String id = sqs.send("late");
        channel.drain();
        assertThat(sqs.visibilitiesOf(id)).as("handed back").containsExactly(0);
        assertThat(sqs.visible()).containsExactly("late");
        assertThat(runs).as("no handler ran").hasValue(0);
    }

    @Test
    void handsBackWhatNoHandlerHasBegun() {
        String id = sqs.send("work");
        AtomicReference<Delivery> kept = new AtomicReference<>();
        QueueChannel channel = new QueueChannel(sqs, settings(1), Clock.systemUTC());
        channel.start(kept::set);
        until("it arrived", () -> kept.get() != null);
        channel.drain();
        assertThat(sqs.visibilitiesOf(id)).containsExactly(0);
        AtomicBoolean ran = new AtomicBoolean();
        kept.get()
                .handle(
                        received -> {
                            ran.set(true);
                            return Outcome.done();
                        });
        assertThat(ran).as("nothing is handed out after close").isFalse();
        assertThat(sqs.size()).isEqualTo(1);
    }

    @Test
    void waitsForAHandlerThatEndsInTime() {
        sqs.send("work");
        QueueChannel channel = start(Duration.ofSeconds(10), Outcome.done());
        until("it works", () -> working.get() != null);
        CompletableFuture<Void> drained = CompletableFuture.runAsync(channel::drain);
        until("it is told", () -> working.get().lease().draining());
        assertThat(drained).isNotDone();
        end.countDown();
        drained.join();
        assertThat(sqs.size()).as("its outcome was applied").isZero();
    }

    @Test
    void letsAHandlerEndEarlyWithLater() {
        sqs.send("work");
        CountDownLatch told = new CountDownLatch(1);
        QueueChannel channel =
                channel(
                        settings(1, LEASE, Duration.ofSeconds(10)),
                        received -> {
                            received.lease().onDraining(told::countDown);
                            working.set(received);
                            told.await();
                            return Outcome.later(Duration.ZERO);
                        });
        until("it works", () -> working.get() != null);
        channel.drain();
        assertThat(sqs.visible()).as("a copy for the next process").containsExactly("work");
        assertThat(sqs.history("delete")).hasSize(1);
    }

    @Test
    void handsBackWhatIsNotFinishedAndIgnoresItsOutcome() {
        String id = sqs.send("work");
        AtomicBoolean lost = new AtomicBoolean();
        AtomicBoolean interrupted = new AtomicBoolean();
        CountDownLatch over = new CountDownLatch(1);
        QueueChannel channel =
                channel(
                        settings(1, LEASE, Duration.ofMillis(50)),
                        received -> {
                            received.lease().onLost(() -> lost.set(true));
                            working.set(received);
                            try {
                                end.await();
                            } catch (InterruptedException e) {
                                interrupted.set(true);
                            }
                            over.countDown();
                            return Outcome.done();
                        });
        until("it works", () -> working.get() != null);
        channel.drain();
        until("the handler ends", () -> over.getCount() == 0);
        assertThat(sqs.visibilitiesOf(id)).as("handed back").containsExactly(0);
        assertThat(lost).as("the handler is told").isTrue();
        assertThat(interrupted).as("and is not waited for").isTrue();
        assertThat(sqs.history("delete")).as("its outcome is ignored").isEmpty();
        assertThat(channel.inFlight()).isZero();
    }

    @Test
    void leavesNothingWithTheLongPollThatIsOpenWhileItDrains() {
        String id = sqs.send("work");
        QueueChannel channel =
                channel(
                        settings(2, LEASE, Duration.ofMillis(50)),
                        received -> {
                            working.set(received);
                            end.await();
                            return Outcome.done();
                        });
        until("it works, and a second poll is open", () -> sqs.history("receive").size() == 2);
        channel.drain();
        assertThat(sqs.visible())
                .as("what is handed back goes to that poll first")
                .containsExactly("work");
        assertThat(sqs.visibilitiesOf(id)).containsExactly(0, 0);
    }

    @Test
    void drainsOnce() {
        QueueChannel channel = channel(settings(1), received -> Outcome.done());
        channel.drain();
        channel.drain();
        sqs.send("late");
        assertThat(sqs.visible()).containsExactly("late");
    }

    @Test
    void drainsAChannelWhoseEndpointIsAway() {
        sqs.away(true);
        QueueChannel channel = channel(settings(1), received -> Outcome.done());
        until("polling backs off", () -> sqs.history("url").size() >= 2);
        long begin = System.nanoTime();
        channel.drain();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
    }

    private QueueChannel start(Duration drain, Outcome outcome) {
        return channel(
                settings(1, LEASE, drain),
                received -> {
                    working.set(received);
                    end.await();
                    return outcome;
                });
    }
}
