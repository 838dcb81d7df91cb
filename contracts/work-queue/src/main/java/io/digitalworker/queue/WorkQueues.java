package io.digitalworker.queue;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * All queue channels of the process. They drain when the application ends; a framework that closes
 * its clients before that calls {@link #drain} itself, at the start of its shutdown.
 */
@ApplicationScoped
public class WorkQueues {

    private final SqsClient sqs;
    private final List<QueueChannel> channels = new CopyOnWriteArrayList<>();

    @Inject
    public WorkQueues(SqsClient sqs) {
        this.sqs = sqs;
    }

    /** Makes a channel, not yet started. Several may be open at once. */
    public QueueChannel open(ChannelSettings settings) {
        // SQS tells when a message was first received by its own time; an application's clock may
        // be moved.
        QueueChannel channel = new QueueChannel(sqs, settings, Clock.systemUTC());
        channels.add(channel);
        return channel;
    }

    public List<QueueChannel> channels() {
        return List.copyOf(channels);
    }

    /**
     * Drains all channels side by side and waits for them: up to their {@code drain} and about 8 s
     * for handing back. Calling it again does nothing.
     */
    @PreDestroy
    public void drain() {
        List<Thread> drains = channels.stream().map(WorkQueues::drain).toList();
        try {
            for (Thread drain : drains) {
                drain.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void applicationEnds(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
        drain();
    }

    private static Thread drain(QueueChannel channel) {
        Thread thread = new Thread(channel::drain, channel.settings().channel() + "-drain");
        thread.start();
        return thread;
    }
}
