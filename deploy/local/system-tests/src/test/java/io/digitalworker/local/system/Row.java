package io.digitalworker.local.system;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.function.BiFunction;

/**
 * How a route is called, and what comes of it.
 *
 * @param kind to whom it is open
 * @param owner what the owner is answered
 * @param call sends a request about these things
 */
record Row(
        Route route,
        String variant,
        Kind kind,
        int owner,
        BiFunction<RequestSpecification, Things, Response> call) {

    enum Kind {
        /** The same to everybody. */
        OPEN,
        /** About what the caller has or begins; names nothing that exists. */
        OWN,
        /** Names a thing, which is there for its owner alone. */
        NAMED,
        /** The operator's, who needs another scope. */
        OPERATORS
    }

    @Override
    public String toString() {
        return route + (variant.isEmpty() ? "" : " (" + variant + ")");
    }
}
