package io.digitalworker.local.cloud.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.digitalworker.local.cloud.http.AwsFault;
import io.digitalworker.local.cloud.http.Json;
import io.digitalworker.local.cloud.storage.DurableStore;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.h2.mvstore.MVMap;

/** ClientRequestToken: the same request within ten minutes has no second effect. */
final class RequestTokens {
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MAX_LENGTH = 36;

    private final DurableStore store;
    private final Clock clock;
    private final MVMap<byte[], byte[]> done;

    RequestTokens(DurableStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
        done = store.write(() -> store.map("request-tokens"));
    }

    /** Inside the write that performs the request. */
    boolean alreadyDone(ObjectNode request) {
        String token = Json.text(request, "ClientRequestToken");
        if (token == null) {
            return false;
        }
        if (token.isEmpty() || token.length() > MAX_LENGTH) {
            throw AwsFault.validation("ClientRequestToken must have 1 to 36 characters");
        }
        byte[] stored = done.get(token.getBytes(StandardCharsets.UTF_8));
        if (stored == null || expired(stored)) {
            return false;
        }
        if (!fingerprint(request).equals(Json.text(Json.readObject(stored), "request"))) {
            throw new AwsFault(
                    400,
                    "IdempotentParameterMismatchException",
                    "The request uses the same client token as a previous, but non-identical"
                            + " request.");
        }
        return true;
    }

    /** Inside the write that performed the request. */
    void remember(ObjectNode request) {
        String token = Json.text(request, "ClientRequestToken");
        if (token != null) {
            ObjectNode entry =
                    Json.object()
                            .put("request", fingerprint(request))
                            .put("until", clock.millis() + KEPT.toMillis());
            done.put(token.getBytes(StandardCharsets.UTF_8), Json.bytes(entry));
        }
    }

    private boolean expired(byte[] stored) {
        return Json.readObject(stored).path("until").asLong() <= clock.millis();
    }

    /** Drops what is older than ten minutes. */
    void sweep() {
        store.change(
                () -> {
                    for (byte[] token : List.copyOf(done.keySet())) {
                        byte[] stored = done.get(token);
                        if (stored != null && expired(stored)) {
                            done.remove(token);
                        }
                    }
                });
    }

    private static String fingerprint(ObjectNode request) {
        try {
            byte[] canonical = Json.bytes(sorted(request.path("TransactItems")));
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(canonical);
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static JsonNode sorted(JsonNode tree) {
        if (tree.isObject()) {
            TreeMap<String, JsonNode> members = new TreeMap<>();
            tree.properties()
                    .forEach(member -> members.put(member.getKey(), sorted(member.getValue())));
            return Json.object().setAll(members);
        }
        if (tree.isArray()) {
            var elements = Json.array();
            tree.forEach(element -> elements.add(sorted(element)));
            return elements;
        }
        return tree;
    }
}
