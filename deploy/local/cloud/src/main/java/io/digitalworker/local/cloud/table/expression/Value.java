package io.digitalworker.local.cloud.table.expression;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A value of an attribute, in one of DynamoDB's ten types. */
public sealed interface Value {
    /** The type's name on the wire: S, N, B, BOOL, NULL, L, M, SS, NS or BS. */
    String type();

    /** A text. */
    record Text(String value) implements Value {
        @Override
        public String type() {
            return "S";
        }
    }

    /** A number of up to 38 significant digits; equal numbers are equal values. */
    record Num(BigDecimal value) implements Value {
        public Num {
            value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        }

        @Override
        public String type() {
            return "N";
        }
    }

    /** Bytes. */
    record Binary(ByteBuffer value) implements Value {
        public Binary {
            value = value.asReadOnlyBuffer();
        }

        public static Binary of(byte[] bytes) {
            return new Binary(ByteBuffer.wrap(bytes));
        }

        public byte[] bytes() {
            byte[] bytes = new byte[value.remaining()];
            value.duplicate().get(bytes);
            return bytes;
        }

        @Override
        public String type() {
            return "B";
        }
    }

    /** True or false. */
    record Bool(boolean value) implements Value {
        @Override
        public String type() {
            return "BOOL";
        }
    }

    /** DynamoDB's NULL. */
    record Null() implements Value {
        @Override
        public String type() {
            return "NULL";
        }
    }

    /** A list. */
    record ListOf(List<Value> elements) implements Value {
        public ListOf {
            elements = List.copyOf(elements);
        }

        @Override
        public String type() {
            return "L";
        }
    }

    /** A map, its members in the order of their names. */
    record MapOf(SortedMap<String, Value> members) implements Value {
        public MapOf {
            members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
        }

        @Override
        public String type() {
            return "M";
        }
    }

    /** A set of texts, numbers or bytes; {@code type} is SS, NS or BS. */
    record SetOf(String type, Set<Value> elements) implements Value {
        public SetOf {
            elements = Collections.unmodifiableSet(new LinkedHashSet<>(elements));
        }
    }
}
