package io.digitalworker.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * An update of named attributes of one item, and the state it expects. Every name is escaped
 * (many of ours are reserved words), and only names and values in use are sent: DynamoDB refuses others.
 */
final class Edit implements Write {
    private final String jobId;
    private final String metadata;
    private final List<Assignment> assignments = new ArrayList<>();
    private final Map<String, Long> sums = new LinkedHashMap<>();
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, AttributeValue> values = new LinkedHashMap<>();

    /** A missing value removes. */
    private record Assignment(List<String> path, @Nullable AttributeValue value) {}

    Edit(String jobId, String metadata) {
        this.jobId = jobId;
        this.metadata = metadata;
    }

    static Edit ofJob(String jobId) {
        return new Edit(jobId, Items.JOB);
    }

    Edit set(String attribute, AttributeValue value) {
        return set(List.of(attribute), value);
    }

    /** Sets an entry of a map inside the item. */
    Edit set(List<String> path, AttributeValue value) {
        assignments.add(new Assignment(path, value));
        return this;
    }

    /** Sets the attribute, or removes it where there is no value. */
    Edit setOrRemove(String attribute, @Nullable AttributeValue value) {
        assignments.add(new Assignment(List.of(attribute), value));
        return this;
    }

    Edit remove(String... attributes) {
        for (String attribute : attributes) {
            assignments.add(new Assignment(List.of(attribute), null));
        }
        return this;
    }

    /** Adds to a number, which counts as 0 where it is absent; the item itself may be absent too. */
    Edit add(String attribute, long amount) {
        sums.put(attribute, amount);
        return this;
    }

    /** Sets when and for whom the item comes due. */
    Edit due(Due due, AttributeValue at) {
        return set(Items.DUE, Values.text(due.key())).set(Items.DUE_AT, at);
    }

    Edit notDue() {
        return remove(Items.DUE, Items.DUE_AT);
    }

    Edit expect(String attribute, AttributeValue value) {
        conditions.add(name(attribute) + " = " + expected(attribute, value));
        return this;
    }

    Edit expectAbsent(String attribute) {
        conditions.add("attribute_not_exists(" + name(attribute) + ")");
        return this;
    }

    Edit expectExists() {
        conditions.add("attribute_exists(" + name(Items.JOB_ID) + ")");
        return this;
    }

    Edit expectAbsentOrAfter(String attribute, AttributeValue value) {
        String name = name(attribute);
        conditions.add(
                "(attribute_not_exists("
                        + name
                        + ") OR "
                        + name
                        + " > "
                        + expected(attribute, value)
                        + ")");
        return this;
    }

    Edit expectAbsentOrAtMost(String attribute, long limit) {
        String name = name(attribute);
        conditions.add(
                "(attribute_not_exists("
                        + name
                        + ") OR "
                        + name
                        + " <= "
                        + expected(attribute, Values.number(limit))
                        + ")");
        return this;
    }

    /** Expects each attribute as it was seen, absence included. */
    Edit expectAsSeen(Item seen, String... attributes) {
        for (String attribute : attributes) {
            AttributeValue value = seen.get(attribute);
            if (value == null) {
                expectAbsent(attribute);
            } else {
                expect(attribute, value);
            }
        }
        return this;
    }

    /** What the item becomes. */
    Item applyTo(Item item) {
        Item changed = item;
        for (Assignment assignment : assignments) {
            changed = changed(changed, assignment.path(), assignment.value());
        }
        for (Map.Entry<String, Long> sum : sums.entrySet()) {
            long total = changed.number(sum.getKey(), 0) + sum.getValue();
            changed = changed.with(sum.getKey(), Values.number(total));
        }
        return changed;
    }

    private static Item changed(Item item, List<String> path, @Nullable AttributeValue value) {
        String head = path.get(0);
        if (path.size() == 1) {
            return item.with(head, value);
        }
        Item inner = changed(item.map(head), path.subList(1, path.size()), value);
        return item.with(head, Values.map(inner.attributes()));
    }

    UpdateItemRequest request(String table) {
        String update = updateExpression();
        return UpdateItemRequest.builder()
                .tableName(table)
                .key(Table.key(jobId, metadata))
                .updateExpression(update)
                .conditionExpression(conditionExpression())
                .expressionAttributeNames(names)
                .expressionAttributeValues(valuesOrNone())
                .build();
    }

    @Override
    public TransactWriteItem in(String table) {
        String expression = updateExpression();
        Update update =
                Update.builder()
                        .tableName(table)
                        .key(Table.key(jobId, metadata))
                        .updateExpression(expression)
                        .conditionExpression(conditionExpression())
                        .expressionAttributeNames(names)
                        .expressionAttributeValues(valuesOrNone())
                        .build();
        return TransactWriteItem.builder().update(update).build();
    }

    private String updateExpression() {
        List<String> sets = new ArrayList<>();
        List<String> removes = new ArrayList<>();
        for (Assignment assignment : assignments) {
            String path = String.join(".", assignment.path().stream().map(this::name).toList());
            if (assignment.value() == null) {
                removes.add(path);
            } else {
                String placeholder = ":" + String.join("", assignment.path());
                values.put(placeholder, assignment.value());
                sets.add(path + " = " + placeholder);
            }
        }
        String set = sets.isEmpty() ? "" : "SET " + String.join(", ", sets);
        String remove = removes.isEmpty() ? "" : "REMOVE " + String.join(", ", removes);
        return Stream.of(set, remove, addExpression())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private String addExpression() {
        List<String> adds = new ArrayList<>();
        sums.forEach(
                (attribute, amount) -> {
                    values.put(":" + attribute, Values.number(amount));
                    adds.add(name(attribute) + " :" + attribute);
                });
        return adds.isEmpty() ? "" : "ADD " + String.join(", ", adds);
    }

    /** None where nothing is expected: the item need not be there then. */
    private @Nullable String conditionExpression() {
        return conditions.isEmpty() ? null : String.join(" AND ", conditions);
    }

    private String name(String attribute) {
        names.put("#" + attribute, attribute);
        return "#" + attribute;
    }

    private String expected(String attribute, AttributeValue value) {
        values.put(":was" + attribute, value);
        return ":was" + attribute;
    }

    private @Nullable Map<String, AttributeValue> valuesOrNone() {
        return values.isEmpty() ? null : values;
    }
}
