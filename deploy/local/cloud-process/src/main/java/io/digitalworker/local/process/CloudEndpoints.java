package io.digitalworker.local.process;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** Where the services of a running cloud are; {@code events} is EventBridge and SNS. */
public record CloudEndpoints(URI sqs, URI s3, URI dynamodb, URI events) {
    private static final String READY = "READY ";

    /** Reads the line that the cloud prints when everything listens. */
    static CloudEndpoints parse(String line) {
        if (!line.startsWith(READY)) {
            throw new IllegalArgumentException("not the line of a ready cloud: " + line);
        }
        Map<String, URI> found = new HashMap<>();
        for (String pair : line.substring(READY.length()).split(" ")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                found.put(pair.substring(0, equals), URI.create(pair.substring(equals + 1)));
            }
        }
        return new CloudEndpoints(
                required(found, "sqs", line),
                required(found, "s3", line),
                required(found, "dynamodb", line),
                required(found, "events", line));
    }

    private static URI required(Map<String, URI> found, String service, String line) {
        URI endpoint = found.get(service);
        if (endpoint == null) {
            throw new IllegalArgumentException("no endpoint for " + service + " in: " + line);
        }
        return endpoint;
    }
}
