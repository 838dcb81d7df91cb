package io.digitalworker.facts.data;

import io.digitalworker.facts.syntax.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value of a structured file: a mapping, a sequence, a scalar, or {@link Missing}. Lookups never
 * fail: what is not there, or is of another kind, is {@link Missing}, and gives empty lists and
 * empty optionals. A tree is at most {@value #MAX_DEPTH} levels deep, so that it may be walked by
 * recursion; a YAML alias is the very node that it names, and all aliases together unfold to a
 * bounded number of nodes.
 */
public sealed interface DataNode {
    /** What lies deeper makes a file unreadable. */
    int MAX_DEPTH = 200;

    /** The value of whatever is not there. */
    static DataNode missing() {
        return Missing.VALUE;
    }

    /** From its first character to behind its last one; quotes and brackets are part of it. */
    Span span();

    /** YAML's tag as written, such as {@code !Ref} or {@code !GetAtt}; empty without one. */
    String tag();

    /**
     * @param entries in the order of the file, keys given twice too; merged ones (YAML's {@code <<})
     *     stand where they are merged
     */
    record Mapping(List<Entry> entries, Span span, String tag) implements DataNode {
        public Mapping {
            entries = List.copyOf(entries);
        }

        @Override
        public String toString() {
            return "{" + entries.size() + " entries}";
        }
    }

    record Sequence(List<DataNode> items, Span span, String tag) implements DataNode {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String toString() {
            return "[" + items.size() + " items]";
        }
    }

    /**
     * @param value without quotes, escapes and line folding resolved; of numbers and booleans as
     *     written; empty for null
     * @param type what the format says it is: a quoted value is a string. YAML's {@code yes} and
     *     {@code on} are strings (1.2), which {@link #bool()} reads nevertheless; all values of
     *     properties files are strings
     */
    record Scalar(String value, boolean quoted, ScalarType type, Span span, String tag)
            implements DataNode {
        @Override
        public Optional<String> text() {
            return type == ScalarType.NULL ? Optional.empty() : Optional.of(value);
        }
    }

    /** Nothing. Its span is the empty one at the start of the file. */
    record Missing() implements DataNode {
        private static final Missing VALUE = new Missing();

        @Override
        public Span span() {
            return new Span(0, 0);
        }

        @Override
        public String tag() {
            return "";
        }
    }

    /**
     * A key with its value.
     *
     * @param keySpan where the key stands, with its quotes
     */
    record Entry(String key, Span keySpan, DataNode value) {
        /** From the key to the end of the value. */
        public Span span() {
            boolean follows = value.span().start() >= keySpan.end();
            return follows ? keySpan.to(value.span()) : keySpan;
        }
    }

    /**
     * A scalar, or an empty mapping or sequence, with its path from the root.
     *
     * @param path such as {@code a.b[0].c}; empty when the root is such a value itself
     * @param keySpan of the nearest key above it; the value's own in a sequence without keys
     */
    record Leaf(String path, Span keySpan, DataNode value) {
        /** The scalar's text; empty when it is null or no scalar. */
        public String text() {
            return value.text().orElse("");
        }
    }

    default boolean isMissing() {
        return this instanceof Missing;
    }

    default boolean isMapping() {
        return this instanceof Mapping;
    }

    default boolean isSequence() {
        return this instanceof Sequence;
    }

    default boolean isScalar() {
        return this instanceof Scalar;
    }

    /** Whether it is there and is null. */
    default boolean isNull() {
        return this instanceof Scalar scalar && scalar.type() == ScalarType.NULL;
    }

    /** The entries of a mapping; empty for anything else. */
    default List<Entry> entries() {
        return List.of();
    }

    /** The items of a sequence; empty for anything else. */
    default List<DataNode> items() {
        return List.of();
    }

    /** The entry of a mapping under a key; the last one, if the key is given twice. */
    default Optional<Entry> entry(String key) {
        List<Entry> entries = entries();
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i).key().equals(key)) {
                return Optional.of(entries.get(i));
            }
        }
        return Optional.empty();
    }

    /** Whether a mapping has the key. */
    default boolean has(String key) {
        return entry(key).isPresent();
    }

    /** The value behind a key, a key within that, and so on; each key is taken as it is. */
    default DataNode get(String... keys) {
        DataNode node = this;
        for (String key : keys) {
            node = node.entry(key).map(Entry::value).orElse(missing());
        }
        return node;
    }

    /** As {@link #get}, with case ignored (.NET's configuration does); an exact key goes first. */
    default DataNode getIgnoringCase(String... keys) {
        DataNode node = this;
        for (String key : keys) {
            node = Lookup.ignoringCase(node, key);
        }
        return node;
    }

    /** An item of a sequence, counted from 0. */
    default DataNode item(int index) {
        List<DataNode> items = items();
        return index >= 0 && index < items.size() ? items.get(index) : missing();
    }

    /**
     * The value at a path such as {@code a.b[0].c}. A key that itself holds dots is found too
     * ({@code spring.datasource.url} of a properties file, or one half nested and half dotted); the
     * longest key goes first.
     */
    default DataNode at(String path) {
        return Lookup.at(this, path);
    }

    /** The text of a scalar that is not null. */
    default Optional<String> text() {
        return Optional.empty();
    }

    /** The text of a scalar that is not null, else another. */
    default String text(String otherwise) {
        return text().orElse(otherwise);
    }

    /** The texts of a sequence's scalars; of a scalar its own one; else empty. */
    default List<String> texts() {
        return isScalar()
                ? text().stream().toList()
                : items().stream().flatMap(item -> item.text().stream()).toList();
    }

    /** True or false, also when quoted, in any case; {@code yes}, {@code on} and their likes too. */
    default Optional<Boolean> bool() {
        return text().flatMap(
                        text ->
                                switch (text.toLowerCase(Locale.ROOT)) {
                                    case "true", "yes", "on" -> Optional.of(true);
                                    case "false", "no", "off" -> Optional.of(false);
                                    default -> Optional.empty();
                                });
    }

    /** A decimal number, also when quoted. */
    default Optional<BigDecimal> number() {
        return text().flatMap(Lookup::number);
    }

    /** A whole decimal number that fits, also when quoted. */
    default Optional<Long> integer() {
        return number().flatMap(Lookup::integer);
    }

    /**
     * All scalars and empty mappings and sequences with their paths, in the order of the file; at
     * most {@value Lookup#MAX_LEAVES}.
     */
    default List<Leaf> leaves() {
        List<Leaf> leaves = new ArrayList<>();
        @Nullable Span noKey = null;
        Lookup.collect(this, "", noKey, leaves);
        return List.copyOf(leaves);
    }
}
