package io.digitalworker.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Calls to the table. A condition that does not hold is an answer; what passes by itself is retried. */
final class Table {
    /** Keys that one BatchGetItem takes. */
    private static final int MOST_IN_BATCH = 100;

    private final DynamoDbClient db;
    private final String name;
    private final Retries retries;

    /** What came of a conditional write of one item. */
    enum Written {
        DONE,
        /** The condition did not hold. */
        REFUSED,
        /** It did not hold at the last try; an earlier one may have taken effect. */
        UNCERTAIN
    }

    Table(DynamoDbClient db, String name, Retries retries) {
        this.db = db;
        this.name = name;
        this.retries = retries;
    }

    static Map<String, AttributeValue> key(String jobId, String metadata) {
        return Map.of(Items.JOB_ID, Values.text(jobId), Items.METADATA, Values.text(metadata));
    }

    /** Reads consistently. */
    Optional<Item> read(String jobId, String metadata) {
        GetItemRequest request =
                GetItemRequest.builder()
                        .tableName(name)
                        .key(key(jobId, metadata))
                        .consistentRead(true)
                        .build();
        Map<String, AttributeValue> item =
                retries.of("GetItem").call(() -> db.getItem(request)).item();
        return item == null || item.isEmpty() ? Optional.empty() : Optional.of(new Item(item));
    }

    Written insert(Item item) {
        PutItemRequest request =
                PutItemRequest.builder()
                        .tableName(name)
                        .item(item.attributes())
                        .conditionExpression(Write.Insert.CONDITION)
                        .expressionAttributeNames(Write.Insert.NAMES)
                        .build();
        return conditional("PutItem", () -> db.putItem(request));
    }

    /** Writes the item, whatever was there. */
    void put(Item item) {
        PutItemRequest request =
                PutItemRequest.builder().tableName(name).item(item.attributes()).build();
        retries.of("PutItem").call(() -> db.putItem(request));
    }

    Written update(Edit edit) {
        UpdateItemRequest request = edit.request(name);
        return conditional("UpdateItem", () -> db.updateItem(request));
    }

    private Written conditional(String operation, Runnable write) {
        Retries.Run run = retries.of(operation);
        return run.call(
                () -> {
                    try {
                        write.run();
                        return Written.DONE;
                    } catch (ConditionalCheckFailedException e) {
                        return run.isUncertain() ? Written.UNCERTAIN : Written.REFUSED;
                    }
                });
    }

    /**
     * Writes all or nothing.
     *
     * @param mutation token by which DynamoDB knows a repetition, up to 36 characters
     * @return false if a condition did not hold, also because an earlier try had taken effect
     */
    boolean transact(String mutation, List<Write> writes) {
        TransactWriteItemsRequest request =
                TransactWriteItemsRequest.builder()
                        .clientRequestToken(mutation)
                        .transactItems(writes.stream().map(write -> write.in(name)).toList())
                        .build();
        return retries.of("TransactWriteItems")
                .call(
                        () -> {
                            try {
                                db.transactWriteItems(request);
                                return true;
                            } catch (TransactionCanceledException e) {
                                if (isRefused(e)) {
                                    return false;
                                }
                                throw e;
                            }
                        });
    }

    private static boolean isRefused(TransactionCanceledException fault) {
        return fault.hasCancellationReasons()
                && fault.cancellationReasons().stream()
                        .anyMatch(reason -> "ConditionalCheckFailed".equals(reason.code()));
    }

    /** All items of a partition whose sort key begins so, in its order, read consistently. */
    List<Item> partition(String jobId, String prefix) {
        QueryRequest request =
                QueryRequest.builder()
                        .tableName(name)
                        .consistentRead(true)
                        .keyConditionExpression(
                                "#JobId = :JobId AND begins_with(#Metadata, :Metadata)")
                        .expressionAttributeNames(
                                Map.of("#JobId", Items.JOB_ID, "#Metadata", Items.METADATA))
                        .expressionAttributeValues(
                                Map.of(
                                        ":JobId",
                                        Values.text(jobId),
                                        ":Metadata",
                                        Values.text(prefix)))
                        .build();
        return pages(request, Integer.MAX_VALUE);
    }

