package io.digitalworker.local.cloud.table;

import io.digitalworker.local.cloud.table.expression.KeyCondition;
import io.digitalworker.local.cloud.table.expression.Value;
import java.util.Arrays;
import java.util.List;

/** A stretch of keys, from the first to before the end. */
final class KeyRange {
    private final byte[] first;
    private final byte[] end;

    KeyRange(byte[] first, byte[] end) {
        this.first = first;
        this.end = end;
    }

    byte[] first() {
        return first;
    }

    byte[] end() {
        return end;
    }

    /** Every key of a table or index. */
    static KeyRange all() {
        return new KeyRange(new byte[0], KeyBytes.behind(new byte[] {(byte) 0xFF}));
    }

    static KeyRange of(KeyCondition condition) {
        byte[] partition = KeyBytes.partition(condition.partition());
        KeyRange whole = new KeyRange(partition, KeyBytes.behind(partition));
        String operator = condition.operator();
        if (operator == null) {
            return whole;
        }
        List<Value> operands = condition.operands();
        if (operator.equals("begins_with")) {
            byte[] begin = KeyBytes.join(partition, KeyBytes.beginning(operands.get(0)));
            return new KeyRange(begin, KeyBytes.behind(begin));
        }
        byte[] low = KeyBytes.join(partition, KeyBytes.of(operands.get(0)));
        byte[] high = KeyBytes.join(partition, KeyBytes.of(operands.get(operands.size() - 1)));
        return switch (operator) {
            case "=", "BETWEEN" -> new KeyRange(low, KeyBytes.behind(high));
            case "<" -> new KeyRange(whole.first(), low);
            case "<=" -> new KeyRange(whole.first(), KeyBytes.behind(low));
            case ">" -> new KeyRange(KeyBytes.behind(low), whole.end());
            default -> new KeyRange(low, whole.end());
        };
    }

    boolean contains(byte[] key) {
        return Arrays.compareUnsigned(first, key) <= 0 && Arrays.compareUnsigned(key, end) < 0;
    }

    /** What is left behind a key, in the direction of reading. */
    KeyRange behind(byte[] key, boolean forward) {
        return forward ? new KeyRange(KeyBytes.after(key), end) : new KeyRange(first, key);
    }
}
