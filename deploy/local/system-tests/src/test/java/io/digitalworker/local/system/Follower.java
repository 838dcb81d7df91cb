package io.digitalworker.local.system;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;

/** How a visitor's page learns where a job stands, with a clock that is moved by hand. */
final class Follower implements AutoCloseable {
    private static final String STREAMS = "**/v1/jobs/*/events";
    private static final int PATIENCE = 100;

    /** Longer than the page waits between two requests. */
    private static final long A_WHILE_MS = 6_000;

    private final BrowserContext context;
    private final Page page;
    private final AtomicInteger statuses = new AtomicInteger();

    Follower(PageVisitor visitor) {
        this.context = visitor.context();
        this.page = visitor.page();
        context.clock().install();
        context.onRequest(
                request -> {
                    if (request.url().contains("/v1/job-status/")) {
                        statuses.incrementAndGet();
                    }
                });
    }

    /** No stream reaches the page from now on. */
    void cutStreams() {
        context.route(STREAMS, Route::abort);
    }

    void letStreams() {
        context.unroute(STREAMS);
    }

    /** Waits until the page has asked for the status a few times. */
    void asksForTheStatusAgainAndAgain() {
        for (int i = 0; i < PATIENCE && statuses.get() < 4; i++) {
            aWhileGoesBy();
        }
        assertThat(statuses.get()).as("it asks without a stream").isGreaterThanOrEqualTo(4);
    }

    /** The next stream that the page is answered. */
    Response nextStream() {
        return page.waitForResponse(
                STREAMS,
                () -> {
                    aWhileGoesBy();
                    aWhileGoesBy();
                });
    }

    /** How often it asks while a minute goes by, a while at a time. */
    int statusesAskedInAMinute() {
        int before = statuses.get();
        for (int i = 0; i < 10; i++) {
            aWhileGoesBy();
        }
        return statuses.get() - before;
    }

    /** What was due by then is asked for before this returns. */
    private void aWhileGoesBy() {
        context.clock().fastForward(A_WHILE_MS);
        page.evaluate(
                "fetch('/v1/jobs').then(answer => answer.text()).catch(() => 'nobody is there')");
    }

    @Override
    public void close() {
        context.unroute(STREAMS);
    }
}
