package io.digitalworker.runtime;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SystemHostAddressesTest {
    private static final Duration SHORT = Duration.ofMillis(200);

    @Test
    void knowsThisMachineAndNotEveryName() {
        SystemHostAddresses system = new SystemHostAddresses();

        assertThat(system.of("127.0.0.1")).allMatch(InetAddress::isLoopbackAddress).hasSize(1);
        assertThat(system.of("a".repeat(70) + ".invalid")).as("a label of 70 letters").isEmpty();
        system.close();
    }

    @Test
    void anUnknownNameHasNoAddress() {
        SystemHostAddresses none =
                new SystemHostAddresses(
                        host -> {
                            throw new UnknownHostException(host);
                        },
                        SHORT);

        assertThat(none.of("hooks.example.com")).isEmpty();
        none.close();
    }

    @Test
    void aSilentNameServerHoldsNobodyUpForLongerThanTheLimit() {
        CountDownLatch silence = new CountDownLatch(1);
        SystemHostAddresses silent =
                new SystemHostAddresses(
                        host -> {
                            silence.await();
                            return new InetAddress[0];
                        },
                        SHORT);
        long began = System.nanoTime();

        assertThat(silent.of("hooks.example.com")).isEmpty();

        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .as("time until a silent name server was given up, limit " + SHORT)
                .isBetween(SHORT.minusMillis(50), Duration.ofSeconds(5));
        silence.countDown();
        silent.close();
    }

    @Test
    void manySilentLookupsAreRefusedInsteadOfHeapingUp() throws Exception {
        CountDownLatch silence = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(32);
        SystemHostAddresses silent =
                new SystemHostAddresses(
                        host -> {
                            asked.countDown();
                            silence.await();
                            return new InetAddress[] {InetAddress.getLoopbackAddress()};
                        },
                        Duration.ofSeconds(20));
        Thread[] callers = new Thread[32];
        for (int i = 0; i < callers.length; i++) {
            callers[i] = new Thread(() -> silent.of("hooks.example.com"));
            callers[i].start();
        }
        asked.await();

        assertThat(silent.of("one.more.example.com")).as("the 33rd at once").isEmpty();

        silence.countDown();
        for (Thread caller : callers) {
            caller.join();
        }
        silent.close();
    }
}
