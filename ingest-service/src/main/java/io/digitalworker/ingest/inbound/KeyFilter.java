package io.digitalworker.ingest.inbound;

import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Claims the {@code Idempotency-Key} after it is known who calls and before the body is read. */
@Provider
@Idempotent
public final class KeyFilter implements ContainerRequestFilter {
    private final Instance<Keys> keys;

    /**
     * @param keys looked up at the first request: filters are made before there is a ledger
     */
    KeyFilter(Instance<Keys> keys) {
        this.keys = keys;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        keys.get().claim().ifPresent(request::abortWith);
    }
}
