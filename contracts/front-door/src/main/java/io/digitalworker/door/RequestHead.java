package io.digitalworker.door;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be known of a request before its body.
 *
 * @param host the name in {@code Host}, without port
 * @param origin this service's own origin, as the caller addressed it
 * @param peer address that the connection comes from
 */
record RequestHead(
        MultiMap headers, @Nullable String host, @Nullable String origin, @Nullable String peer) {

    static RequestHead of(HttpServerRequest request) {
        HostAndPort named = request.authority();
        SocketAddress from = request.remoteAddress();
        return new RequestHead(
                request.headers(),
                named == null ? null : named.host(),
                named == null ? null : request.scheme() + "://" + named,
                from == null ? null : from.hostAddress());
    }

    /** All values of a header. */
    List<String> all(String name) {
        return headers.getAll(name);
    }

    /** The value of a header that stands there once and is not blank; null otherwise. */
    @Nullable String only(String name) {
        List<String> values = all(name);
        return values.size() == 1 && !values.get(0).isBlank() ? values.get(0) : null;
    }
}
