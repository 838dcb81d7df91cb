package io.digitalworker.local.cloud.table;

import com.fasterxml.jackson.databind.JsonNode;
import io.digitalworker.local.cloud.http.AwsFault;
import io.digitalworker.local.cloud.http.Json;
import io.digitalworker.local.cloud.table.expression.Condition;
import io.digitalworker.local.cloud.table.expression.ConditionParser;
import io.digitalworker.local.cloud.table.expression.KeyCondition;
import io.digitalworker.local.cloud.table.expression.Placeholders;
import io.digitalworker.local.cloud.table.expression.Projection;
import io.digitalworker.local.cloud.table.expression.Update;
import io.digitalworker.local.cloud.table.expression.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The expressions of one request, with the placeholders they share. */
final class RequestExpressions {
    private static final List<String> KINDS =
            List.of(
                    "ConditionExpression",
                    "FilterExpression",
                    "KeyConditionExpression",
                    "ProjectionExpression",
                    "UpdateExpression");

    private final JsonNode request;
    private final Placeholders placeholders;

    RequestExpressions(JsonNode request) {
        this.request = request;
        Map<String, String> names = new LinkedHashMap<>();
        JsonNode given = member("ExpressionAttributeNames");
        if (given != null) {
            given.properties().forEach(name -> names.put(name.getKey(), name.getValue().asText()));
        }
        JsonNode values = member("ExpressionAttributeValues");
        Map<String, Value> defined = values == null ? Map.of() : ItemJson.values(values);
        placeholders = new Placeholders(names, defined);
    }

    private @Nullable JsonNode member(String name) {
        JsonNode member = request.get(name);
        if (member == null || member.isNull()) {
            return null;
        }
        if (member.isEmpty()) {
            throw AwsFault.validation(name + " must not be empty");
        }
        if (KINDS.stream().noneMatch(request::hasNonNull)) {
            throw AwsFault.validation(name + " can only be specified when using expressions");
        }
        return member;
    }

    @Nullable Condition condition(String kind) {
        String text = Json.text(request, kind);
        return text == null ? null : ConditionParser.parse(kind, text, placeholders);
    }

    @Nullable Update update() {
        String text = Json.text(request, "UpdateExpression");
        return text == null ? null : Update.parse(text, placeholders);
    }

    @Nullable Projection projection() {
        String text = Json.text(request, "ProjectionExpression");
        return text == null ? null : Projection.parse(text, placeholders);
    }

    KeyCondition keyCondition(KeySchema keys) {
        String text = Json.text(request, "KeyConditionExpression");
        if (text == null) {
            throw AwsFault.validation(
                    "Either the KeyConditions or KeyConditionExpression parameter must be"
                            + " specified in the request.");
        }
        return KeyCondition.parse(text, placeholders, keys.partition().name(), keys.sortName());
    }

    /** To be called when everything is parsed. */
    void finish() {
        placeholders.requireAllUsed();
    }
}
