package io.digitalworker.local.cloud.table.expression;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A condition or filter, ready to be tested against items. */
public sealed interface Condition {
    boolean test(Item item);

    /** Every path that the condition reads. */
    Stream<Path> paths();

    /** {@code a = b} and its like; a comparison with nothing is false, except {@code <>}. */
    record Compare(Operand left, String operator, Operand right) implements Condition {
        @Override
        public boolean test(Item item) {
            Value a = left.of(item);
            Value b = right.of(item);
            return switch (operator) {
                case "=" -> a != null && a.equals(b);
                case "<>" -> a == null || !a.equals(b);
                default -> a != null && b != null && ordered(a, b);
            };
        }

        private boolean ordered(Value a, Value b) {
            OptionalInt order = ValueOrder.compare(a, b);
            return order.isPresent()
                    && switch (operator) {
                        case "<" -> order.getAsInt() < 0;
                        case "<=" -> order.getAsInt() <= 0;
                        case ">" -> order.getAsInt() > 0;
                        default -> order.getAsInt() >= 0;
                    };
        }

        @Override
        public Stream<Path> paths() {
            return pathsOf(Stream.of(left, right));
        }
    }

    /** {@code a BETWEEN b AND c}, bounds included. */
    record Between(Operand operand, Operand low, Operand high) implements Condition {
        @Override
        public boolean test(Item item) {
            return new Compare(operand, ">=", low).test(item)
                    && new Compare(operand, "<=", high).test(item);
        }

        @Override
        public Stream<Path> paths() {
            return pathsOf(Stream.of(operand, low, high));
        }
    }

    /** {@code a IN (b, c)}. */
    record In(Operand operand, List<Operand> choices) implements Condition {
        @Override
        public boolean test(Item item) {
            Value value = operand.of(item);
            return value != null
                    && choices.stream().anyMatch(choice -> value.equals(choice.of(item)));
        }

        @Override
        public Stream<Path> paths() {
            return pathsOf(Stream.concat(Stream.of(operand), choices.stream()));
        }
    }

    /** {@code attribute_exists} and {@code attribute_not_exists}. */
    record Exists(Path path, boolean wanted) implements Condition {
        @Override
        public boolean test(Item item) {
            return (path.in(item) != null) == wanted;
        }

        @Override
        public Stream<Path> paths() {
            return Stream.of(path);
        }
    }

    /** {@code attribute_type}. */
    record HasType(Path path, String type) implements Condition {
        @Override
        public boolean test(Item item) {
            Value value = path.in(item);
            return value != null && value.type().equals(type);
        }

        @Override
        public Stream<Path> paths() {
            return Stream.of(path);
        }
    }

    /** {@code begins_with}. */
    record BeginsWith(Operand operand, Operand prefix) implements Condition {
        @Override
        public boolean test(Item item) {
            Value value = operand.of(item);
            Value start = prefix.of(item);
            if (value instanceof Value.Text text && start instanceof Value.Text begin) {
                return text.value().startsWith(begin.value());
            }
            return value instanceof Value.Binary bytes
                    && start instanceof Value.Binary begin
                    && startsWith(bytes.bytes(), begin.bytes());
        }

        private static boolean startsWith(byte[] bytes, byte[] begin) {
            return begin.length <= bytes.length
                    && Arrays.equals(bytes, 0, begin.length, begin, 0, begin.length);
        }

        @Override
        public Stream<Path> paths() {
            return pathsOf(Stream.of(operand, prefix));
        }
    }

    /** {@code contains}: part of a text or bytes, element of a set or list. */
    record Contains(Operand operand, Operand part) implements Condition {
        @Override
        public boolean test(Item item) {
            Value whole = operand.of(item);
            Value wanted = part.of(item);
            return whole != null && wanted != null && contains(whole, wanted);
        }

        private static boolean contains(Value whole, Value wanted) {
            if (whole instanceof Value.SetOf set) {
                return set.elements().contains(wanted);
            } else if (whole instanceof Value.ListOf list) {
                return list.elements().contains(wanted);
            } else if (whole instanceof Value.Text text && wanted instanceof Value.Text sought) {
                return text.value().contains(sought.value());
            }
            return whole instanceof Value.Binary bytes
                    && wanted instanceof Value.Binary sought
                    && latin1(bytes).contains(latin1(sought));
        }

        private static String latin1(Value.Binary binary) {
            return new String(binary.bytes(), StandardCharsets.ISO_8859_1);
        }

        @Override
        public Stream<Path> paths() {
            return pathsOf(Stream.of(operand, part));
        }
    }

    /** Both. */
    record And(Condition left, Condition right) implements Condition {
        @Override
        public boolean test(Item item) {
            return left.test(item) && right.test(item);
        }

        @Override
        public Stream<Path> paths() {
            return Stream.concat(left.paths(), right.paths());
        }
    }

    /** Either. */
    record Or(Condition left, Condition right) implements Condition {
        @Override
        public boolean test(Item item) {
            return left.test(item) || right.test(item);
        }

        @Override
        public Stream<Path> paths() {
            return Stream.concat(left.paths(), right.paths());
        }
    }

    /** Not. */
    record Not(Condition condition) implements Condition {
        @Override
        public boolean test(Item item) {
            return !condition.test(item);
        }

        @Override
        public Stream<Path> paths() {
            return condition.paths();
        }
    }

    private static Stream<Path> pathsOf(Stream<Operand> operands) {
        return operands.map(Condition::pathOf).flatMap(Stream::ofNullable);
    }

    private static @Nullable Path pathOf(Operand operand) {
        if (operand instanceof Operand.At at) {
            return at.path();
        }
        return operand instanceof Operand.SizeOf size ? size.path() : null;
    }
}
