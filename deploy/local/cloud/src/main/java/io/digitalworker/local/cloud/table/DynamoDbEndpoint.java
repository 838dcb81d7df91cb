package io.digitalworker.local.cloud.table;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.digitalworker.local.cloud.http.AwsFault;
import io.digitalworker.local.cloud.http.Json;
import io.digitalworker.local.cloud.http.LoopbackServer;
import java.io.IOException;

/** DynamoDB's protocol: AWS JSON 1.0, the operation in {@code X-Amz-Target}. */
public final class DynamoDbEndpoint implements HttpHandler {
    private static final String TYPE = "application/x-amz-json-1.0";
    private static final String TARGET = "DynamoDB_20120810.";

    private final DynamoDb database;

    public DynamoDbEndpoint(DynamoDb database) {
        this.database = database;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        try {
            String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            ObjectNode answer = database.call(operation(target), Json.readObject(body));
            LoopbackServer.respond(exchange, 200, TYPE, Json.bytes(answer));
        } catch (AwsFault fault) {
            LoopbackServer.respond(exchange, fault.status(), TYPE, Json.bytes(error(fault)));
        } catch (RuntimeException bug) {
            System.err.println("dynamodb: " + bug);
            AwsFault fault = new AwsFault(500, "InternalServerError", bug.toString());
            LoopbackServer.respond(exchange, 500, TYPE, Json.bytes(error(fault)));
        }
    }

    private static String operation(@org.jspecify.annotations.Nullable String target) {
        if (target == null || !target.startsWith(TARGET)) {
            throw AwsFault.notImplemented("A request without X-Amz-Target: " + TARGET);
        }
        return target.substring(TARGET.length());
    }

    private static ObjectNode error(AwsFault fault) {
        String space =
                fault.code().equals("ValidationException")
                        ? "com.amazon.coral.validate#"
                        : "com.amazonaws.dynamodb.v20120810#";
        ObjectNode error = fault.details().deepCopy();
        return error.put("__type", space + fault.code()).put("message", fault.getMessage());
    }
}
