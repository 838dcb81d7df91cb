package io.digitalworker.ingest.follow;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Streams that look often, end soon and are few. */
public final class QuickStreams implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return Map.of(
                "digitalworker.follow.every", "20MS",
                "digitalworker.follow.heartbeat", "200MS",
                "digitalworker.follow.longest", "3S",
                "digitalworker.follow.per-caller", "20");
    }

    @Override
    public void stop() {
        // nothing was started
    }
}
