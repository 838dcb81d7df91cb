package io.digitalworker.local.cloud.table.expression;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;

/** The order of values: numbers by size, texts by their UTF-8 bytes, bytes unsigned. */
final class ValueOrder {
    private ValueOrder() {}

    /** Empty if the two have no order: different types, or types without one. */
    static OptionalInt compare(Value a, Value b) {
        if (a instanceof Value.Num x && b instanceof Value.Num y) {
            return OptionalInt.of(x.value().compareTo(y.value()));
        }
        if (a instanceof Value.Text x && b instanceof Value.Text y) {
            return OptionalInt.of(Arrays.compareUnsigned(utf8(x.value()), utf8(y.value())));
        }
        if (a instanceof Value.Binary x && b instanceof Value.Binary y) {
            return OptionalInt.of(Arrays.compareUnsigned(x.bytes(), y.bytes()));
        }
        return OptionalInt.empty();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
