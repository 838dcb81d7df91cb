package io.digitalworker.cleanup.inbound;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Due passes come when a test calls them; queues answer without a long wait. */
public final class OnDemand implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return Map.of(
                "digitalworker.due.every", "1H",
                "mp.messaging.incoming.cleanup.wait", "1S",
                "mp.messaging.incoming.generate-dlq.wait", "1S",
                "mp.messaging.incoming.notify-dlq.wait", "1S",
                "mp.messaging.incoming.cleanup-dlq.wait", "1S");
    }

    @Override
    public void stop() {}
}
