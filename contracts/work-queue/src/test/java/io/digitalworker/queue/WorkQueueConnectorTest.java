package io.digitalworker.queue;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.reactive.messaging.health.HealthReport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.util.AnnotationLiteral;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The connector as a service uses it, in SmallRye's own wiring. */
class WorkQueueConnectorTest {

    private static FakeSqs sqs;

    private Config config;
    private SeContainer container;

    @BeforeEach
    void configureChannel() {
        sqs = new FakeSqs();
        config =
                new SmallRyeConfigBuilder()
                        .withDefaultValues(
                                Map.of(
                                        "mp.messaging.incoming.jobs.connector", "work-queue",
                                        "mp.messaging.incoming.jobs.queue", "generate",
                                        "mp.messaging.incoming.jobs.workers", "4",
                                        "mp.messaging.incoming.jobs.lease", "9S"))
                        .build();
        ConfigProviderResolver.instance()
                .registerConfig(config, Thread.currentThread().getContextClassLoader());
    }

    @AfterEach
    void stop() {
        ConfigProviderResolver.instance().releaseConfig(config);
        if (container.isRunning()) {
            container.close();
        }
    }

    @Test
    void servesAMethodThatReceivesDeliveries() throws Exception {
        start(Service.class);
        Service service = container.select(Service.class).get();
        for (int i = 0; i < 4; i++) {
            sqs.send("together");
        }
        service.together().await(10, TimeUnit.SECONDS);
        ChannelTest.until("all four were worked on at once, and deleted", () -> sqs.size() == 0);
        assertThat(service.thread()).matches("jobs-\\d");
        WorkQueueConnector connector = connector();
        assertThat(connector.getReadiness().isOk()).as("ready").isTrue();
        assertThat(connector.getReadiness().getChannels())
                .extracting(HealthReport.ChannelInfo::getChannel)
                .containsExactly("jobs");
    }

    @Test
    void livesOnAfterAHandlerFailed() throws Exception {
        start(Service.class);
        String id = sqs.send("fails");
        ChannelTest.until("it backs off", () -> sqs.visibilitiesOf(id).equals(List.of(2)));
        sqs.send("together");
        ChannelTest.until(
                "the channel lives",
                () -> container.select(Service.class).get().together().getNumberWaiting() == 1);
        container.select(Service.class).get().together().reset();
    }

    @Test
    void countsAsFailedWhatTheMethodDoesNotHandle() {
        start(Forgetful.class);
        String returned = sqs.send("returns");
        ChannelTest.until("it backs off", () -> sqs.visibilitiesOf(returned).equals(List.of(2)));
        String thrown = sqs.send("throws");
        ChannelTest.until("so does this", () -> sqs.visibilitiesOf(thrown).equals(List.of(2)));
    }

    @Test
    void isNotReadyButAliveWhileTheEndpointIsAway() {
        sqs.away(true);
        start(Service.class);
        WorkQueueConnector connector = connector();
        ChannelTest.until("it polls", () -> !sqs.history("url").isEmpty());
        assertThat(connector.getReadiness().isOk()).isFalse();
        assertThat(connector.getLiveness().isOk()).as("a restart would not help").isTrue();
        sqs.away(false);
        ChannelTest.until("ready again", () -> connector.getReadiness().isOk());
    }

    @Test
    void takesNothingOnceDrained() {
        start(Service.class);
        container.select(WorkQueues.class).get().drain();
        sqs.send("late");
        assertThat(sqs.visible()).containsExactly("late");
    }

    @Test
    void drainsWhenTheApplicationEnds() {
        start(Service.class);
        ChannelTest.until("it polls", () -> !sqs.history("receive").isEmpty());
        List<QueueChannel> channels = container.select(WorkQueues.class).get().channels();
        container.close();
        sqs.send("late");
        assertThat(sqs.visible()).containsExactly("late");
        assertThat(channels).hasSize(1).allMatch(channel -> channel.inFlight() == 0);
    }

    private void start(Class<?> receiver) {
        container =
                SeContainerInitializer.newInstance()
                        .addProperty("org.jboss.weld.construction.relaxed", true)
                        .addBeanClasses(receiver, Client.class)
                        .initialize();
    }

    private WorkQueueConnector connector() {
        return container.select(WorkQueueConnector.class, new Named()).get();
    }

    private static final class Named extends AnnotationLiteral<Connector> implements Connector {
        @Override
        public String value() {
            return WorkQueueConnector.NAME;
        }
    }

    @ApplicationScoped
    static class Client {
        @Produces
        SqsClient sqs() {
            return sqs;
        }
    }

    @ApplicationScoped
    static class Service {
        private final CyclicBarrier together = new CyclicBarrier(5);
        private volatile String thread = "";

        CyclicBarrier together() {
            return together;
        }

        String thread() {
            return thread;
        }

        @Incoming("jobs")
        void receive(Delivery delivery) {
            delivery.handle(this::work);
        }

        private Outcome work(Received received) throws Exception {
            thread = Thread.currentThread().getName();
            if (received.body().equals("fails")) {
                throw new IllegalStateException("as scripted");
            }
            together.await(10, TimeUnit.SECONDS);
            return Outcome.done();
        }
    }

    /** Neither returning without handling nor throwing may end the channel. */
    @ApplicationScoped
    static class Forgetful {
        @Incoming("jobs")
        void receive(Delivery delivery) {
            if (delivery.received().body().equals("throws")) {
                throw new IllegalStateException("as scripted");
            }
        }
    }
}
