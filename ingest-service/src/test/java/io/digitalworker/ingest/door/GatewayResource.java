package io.digitalworker.ingest.door;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Starts the service in auth mode {@code gateway}. */
public final class GatewayResource implements QuarkusTestResourceLifecycleManager {
    static final String SECRET = "the-gateway-0123456789abcdef0123456789";

    @Override
    public Map<String, String> start() {
        return Map.of(
                "digitalworker.auth.mode", "gateway", "digitalworker.auth.gateway.secrets", SECRET);
    }

    @Override
    public void stop() {}
}
