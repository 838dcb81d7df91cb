package io.digitalworker.local.launcher.client;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JobNewsTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration POLL = Duration.ofSeconds(5);
    private static final String EVENTS = "GET /v1/jobs/j-1/events";
    private final List<Duration> pauses = new ArrayList<>();
    private final List<ServerEvent> heard = new ArrayList<>();
    private LoopbackApi api;
    private JobNews news;

    @BeforeEach
    void start() throws IOException {
        api = new LoopbackApi();
        FactoryClient client =
                new FactoryClient(
                        new Endpoint(api.address()), Identity.NOBODY, pauses::add, notice -> {});
        news = new JobNews(client, "j-1", POLL, heard::add);
    }

    @AfterEach
    void stop() {
        news.close();
        api.close();
    }

    @Test
    void aBurstOfEventsIsOneReasonToLook() throws IOException {
        stream(
                "retry: 2000\n\n"
                        + "id: 1\n"
                        + "event: JobSubmitted\n"
                        + "data: {}\n\n"
                        + "id: 2\n"
                        + "event: JobProgressed\n"
                        + "data: {}\n\n");

        assertThat(news.await(LONG)).isTrue();
        assertThat(heard)
                .extracting(ServerEvent::name)
                .containsExactly("JobSubmitted", "JobProgressed");
    }

    @Test
    void progressInsideAStageIsHeardWithoutALook() throws IOException {
        stream("event: progress\ndata: {\"stage\":\"write\",\"progress\":55}\n\n");

        assertThat(news.await(LONG)).isFalse();
        assertThat(heard)
                .containsExactly(
                        new ServerEvent("progress", "{\"stage\":\"write\",\"progress\":55}"));
    }

    @Test
    void aStreamThatEndedIsResumedAfterTheLastEventAndThePauseItAskedFor() throws IOException {
        stream(
                "retry: 2000\n\n"
                        + "id: 7\n"
                        + "event: JobProgressed\n"
                        + "data: {}\n\n"
                        + "event: progress\n"
                        + "data: {}\n\n");
        stream("id: 8\nevent: JobSucceeded\ndata: {}\n\n");

        while (heard.stream().noneMatch(each -> each.name().equals("JobSucceeded"))) {
            news.await(LONG);
        }

        assertThat(api.asked(EVENTS))
                .extracting(each -> each.header("Last-event-id"))
                .containsExactly("", "7");
        assertThat(pauses).containsExactly(Duration.ofSeconds(2));
    }

    @Test
    void whereThereIsNoStreamItLooksEveryFiveSeconds() throws IOException {
        api.answers(EVENTS, 404, LoopbackApi.problem(404, "NOT_FOUND"));

        assertThat(news.await(LONG)).isTrue();
        assertThat(news.await(LONG)).isTrue();
        assertThat(pauses).containsExactly(POLL, POLL);
        assertThat(api.history()).as("asked for once").hasSize(1);
    }

    @Test
    void afterThreeBrokenStreamsItAsksInstead() throws IOException {
        api.answers(EVENTS, 0, "");

        for (int i = 0; i < 3; i++) {
            assertThat(news.await(LONG)).isTrue();
        }
        int tried = api.history().size();
        pauses.clear();
        assertThat(news.await(LONG)).isTrue();
        assertThat(news.await(LONG)).isTrue();
        assertThat(api.history()).hasSize(tried);
        assertThat(pauses).containsExactly(POLL, POLL);
    }

    @Test
    void streamsOfHeartbeatsAloneAreNotBroken() throws IOException {
        stream(": still here\n");

        for (int i = 0; i < 10; i++) {
            news.await(LONG);
        }
        assertThat(pauses).as("reconnected each time").doesNotContain(POLL);
    }

    @Test
    void whereNothingFollowsItLooksInstead() throws IOException {
        api.answers(EVENTS, 204, "");

        assertThat(news.await(LONG)).isTrue();
        assertThat(pauses).containsExactly(POLL);
    }

    private void stream(String body) {
        api.answers(EVENTS, 200, Map.of("Content-Type", "text/event-stream"), body);
    }
}
