package io.digitalworker.queue;

import io.smallrye.mutiny.Multi;
import io.smallrye.reactive.messaging.connector.InboundConnector;
import io.smallrye.reactive.messaging.health.HealthReport;
import io.smallrye.reactive.messaging.health.HealthReporter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Publisher;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;

/**
 * The connector {@code work-queue}. Its settings are those of {@link ChannelSettings}; the payload is
 * a {@link Delivery}.
 *
 * <p>The receiving method returns {@code void}: SmallRye passes on the next message only when a
 * returned {@code CompletionStage} is complete, which would leave one worker busy. Acknowledging is
 * not how a message is settled: {@link Delivery#handle} does that.
 *
 * <p>The {@code SqsClient} bean is the application's; {@link QueueChannel} says what it must allow.
 * Readiness is down while a queue cannot be reached; liveness never depends on AWS.
 */
@ApplicationScoped
@Connector(WorkQueueConnector.NAME)
public class WorkQueueConnector implements InboundConnector, HealthReporter {

    public static final String NAME = "work-queue";

    private final WorkQueues queues;

    @Inject
    public WorkQueueConnector(WorkQueues queues) {
        this.queues = queues;
    }

    @Override
    public Publisher<? extends Message<?>> getPublisher(Config config) {
        QueueChannel channel = queues.open(ChannelSettings.from(config));
        return Multi.createFrom()
                .<Message<Delivery>>emitter(
                        out -> channel.start(delivery -> out.emit(message(delivery))))
                .onCancellation()
                .invoke(channel::stopPolling);
    }

    @Override
    public HealthReport getReadiness() {
        HealthReport.HealthReportBuilder report = HealthReport.builder();
        for (QueueChannel channel : queues.channels()) {
            String trouble = channel.trouble().orElse("ok");
            report.add(channel.settings().channel(), channel.trouble().isEmpty(), trouble);
        }
        return report.build();
    }

    private static Message<Delivery> message(Delivery delivery) {
        Supplier<CompletionStage<Void>> returned =
                () -> notHandled(delivery, new IllegalStateException("the method only returned"));
        Function<Throwable, CompletionStage<Void>> failed = fault -> notHandled(delivery, fault);
        return Message.of(delivery, Metadata.empty(), returned, failed);
    }

    private static CompletionStage<Void> notHandled(Delivery delivery, Throwable reason) {
        delivery.notHandled(reason);
        return CompletableFuture.completedStage(null);
    }
}
