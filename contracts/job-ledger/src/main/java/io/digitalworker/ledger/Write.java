package io.digitalworker.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** One write of a transaction. */
sealed interface Write permits Edit, Write.Insert, Write.Check {
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

    /** Writes nothing, but expects an item to be there without these attributes. */
    record Check(String jobId, String metadata, List<String> absent) implements Write {
        @Override
        public TransactWriteItem in(String table) {
            Map<String, String> names = new HashMap<>(Insert.NAMES);
            List<String> conditions = new ArrayList<>();
            conditions.add("attribute_exists(#JobId)");
            for (String attribute : absent) {
                names.put("#" + attribute, attribute);
                conditions.add("attribute_not_exists(#" + attribute + ")");
            }
            ConditionCheck check =
                    ConditionCheck.builder()
                            .tableName(table)
                            .key(Table.key(jobId, metadata))
                            .conditionExpression(String.join(" AND ", conditions))
                            .expressionAttributeNames(names)
                            .build();
            return TransactWriteItem.builder().conditionCheck(check).build();
        }
    }
}
