package io.digitalworker.local.cloud.table.expression;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What is compared in a condition. */
sealed interface Operand {
    /** The operand's value for an item, or null if there is none. */
    @Nullable Value of(Item item);

    /** A value of the request. */
    record Literal(Value value) implements Operand {
        @Override
        public Value of(Item item) {
            return value;
        }
    }

    /** What stands at a path. */
    record At(Path path) implements Operand {
        @Override
        public @Nullable Value of(Item item) {
            return path.in(item);
        }
    }

    /** {@code size(path)}: bytes of a text or binary, elements of anything else that has some. */
    record SizeOf(Path path) implements Operand {
        @Override
        public @Nullable Value of(Item item) {
            Value value = path.in(item);
            int size = value == null ? -1 : size(value);
            return size < 0 ? null : new Value.Num(BigDecimal.valueOf(size));
        }

        private static int size(Value value) {
            if (value instanceof Value.Text text) {
                return text.value().getBytes(StandardCharsets.UTF_8).length;
            } else if (value instanceof Value.Binary binary) {
                return binary.bytes().length;
            } else if (value instanceof Value.ListOf list) {
                return list.elements().size();
            } else if (value instanceof Value.MapOf map) {
                return map.members().size();
            } else if (value instanceof Value.SetOf set) {
                return set.elements().size();
            }
            return -1;
        }
    }
}
