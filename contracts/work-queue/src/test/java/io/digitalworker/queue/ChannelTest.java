package io.digitalworker.queue;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;

import static org.awaitility.Awaitility.await;

/** What the tests of a channel share: a fake queue, and channels that end with the test. */
abstract class ChannelTest {

    final FakeSqs sqs = new FakeSqs();
    private final List<QueueChannel> open = new ArrayList<>();

    @AfterEach
    void endChannels() {
        open.forEach(QueueChannel::close);
    }

    static ChannelSettings settings(int workers) {
        return settings(workers, Duration.ofSeconds(15), Duration.ofMillis(300));
    }

    static ChannelSettings settings(int workers, Duration lease, Duration drain) {
        return new ChannelSettings(
                "jobs",
                "generate",
                workers,
                lease,
                Duration.ofSeconds(10),
                Duration.ofHours(6),
                drain,
                Duration.ofSeconds(2));
    }

    QueueChannel channel(ChannelSettings settings, WorkHandler handler) {
        QueueChannel channel =
                new QueueChannel(sqs, settings, Clock.fixed(FakeSqs.START, ZoneOffset.UTC));
        open.add(channel);
        channel.start(delivery -> delivery.handle(handler));
        return channel;
    }

    static void until(String claim, Callable<Boolean> holds) {
        await(claim)
                .atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(5))
                .pollDelay(Duration.ZERO)
                .until(holds);
    }
}
