package io.digitalworker.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Attribute values as the table takes them; {@link Item} reads them back. */
final class Values {
    private Values() {}

    static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    static AttributeValue truth(boolean value) {
        return AttributeValue.fromBool(value);
    }

    /** Epoch milliseconds. */
    static AttributeValue time(Instant value) {
        return number(value.toEpochMilli());
    }

    static AttributeValue map(Map<String, AttributeValue> value) {
        return AttributeValue.fromM(value);
    }

    static AttributeValue list(List<AttributeValue> value) {
        return AttributeValue.fromL(value);
    }
}
