package io.digitalworker.door;

import io.vertx.core.http.HttpServerRequest;

/** Asks who calls. There is one way for each {@link io.digitalworker.runtime.AuthMode}. */
interface Identification {
    /** Looks at the head of a request alone. May wait for another machine. */
    Answer ask(HttpServerRequest request);
}