    /** Items of a partition from one sort key to another, both inclusive, read consistently. */
    List<Item> between(String jobId, String from, String to) {
        QueryRequest request =
                QueryRequest.builder()
                        .tableName(name)
                        .consistentRead(true)
                        .keyConditionExpression(
                                "#JobId = :JobId AND #Metadata BETWEEN :from AND :to")
                        .expressionAttributeNames(
                                Map.of("#JobId", Items.JOB_ID, "#Metadata", Items.METADATA))
                        .expressionAttributeValues(
                                Map.of(
                                        ":JobId", Values.text(jobId),
                                        ":from", Values.text(from),
                                        ":to", Values.text(to)))
                        .build();
        return pages(request, Integer.MAX_VALUE);
    }

    /** Keys of what is due before {@code until} (exclusive, epoch milliseconds), oldest first. */
    List<Item> due(Due due, long until, int limit) {
        QueryRequest request =
                QueryRequest.builder()
                        .tableName(name)
                        .indexName(Items.DUE_INDEX)
                        .keyConditionExpression("#Due = :Due AND #DueAt < :DueAt")
                        .expressionAttributeNames(Map.of("#Due", Items.DUE, "#DueAt", Items.DUE_AT))
                        .expressionAttributeValues(
                                Map.of(
                                        ":Due",
                                        Values.text(due.key()),
                                        ":DueAt",
                                        Values.number(until)))
                        .limit(limit)
                        .build();
        return pages(request, limit);
    }

    /** Keys of an owner's jobs, newest first, behind that one. */
    List<Item> owned(String owner, @Nullable JobPosition after, int limit) {
        QueryRequest request =
                QueryRequest.builder()
                        .tableName(name)
                        .indexName(Items.OWNER_INDEX)
                        .keyConditionExpression("#Owner = :Owner")
                        .expressionAttributeNames(Map.of("#Owner", Items.OWNER))
                        .expressionAttributeValues(Map.of(":Owner", Values.text(owner)))
                        .scanIndexForward(false)
                        .exclusiveStartKey(after == null ? null : startKey(owner, after))
                        .limit(limit)
                        .build();
        return pages(request, limit);
    }

    private static Map<String, AttributeValue> startKey(String owner, JobPosition after) {
        Map<String, AttributeValue> key = new HashMap<>(key(after.jobId(), Items.JOB));
        key.put(Items.OWNER, Values.text(owner));
        key.put(Items.SUBMIT_TIME, Values.time(after.submittedAt()));
        return key;
    }

    /** Items of these ids under that sort key, by id, read consistently; what is absent is left out. */
    Map<String, Item> batch(List<String> jobIds, String metadata) {
        Map<String, Item> found = new HashMap<>();
        for (int from = 0; from < jobIds.size(); from += MOST_IN_BATCH) {
            int to = Math.min(from + MOST_IN_BATCH, jobIds.size());
            readInto(found, jobIds.subList(from, to), metadata);
        }
        return found;
    }

    private void readInto(Map<String, Item> found, List<String> jobIds, String metadata) {
        BatchRead batch =
                new BatchRead(
                        db, name, jobIds.stream().map(jobId -> key(jobId, metadata)).toList());
        retries.of("BatchGetItem")
                .call(batch::next)
                .forEach(item -> found.put(item.text(Items.JOB_ID), item));
    }

    private List<Item> pages(QueryRequest first, int limit) {
        List<Item> items = new ArrayList<>();
        @Nullable Map<String, AttributeValue> from =
                first.hasExclusiveStartKey() ? first.exclusiveStartKey() : null;
        do {
            QueryRequest request = first.toBuilder().exclusiveStartKey(from).build();
            QueryResponse page = retries.of("Query").call(() -> db.query(request));
            page.items().forEach(item -> items.add(new Item(item)));
            from = page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : null;
        } while (from != null && !from.isEmpty() && items.size() < limit);
        return items.size() > limit ? List.copyOf(items.subList(0, limit)) : items;
    }
}
