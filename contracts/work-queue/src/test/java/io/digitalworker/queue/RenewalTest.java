package io.digitalworker.queue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import software.amazon.awssdk.core.exception.SdkClientException;

import static org.assertj.core.api.Assertions.assertThat;

/** A lease of one second is renewed every third of it. */
@Execution(ExecutionMode.CONCURRENT)
class RenewalTest extends ChannelTest {

    private static final Duration LEASE = Duration.ofSeconds(1);

    private final AtomicInteger runs = new AtomicInteger();
    private final AtomicReference<Received> working = new AtomicReference<>();
    private final CountDownLatch end = new CountDownLatch(1);

    @Test
    void runsAHandlerOnceThatWorksLongerThanTheVisibility() {
        String id = sqs.send("long");
        start(1, received -> {});
        for (int renewals = 1; renewals <= 4; renewals++) {
            int expected = renewals;
            until("renewal " + renewals, () -> sqs.visibilitiesOf(id).size() >= expected);
            // the message would be visible by now, had it not been renewed
            sqs.advance(Duration.ofMillis(600));
        }
        assertThat(sqs.visible()).isEmpty();
        end.countDown();
        until("it is done", () -> sqs.size() == 0);
        assertThat(runs).as("it ran once").hasValue(1);
        assertThat(sqs.visibilitiesOf(id)).containsOnly(1);
    }

    @Test
    void renewsWhileADeletionIsStalled() {
        CountDownLatch deleted = sqs.stall("delete");
        String quick = sqs.send("quick");
        channel(
                settings(2, LEASE, Duration.ofMillis(300)),
                received -> {
                    if (received.body().equals("long")) {
                        end.await();
                    }
                    return Outcome.done();
                });
        until("the deletion hangs", () -> sqs.history("delete").size() == 1);
        String other = sqs.send("long");
        until("the other is renewed", () -> sqs.visibilitiesOf(other).size() >= 2);
        until("the stalled one too", () -> sqs.visibilitiesOf(quick).size() >= 2);
        deleted.countDown();
        end.countDown();
        until("both are done", () -> sqs.size() == 0);
    }

    @Test
    void renewsTheVisibilityWhileAClaimHangs() {
        String stuck = sqs.send("stuck");
        String other = sqs.send("other");
        CountDownLatch claim = new CountDownLatch(1);
        start(
                2,
                received -> {
                    if (received.body().equals("stuck")) {
                        received.lease().beforeRenewal(() -> opened(claim));
                    }
                });
        until("the other is renewed", () -> sqs.visibilitiesOf(other).size() >= 3);
        until("its own is renewed too", () -> sqs.visibilitiesOf(stuck).size() >= 2);
        claim.countDown();
        end.countDown();
    }

    @Test
    void renewsTheClaimFirstAndStopsWhenItIsLost() {
        String id = sqs.send("work");
        AtomicInteger ticks = new AtomicInteger();
        AtomicInteger told = new AtomicInteger();
        start(
                1,
                received -> {
                    received.lease().beforeRenewal(() -> ticks.incrementAndGet() < 2);
                    received.lease().onLost(told::incrementAndGet);
                });
        until("the second tick loses the claim", () -> told.get() == 1);
        assertThat(working.get().lease().lost()).isTrue();
        assertThat(sqs.visibilitiesOf(id)).as("renewed only when the claim was").containsExactly(1);
        end.countDown();
    }

    @Test
    void renewsTheVisibilityWhenItIsNotKnownWhetherTheClaimHolds() {
        String id = sqs.send("work");
        start(
                1,
                received ->
                        received.lease()
                                .beforeRenewal(
                                        () -> {
                                            throw new IllegalStateException("ledger throttled");
                                        }));
        until("renewed twice all the same", () -> sqs.visibilitiesOf(id).size() >= 2);
        assertThat(working.get().lease().lost()).isFalse();
        end.countDown();
    }

    @Test
    void tellsTheHandlerWhenSqsSaysTheMessageIsGone() {
        sqs.send("work");
        sqs.fail("visibility", FakeSqs.refusal("ReceiptHandleIsInvalid"));
        start(1, received -> {});
        until("the handler is told", () -> working.get() != null && working.get().lease().lost());
        end.countDown();
        until("work that is done is still deleted", () -> sqs.size() == 0);
    }

    @Test
    void takesALeaseAsLostOnceItEndedWithoutARenewal() {
        sqs.send("work");
        for (int i = 0; i < 10; i++) {
            sqs.fail("visibility", SdkClientException.create("away"));
        }
        start(1, received -> {});
        until("the handler is told", () -> working.get() != null && working.get().lease().lost());
        assertThat(sqs.history("visibility")).as("tried for all its length").hasSizeBetween(2, 4);
        end.countDown();
    }

    @Test
    void leavesAMessageAloneThatMayBeSomebodyElses() {
        sqs.send("work");
        sqs.fail("visibility", FakeSqs.refusal("ReceiptHandleIsInvalid"));
        QueueChannel channel =
                channel(
                        settings(1, LEASE, Duration.ZERO),
                        received -> {
                            working.set(received);
                            end.await();
                            return Outcome.later(Duration.ZERO);
                        });
        until("it is lost", () -> working.get() != null && working.get().lease().lost());
        end.countDown();
        until("its worker is free", () -> channel.inFlight() == 0);
        assertThat(sqs.history("send")).as("no second copy of it").isEmpty();
        assertThat(sqs.history("visibility")).as("nor a change of visibility").hasSize(1);
    }

    @Test
    void callsNobodyOfAHandlerThatHasEnded() {
        CountDownLatch deleted = sqs.stall("delete");
        String id = sqs.send("work");
        AtomicInteger ticks = new AtomicInteger();
        AtomicReference<Thread> ended = new AtomicReference<>();
        channel(
                settings(1, LEASE, Duration.ZERO),
                received -> {
                    received.lease().beforeRenewal(() -> ticks.incrementAndGet() > 0);
                    ended.set(Thread.currentThread());
                    return Outcome.done();
                });
        until("renewed while it is deleted", () -> sqs.visibilitiesOf(id).size() >= 2);
        assertThat(ticks).as("its claim is over").hasValue(0);
        assertThat(ended.get().getName()).isEqualTo("jobs-1");
        deleted.countDown();
    }

    private void start(int workers, Consumer<Received> begin) {
        channel(
                settings(workers, LEASE, Duration.ofMillis(300)),
                received -> {
                    runs.incrementAndGet();
                    begin.accept(received);
                    working.set(received);
                    end.await();
                    return Outcome.done();
                });
    }

    private static boolean opened(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }
}
