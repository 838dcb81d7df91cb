package io.digitalworker.ledger;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** One write of a transaction. */
sealed interface Write permits Edit, Write.Insert {
    TransactWriteItem in(String table);

    /** A new item; refused where its key is taken. */
    record Insert(Item item) implements Write {
        static final String CONDITION = "attribute_not_exists(#JobId)";
        static final Map<String, String> NAMES = Map.of("#JobId", Items.JOB_ID);

        @Override
        public TransactWriteItem in(String table) {
            Put put =
                    Put.builder()
                            .tableName(table)
                            .item(item.attributes())
                            .conditionExpression(CONDITION)
                            .expressionAttributeNames(NAMES)
                            .build();
            return TransactWriteItem.builder().put(put).build();
        }
    }
}
