package io.digitalworker.document.publication;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(30)
class SideBySideTest {
    private final AtomicInteger running = new AtomicInteger();

    @BeforeAll
    static void needsTwoCores() {
        Assumptions.assumeTrue(Runtime.getRuntime().availableProcessors() > 1, "two cores");
    }

    @Test
    void worksAtOnceAndKeepsTheOrder() {
        CyclicBarrier both = new CyclicBarrier(2);

        List<String> results =
                SideBySide.each(
                        List.of("a", "b"),
                        each -> {
                            meet(both);
                            return each + each;
                        });

        assertThat(results).containsExactly("aa", "bb");
    }

    @Test
    void keepsTheOrderOfMoreThingsThanCores() {
        List<Integer> many = java.util.stream.IntStream.range(0, 200).boxed().toList();

        assertThat(SideBySide.each(many, each -> each)).isEqualTo(many);
    }

    @Test
    void throwsTheFaultItselfOnceTheOthersHaveEnded() {
        CountDownLatch waiting = new CountDownLatch(1);

        assertThatThrownBy(
                        () ->
                                SideBySide.each(
                                        List.of("fails", "waits"),
                                        each ->
                                                each.equals("waits")
                                                        ? wait(waiting)
                                                        : fail(waiting)))
                .isExactlyInstanceOf(ArithmeticException.class);

        assertThat(running).as("threads that work on").hasValue(0);
    }

    @Test
    void endsWithTheThreadThatIsInterrupted() {
        CountDownLatch waiting = new CountDownLatch(1);
        Thread caller = Thread.currentThread();

        assertThatThrownBy(
                        () ->
                                SideBySide.each(
                                        List.of("interrupts", "waits"),
                                        each -> {
                                            if (each.equals("waits")) {
                                                return wait(waiting);
                                            }
                                            await(waiting);
                                            caller.interrupt();
                                            return each;
                                        }))
                .isInstanceOf(CancellationException.class);

        assertThat(running).as("threads that work on").hasValue(0);
        assertThat(Thread.interrupted()).as("the caller can still tell").isTrue();
    }

    private static String fail(CountDownLatch waiting) {
        await(waiting);
        throw new ArithmeticException("meant");
    }

    /** Waits for its interruption. */
    private String wait(CountDownLatch waiting) {
        running.incrementAndGet();
        waiting.countDown();
        try {
            boolean freed = new CountDownLatch(1).await(20, TimeUnit.SECONDS);
            throw new IllegalStateException("nobody interrupted: " + freed);
        } catch (InterruptedException e) {
            return "interrupted";
        } finally {
            running.decrementAndGet();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("nobody came", e);
        }
    }
}
