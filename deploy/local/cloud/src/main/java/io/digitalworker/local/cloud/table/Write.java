package io.digitalworker.local.cloud.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.digitalworker.local.cloud.http.AwsFault;
import io.digitalworker.local.cloud.http.Json;
import io.digitalworker.local.cloud.table.expression.Condition;
import io.digitalworker.local.cloud.table.expression.Item;
import io.digitalworker.local.cloud.table.expression.Update;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One write on one item, parsed and checked as far as that can be done without the item.
 *
 * @param keyItem the key's attributes, or for a put the whole item
 */
record Write(
        Kind kind,
        Table table,
        Bytes key,
        Item keyItem,
        @Nullable Condition condition,
        @Nullable Update update,
        boolean returnOldOnFailure) {

    /** What a write does. */
    enum Kind {
        PUT("PutItem", "Item"),
        UPDATE("UpdateItem", "Key"),
        DELETE("DeleteItem", "Key"),
        CHECK("ConditionCheck", "Key");

        private final String operation;
        private final String subject;

        Kind(String operation, String subject) {
            this.operation = operation;
            this.subject = subject;
        }
    }

    private static final Set<String> COMMON =
            Set.of(
                    "TableName",
                    "ConditionExpression",
                    "ExpressionAttributeNames",
                    "ExpressionAttributeValues",
                    "ReturnValuesOnConditionCheckFailure");

    static Write parse(Kind kind, JsonNode request, Tables tables, String... further) {
        allow(kind, request, further);
        Table table = tables.named(request);
        Item keyItem = ItemJson.read(request.path(kind.subject));
        if (kind == Kind.PUT) {
            KeyCheck.requireItem(table.definition(), keyItem);
            ItemSize.check(keyItem, "Item size has exceeded the maximum allowed size");
        } else {
            KeyCheck.requireKey(table.definition(), keyItem);
        }
        RequestExpressions expressions = new RequestExpressions(request);
        Update update = kind == Kind.UPDATE ? expressions.update() : null;
        Condition condition = expressions.condition("ConditionExpression");
        expressions.finish();
        if (kind == Kind.CHECK && condition == null) {
            throw AwsFault.validation("ConditionExpression is required for a ConditionCheck");
        }
        if (update != null) {
            update.paths().forEach(path -> KeyCheck.refuseKeyChange(table.definition(), path));
        }
        return new Write(
                kind,
                table,
                new Bytes(table.key(keyItem)),
                keyItem,
                condition,
                update,
                returnsOldOnFailure(request));
    }

    private static void allow(Kind kind, JsonNode request, String... further) {
        Set<String> names = new java.util.HashSet<>(COMMON);
        names.add(kind.subject);
        if (kind == Kind.UPDATE) {
            names.add("UpdateExpression");
        }
        names.addAll(Set.of(further));
        Parameters.allow(kind.operation, request, names.toArray(String[]::new));
    }

    private static boolean returnsOldOnFailure(JsonNode request) {
        return Parameters.choice(
                        request,
                        "ReturnValuesOnConditionCheckFailure",
                        "NONE",
                        Set.of("NONE", "ALL_OLD"))
                .equals("ALL_OLD");
    }

    /** The same item of the same table. */
    boolean sameItem(Write other) {
        return table.definition().name().equals(other.table.definition().name())
                && key.equals(other.key);
    }

    boolean holdsFor(@Nullable Item before) {
        return condition == null || condition.test(before == null ? Item.EMPTY : before);
    }

    /** The item after this write, or null if there is none then. */
    @Nullable Item after(@Nullable Item before) {
        return switch (kind) {
            case PUT -> keyItem;
            case DELETE -> null;
            case CHECK -> before;
            case UPDATE -> updated(before);
        };
    }

    private Item updated(@Nullable Item before) {
        Item start = before == null ? keyItem : before;
        Item after = update == null ? start : update.apply(start);
        KeyCheck.requireItem(table.definition(), after);
        ItemSize.check(after, "Item size to update has exceeded the maximum allowed size");
        return after;
    }

    /** ConditionalCheckFailedException, with the old item if the request asked for it. */
    AwsFault refused(@Nullable Item before) {
        ObjectNode details = Json.object();
        if (returnOldOnFailure && before != null) {
            details.set("Item", ItemJson.write(before));
        }
        return new AwsFault(
                400, "ConditionalCheckFailedException", "The conditional request failed", details);
    }
}
