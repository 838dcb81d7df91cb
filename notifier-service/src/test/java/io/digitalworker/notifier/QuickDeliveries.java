package io.digitalworker.notifier;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Three attempts within seconds, where production takes eight over 12 hours. */
public final class QuickDeliveries implements QuarkusTestResourceLifecycleManager {
    public static final String MASTER_KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    @Override
    public Map<String, String> start() {
        return Map.of(
                "digitalworker.webhook.master-key", MASTER_KEY,
                "digitalworker.delivery.waits", "1S,1S",
                "digitalworker.delivery.every", "0.3S",
                "mp.messaging.incoming.notify.wait", "1S");
    }

    @Override
    public void stop() {}
}
