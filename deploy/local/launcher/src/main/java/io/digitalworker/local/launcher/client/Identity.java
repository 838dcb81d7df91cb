package io.digitalworker.local.launcher.client;

import java.net.URI;
import java.net.http.HttpRequest;

/** Tells an installation who is calling. */
@FunctionalInterface
public interface Identity {
    /** Where nobody is asked. */
    Identity NOBODY = (request, method, address, body) -> {};

    /**
     * Adds what proves it to one attempt of one request; never to the address of an object.
     *
     * @param body all of it; empty if there is none
     * @throws CallerUnknown if there is nothing to prove it with
     */
    void prove(HttpRequest.Builder request, String method, URI address, byte[] body);
}
