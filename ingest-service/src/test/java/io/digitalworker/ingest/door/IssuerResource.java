package io.digitalworker.ingest.door;

import io.digitalworker.local.issuer.IssuerDouble;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Starts an issuer, and the service in auth mode {@code jwt} with it. Fills in a field of its type. */
public final class IssuerResource implements QuarkusTestResourceLifecycleManager {
    static final String PAGES = "https://pages.example.org";

    private IssuerDouble issuer;

    @Override
    public Map<String, String> start() {
        try {
            issuer = IssuerDouble.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "digitalworker.auth.mode",
                "jwt",
                "digitalworker.auth.jwt.issuer",
                issuer.issuer(),
                "digitalworker.auth.jwt.client-ids",
                IssuerDouble.CLIENT,
                "digitalworker.cors.origins",
                PAGES);
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(issuer, new TestInjector.MatchesType(IssuerDouble.class));
    }

    @Override
    public void stop() {
        if (issuer != null) {
            issuer.close();
        }
    }
}
