package io.digitalworker.runtime.testing;

import io.digitalworker.local.process.CloudEndpoints;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.net.URI;
import java.util.Map;

/** Points a {@code @QuarkusTest} to a cloud that is not there. */
public final class UnreachableCloudResource implements QuarkusTestResourceLifecycleManager {
    /** Reserved for discarding; nothing listens. */
    private static final URI NOWHERE = URI.create("http://127.0.0.1:9");

    @Override
    public Map<String, String> start() {
        return EmbeddedCloudResource.settings(
                new CloudEndpoints(NOWHERE, NOWHERE, NOWHERE, NOWHERE));
    }

    @Override
    public void stop() {
        EmbeddedCloudResource.forget();
    }
}
