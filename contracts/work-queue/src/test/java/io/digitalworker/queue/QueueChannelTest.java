package io.digitalworker.queue;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import software.amazon.awssdk.core.exception.SdkClientException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Execution(ExecutionMode.CONCURRENT)
class QueueChannelTest extends ChannelTest {

    @Test
    void deletesTheMessageThatIsDone() {
        sqs.send("work");
        List<Received> seen = new CopyOnWriteArrayList<>();
        channel(
                settings(1),
                received -> {
                    seen.add(received);
                    return Outcome.done();
                });
        until("a message that is done leaves the queue", () -> sqs.size() == 0);
        assertThat(seen).hasSize(1);
        assertThat(seen.get(0).body()).isEqualTo("work");
        assertThat(seen.get(0).receiveCount()).isEqualTo(1);
        assertThat(seen.get(0).firstReceived()).isEqualTo(FakeSqs.START);
    }

    @Test
    void leavesInTheQueueWhatNoWorkerIsFreeFor() throws Exception {
        sqs.send("first");
        sqs.send("second");
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        channel(
                settings(1),
                received -> {
                    working.countDown();
                    end.await();
                    return Outcome.done();
                });
        assertThat(working.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(sqs.visible()).as("another consumer must get it").containsExactly("second");
        end.countDown();
        until("then it is worked on", () -> sqs.size() == 0);
        assertThat(sqs.history("receive"))
                .as("one worker asks for one message")
                .allMatch(call -> call.argument() == 1);
    }

    @Test
    void keepsSixteenWorkersOverAThousandMessages() throws Exception {
        Set<String> threads = ConcurrentHashMap.newKeySet();
        for (int i = 0; i < 1_000; i++) {
            sqs.send("m" + i);
        }
        AtomicInteger handled = new AtomicInteger();
        CyclicBarrier all = new CyclicBarrier(17);
        channel(
                settings(16),
                received -> {
                    threads.add(Thread.currentThread().getName());
                    if (received.body().startsWith("together")) {
                        all.await(10, TimeUnit.SECONDS);
                    }
                    return handled.incrementAndGet() % 7 == 0 ? failure() : Outcome.done();
                });
        until("all are handled once", () -> handled.get() >= 1_000);
        for (int i = 0; i < 16; i++) {
            sqs.send("together" + i);
        }
        all.await(10, TimeUnit.SECONDS);
        assertThat(threads).as("sixteen at once, and never another thread").hasSize(16);
        assertThat(threads).allMatch(name -> name.matches("jobs-\\d+"));
        assertThat(sqs.history("receive")).allMatch(call -> call.argument() <= 10);
    }

    private static Outcome failure() {
        throw new IllegalStateException("as scripted");
    }

    @Test
    void sendsACopyForLaterWithItsFirstReceiptAndCountsNoReceive() {
        sqs.send("work");
        ConcurrentLinkedQueue<Received> seen = new ConcurrentLinkedQueue<>();
        channel(
                settings(1),
                received -> {
                    seen.add(received);
                    return seen.size() < 3
                            ? Outcome.later(Duration.ofMillis(60_500))
                            : Outcome.done();
                });
        until("the first copy waits", () -> sqs.history("delete").size() == 1);
        assertThat(sqs.visible()).as("a copy is delayed").isEmpty();
        assertThat(sqs.history("send").get(0).argument()).as("rounded up").isEqualTo(61);
        sqs.advance(Duration.ofSeconds(61));
        until("the second copy waits", () -> sqs.history("delete").size() == 2);
        sqs.advance(Duration.ofSeconds(61));
        until("the third run is done", () -> sqs.size() == 0);
        assertThat(seen).extracting(Received::receiveCount).containsExactly(1, 1, 1);
        assertThat(seen).extracting(Received::firstReceived).containsOnly(FakeSqs.START);
        assertThat(seen).extracting(Received::body).containsOnly("work");
    }

    @Test
    void countsLaterAsAFailureOnceItHasBeenPutOffTooLong() {
        sqs.send("work");
        ChannelSettings s = settings(1);
        ChannelSettings impatient =
                new ChannelSettings(
                        s.channel(),
                        s.queue(),
                        1,
                        s.lease(),
                        s.longPoll(),
                        Duration.ZERO,
                        s.drain(),
                        s.backOff());
        channel(impatient, received -> Outcome.later(Duration.ofSeconds(1)));
        until("it comes back by back-off", () -> sqs.visibilitiesOf("m1").contains(2));
        assertThat(sqs.history("send")).isEmpty();
    }

    @Test
    void backsOffByReceiveCountAndEndsPoisonInTheDeadLetterQueueAfterFive() {
        String id = sqs.send("poison");
        AtomicInteger runs = new AtomicInteger();
        channel(
                settings(1),
                received -> {
                    runs.incrementAndGet();
                    // an Error must not end the worker either
                    throw new StackOverflowError();
                });
        for (int receive = 1; receive <= 5; receive++) {
            int expected = receive;
            until("receive " + receive, () -> sqs.visibilitiesOf(id).size() == expected);
            sqs.advance(Duration.ofSeconds(1L << receive));
        }
        until("it is dead after five", () -> sqs.dead().equals(List.of("poison")));
        assertThat(runs).hasValue(5);
        assertThat(sqs.visibilitiesOf(id)).containsExactly(2, 4, 8, 16, 32);
    }

    @Test
    void backsOffFifteenMinutesAtMost() {
        assertThat(Settlement.backOff(Duration.ofSeconds(2), 10)).hasMinutes(15);
        assertThat(Settlement.backOff(Duration.ofSeconds(2), 1_000)).hasMinutes(15);
        assertThat(Settlement.backOff(Duration.ZERO, 4)).isZero();
    }

    @Test
    void treatsAMissingOutcomeAsAFailure() {
        String id = sqs.send("work");
        channel(settings(1), received -> null);
        until("it comes back by back-off", () -> sqs.visibilitiesOf(id).equals(List.of(2)));
    }

    @Test
    void worksOnWhenAVanishedEndpointComesBack() {
        sqs.away(true);
        QueueChannel channel = channel(settings(2), received -> Outcome.done());
        until("polling goes on", () -> sqs.history("url").size() >= 3);
        assertThat(channel.trouble()).as("not ready while it is away").isNotEmpty();
        sqs.away(false);
        sqs.send("before");
        until("it comes back without restart", () -> sqs.size() == 0);
        assertThat(channel.trouble()).as("ready again").isEmpty();

        sqs.away(true);
        until("a poll under way fails too", () -> channel.trouble().isPresent());
        sqs.away(false);
        sqs.send("after");
        until("it comes back again", () -> sqs.size() == 0);
    }

    @Test
    void survivesWhateverAPollThrows() {
        sqs.fail("receive", new IllegalArgumentException("not of the SDK"));
        sqs.fail("receive", FakeSqs.refusal("RequestThrottled"));
        sqs.send("work");
        channel(settings(1), received -> Outcome.done());
        until("polling goes on", () -> sqs.size() == 0);
    }

    @Test
    void repeatsADeletionThatFails() {
        sqs.fail("delete", SdkClientException.create("reset"));
        sqs.fail("delete", SdkClientException.create("reset"));
        sqs.send("work");
        AtomicInteger runs = new AtomicInteger();
        channel(
                settings(1),
                received -> {
                    runs.incrementAndGet();
                    return Outcome.done();
                });
        until("the third try deletes", () -> sqs.size() == 0);
        assertThat(runs).as("its handler runs once").hasValue(1);
    }

    @Test
    void keepsTheOriginalWhenTheCopyCannotBeSent() {
        for (int i = 0; i < 4; i++) {
            sqs.fail("send", SdkClientException.create("reset"));
        }
        sqs.send("work");
        QueueChannel channel =
                channel(settings(1), received -> Outcome.later(Duration.ofSeconds(1)));
        until("four tries", () -> sqs.history("send").size() == 4);
        until("the worker is free again", () -> channel.inFlight() == 0);
        assertThat(sqs.size()).as("nothing may be lost").isEqualTo(1);
        assertThat(sqs.history("delete")).isEmpty();
    }

    @Test
    void countsAMessageThatItsReceiverDoesNotHandleAsFailed() {
        String id = sqs.send("work");
        try (QueueChannel channel = new QueueChannel(sqs, settings(1), Clock.systemUTC())) {
            channel.start(
                    delivery -> {
                        throw new IllegalStateException("receiver is broken");
                    });
            until("it comes back by back-off", () -> sqs.visibilitiesOf(id).equals(List.of(2)));
        }
    }

    @Test
    void refusesToHandleADeliveryTwice() {
        sqs.send("work");
        ConcurrentLinkedQueue<Throwable> refused = new ConcurrentLinkedQueue<>();
        try (QueueChannel channel = new QueueChannel(sqs, settings(1), Clock.systemUTC())) {
            channel.start(
                    delivery -> {
                        delivery.handle(received -> Outcome.done());
                        try {
                            delivery.handle(received -> Outcome.done());
                        } catch (IllegalStateException twice) {
                            refused.add(twice);
                        }
                    });
            until("the second is refused", () -> refused.size() == 1);
        }
    }

    @Test
    void startsOnce() {
        QueueChannel channel = channel(settings(1), received -> Outcome.done());
        assertThatThrownBy(() -> channel.start(delivery -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("jobs");
    }
}
