package io.digitalworker.local.cloud.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.digitalworker.local.cloud.http.AwsFault;
import io.digitalworker.local.cloud.http.Json;
import io.digitalworker.local.cloud.http.LoopbackServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** EventBridge (AWS JSON 1.1) and SNS (query protocol) on one port, told apart by the target. */
public final class EventsEndpoint implements HttpHandler {
    private static final String JSON = "application/x-amz-json-1.1";
    private static final String XML = "text/xml";
    private static final String TARGET = "AWSEvents.";

    private final Events events;
    private final Supplier<UUID> ids;

    public EventsEndpoint(Events events, Supplier<UUID> ids) {
        this.events = events;
        this.ids = ids;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        if (exchange.getRequestURI().getPath().equals(Envelopes.CERTIFICATE_PATH)) {
            byte[] pem = events.signingCertificate().getBytes(StandardCharsets.US_ASCII);
            LoopbackServer.respond(exchange, 200, "text/plain", pem);
        } else if (target != null) {
            eventBridge(exchange, target, body);
        } else {
            sns(exchange, body);
        }
    }

    private void eventBridge(HttpExchange exchange, String target, byte[] body) throws IOException {
        try {
            if (!target.startsWith(TARGET)) {
                throw AwsFault.notImplemented(target);
            }
            ObjectNode request = Json.readObject(body);
            ObjectNode answer = events.eventBridge(target.substring(TARGET.length()), request);
            LoopbackServer.respond(exchange, 200, JSON, Json.bytes(answer));
        } catch (RuntimeException e) {
            AwsFault fault = fault(e);
            ObjectNode error =
                    Json.object().put("__type", fault.code()).put("message", fault.getMessage());
            LoopbackServer.respond(exchange, fault.status(), JSON, Json.bytes(error));
        }
    }

    private static AwsFault fault(RuntimeException e) {
        if (e instanceof AwsFault fault) {
            return fault;
        }
        System.err.println("events: " + e);
        return new AwsFault(500, "InternalFailure", e.toString());
    }

    private void sns(HttpExchange exchange, byte[] body) throws IOException {
        String form = form(exchange.getRequestURI().getRawQuery(), body);
        String requestId = ids.get().toString();
        try {
            String action = QueryForm.parse(form).required("Action");
            String answer = Xml.response(action, events.sns(action, form), requestId);
            LoopbackServer.respond(exchange, 200, XML, utf8(answer));
        } catch (RuntimeException e) {
            AwsFault fault = fault(e);
            String error = Xml.error(fault.code(), String.valueOf(fault.getMessage()), requestId);
            LoopbackServer.respond(exchange, fault.status(), XML, utf8(error));
        }
    }

    private static String form(@Nullable String query, byte[] body) {
        if (body.length > 0) {
            return new String(body, StandardCharsets.UTF_8);
        }
        return query == null ? "" : query;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
