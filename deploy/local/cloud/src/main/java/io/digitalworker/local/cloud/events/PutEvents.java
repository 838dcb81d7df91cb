package io.digitalworker.local.cloud.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.digitalworker.local.cloud.Account;
import io.digitalworker.local.cloud.http.AwsFault;
import io.digitalworker.local.cloud.http.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * PutEvents: a bad entry fails alone, in a 200; the deliveries of all others are durable before the
 * answer. An entry for a bus that does not exist fails, where AWS drops it without a word.
 */
final class PutEvents {
    private static final int MAX_ENTRIES = 10;
    private static final int MAX_BYTES = 256 * 1024;
    private static final int TIME_BYTES = 14;

    private final Rules rules;
    private final Outbox outbox;
    private final Clock clock;
    private final Supplier<UUID> ids;

    PutEvents(Rules rules, Outbox outbox, Clock clock, Supplier<UUID> ids) {
        this.rules = rules;
        this.outbox = outbox;
        this.clock = clock;
        this.ids = ids;
    }

    ObjectNode call(ObjectNode request) {
        EventBridge.allow("PutEvents", request, "Entries");
        JsonNode entries = request.path("Entries");
        requireLimits(entries);
        ArrayNode answers = Json.array();
        List<Delivery> deliveries = new ArrayList<>();
        int failed = 0;
        for (JsonNode entry : entries) {
            ObjectNode answer = answers.addObject();
            try {
                answer.put("EventId", accept(entry, deliveries));
            } catch (AwsFault fault) {
                failed++;
                answer.put("ErrorCode", fault.code()).put("ErrorMessage", fault.getMessage());
            }
        }
        if (!deliveries.isEmpty()) {
            outbox.send(() -> deliveries);
        }
        return Json.object().put("FailedEntryCount", failed).set("Entries", answers);
    }

    private static void requireLimits(JsonNode entries) {
        if (entries.isEmpty() || entries.size() > MAX_ENTRIES) {
            throw AwsFault.validation(
                    "1 validation error detected: Value at 'entries' failed to satisfy"
                            + " constraint: Member must have length between 1 and 10");
        }
        int bytes = 0;
        for (JsonNode entry : entries) {
            bytes += size(entry);
        }
        if (bytes > MAX_BYTES) {
            throw AwsFault.validation(
                    "Total size of the entries in the request is over the limit.");
        }
    }

    // "Calculating PutEvents event entry size" in the user guide
    private static int size(JsonNode entry) {
        int bytes = entry.hasNonNull("Time") ? TIME_BYTES : 0;
        for (String member : List.of("Source", "DetailType", "Detail")) {
            bytes += utf8(entry.path(member).asText(""));
        }
        for (JsonNode resource : entry.path("Resources")) {
            bytes += utf8(resource.asText());
        }
        return bytes;
    }

    private static int utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private String accept(JsonNode entry, List<Delivery> deliveries) {
        EventBridge.allow(
                "PutEvents",
                entry,
                "Source",
                "DetailType",
                "Detail",
                "EventBusName",
                "Time",
                "Resources",
                "TraceHeader");
        String bus = EventBridge.busName(Json.text(entry, "EventBusName"));
        if (!rules.hasBus(bus)) {
            throw new AwsFault(
                    400, "ResourceNotFoundException", "Event bus " + bus + " does not exist.");
        }
        String id = ids.get().toString();
        String event = envelope(id, entry);
        for (Rule rule : rules.matching(bus, event)) {
            rule.targets().forEach(target -> deliveries.add(delivery(rule, target, event)));
        }
        return id;
    }

    private Delivery delivery(Rule rule, Rule.Target target, String event) {
        return Delivery.first(
                        Delivery.Kind.QUEUE,
                        target.arn(),
                        event,
                        Map.of(),
                        RetrySchedule.EVENTS,
                        target.deadLetterArn(),
                        clock.millis())
                .limited(
                        target.maxRetries(),
                        target.maxAgeSeconds(),
                        Map.of("RULE_ARN", rule.arn(), "TARGET_ARN", target.arn()));
    }

    private String envelope(String id, JsonNode entry) {
        String source = required(entry, "Source");
        if (source.startsWith("aws.")) {
            throw new AwsFault(
                    400,
                    "NotAuthorizedForSourceException",
                    "Not authorized for the source " + source + ".");
        }
        ObjectNode event =
                Json.object()
                        .put("version", "0")
                        .put("id", id)
                        .put("detail-type", required(entry, "DetailType"))
                        .put("source", source)
                        .put("account", Account.ID)
                        .put("time", time(entry).toString())
                        .put("region", Account.REGION);
        JsonNode resources = entry.path("Resources");
        event.set("resources", resources.isArray() ? resources : Json.array());
        event.set("detail", detail(entry));
        return event.toString();
    }

    private Instant time(JsonNode entry) {
        JsonNode given = entry.path("Time");
        Instant time =
                given.isNumber()
                        ? Instant.ofEpochMilli(
                                given.decimalValue().multiply(BigDecimal.valueOf(1000)).longValue())
                        : clock.instant();
        return time.truncatedTo(ChronoUnit.SECONDS);
    }

    private static String required(JsonNode entry, String member) {
        String value = Json.text(entry, member);
        if (value == null || value.isBlank()) {
            throw new AwsFault(
                    400,
                    "InvalidArgument",
                    "Parameter "
                            + member
                            + " is not valid. Reason: "
                            + member
                            + " is a required argument.");
        }
        return value;
    }

    private static JsonNode detail(JsonNode entry) {
        JsonNode detail = Json.tryRead(required(entry, "Detail"));
        if (detail == null || !detail.isObject()) {
            throw new AwsFault(400, "MalformedDetail", "Detail is malformed.");
        }
        return detail;
    }
}
