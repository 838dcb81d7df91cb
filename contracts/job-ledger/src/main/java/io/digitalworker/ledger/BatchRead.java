package io.digitalworker.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;

/** A BatchGetItem, of which DynamoDB may answer a part: {@link #next} goes on where it stopped. */
final class BatchRead {
    private final DynamoDbClient db;
    private final String table;
    private final List<Item> found = new ArrayList<>();
    private Map<String, KeysAndAttributes> left;

    /**
     * @param keys 1 to 100, no two the same
     */
    BatchRead(DynamoDbClient db, String table, List<Map<String, AttributeValue>> keys) {
        this.db = db;
        this.table = table;
        this.left =
                Map.of(table, KeysAndAttributes.builder().keys(keys).consistentRead(true).build());
    }

    /**
     * Everything that is there, read consistently.
     *
     * @throws ProvisionedThroughputExceededException if something was left out: pause, and call again
     */
    List<Item> next() {
        BatchGetItemResponse answer =
                db.batchGetItem(BatchGetItemRequest.builder().requestItems(left).build());
        answer.responses()
                .getOrDefault(table, List.of())
                .forEach(attributes -> found.add(new Item(attributes)));
        left = answer.unprocessedKeys();
        if (!left.isEmpty()) {
            throw ProvisionedThroughputExceededException.builder()
                    .message("a batch was read in part")
                    .build();
        }
        return List.copyOf(found);
    }
}
