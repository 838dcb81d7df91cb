package io.digitalworker.door;

import io.vertx.core.MultiMap;
import java.util.Arrays;

/** Heads of requests to {@code http://localhost:8080}. */
final class Heads {
    private Heads() {}

    /**
     * @param headers names and values in turn
     */
    static RequestHead with(String... headers) {
        return from("127.0.0.1", headers);
    }

    static RequestHead from(String peer, String... headers) {
        return new RequestHead(multiMap(headers), "localhost", "http://localhost:8080", peer);
    }

    static RequestHead named(String host, String... headers) {
        return new RequestHead(multiMap(headers), host, "http://" + host + ":8080", "127.0.0.1");
    }

    static RequestHead bearing(String token) {
        return with("Authorization", "Bearer " + token);
    }

    private static MultiMap multiMap(String... headers) {
        MultiMap map = MultiMap.caseInsensitiveMultiMap();
        for (String[] pair : pairs(headers)) {
            map.add(pair[0], pair[1]);
        }
        return map;
    }

    private static Iterable<String[]> pairs(String... headers) {
        return java.util.stream.IntStream.range(0, headers.length / 2)
                .mapToObj(i -> Arrays.copyOfRange(headers, 2 * i, 2 * i + 2))
                .toList();
    }
}
