package io.digitalworker.local.cloud.table.expression;

import io.digitalworker.local.cloud.http.AwsFault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What a SET action assigns. */
sealed interface UpdateOperand {
    /** The value for the item as it was before the update. */
    Value of(Item before);

    /** A value of the request. */
    record Literal(Value value) implements UpdateOperand {
        @Override
        public Value of(Item before) {
            return value;
        }
    }

    /** What stands at a path; it must be there. */
    record At(Path path) implements UpdateOperand {
        @Override
        public Value of(Item before) {
            Value value = path.in(before);
            if (value == null) {
                throw AwsFault.validation(
                        "The provided expression refers to an attribute that does not exist in"
                                + " the item");
            }
            return value;
        }
    }

    /** {@code if_not_exists(path, otherwise)}. */
    record IfNotExists(Path path, UpdateOperand otherwise) implements UpdateOperand {
        @Override
        public Value of(Item before) {
            Value value = path.in(before);
            return value == null ? otherwise.of(before) : value;
        }
    }

    /** {@code list_append(a, b)}. */
    record ListAppend(UpdateOperand head, UpdateOperand tail) implements UpdateOperand {
        @Override
        public Value of(Item before) {
            if (head.of(before) instanceof Value.ListOf a
                    && tail.of(before) instanceof Value.ListOf b) {
                List<Value> both = new ArrayList<>(a.elements());
                both.addAll(b.elements());
                return new Value.ListOf(both);
            }
            throw wrongType();
        }
    }

    /** {@code a + b} or {@code a - b}. */
    record Sum(UpdateOperand left, boolean minus, UpdateOperand right) implements UpdateOperand {
        @Override
        public Value of(Item before) {
            if (left.of(before) instanceof Value.Num a && right.of(before) instanceof Value.Num b) {
                return Numbers.checked(minus ? a.value().subtract(b.value()) : sum(a, b));
            }
            throw wrongType();
        }

        private static BigDecimal sum(Value.Num a, Value.Num b) {
            return a.value().add(b.value());
        }
    }

    private static AwsFault wrongType() {
        return AwsFault.validation(
                "An operand in the update expression has an incorrect data type");
    }
}
