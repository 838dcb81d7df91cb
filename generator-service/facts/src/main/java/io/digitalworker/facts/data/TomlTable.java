package io.digitalworker.facts.data;

import io.digitalworker.facts.data.DataNode.Entry;
import io.digitalworker.facts.data.DataNode.Mapping;
import io.digitalworker.facts.data.DataNode.Sequence;
import io.digitalworker.facts.syntax.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table of a TOML file while it is being filled; headers may come back to it. */
final class TomlTable {
    /** A part of a dotted key. */
    record Key(String name, Span span) {}

    /** What stands under a key: a value, a table, or (several) tables of an array. */
    private static final class Slot {
        private final Key key;
        private final List<DataNode> values = new ArrayList<>();
        private final List<TomlTable> tables = new ArrayList<>();
        private boolean array;

        Slot(Key key) {
            this.key = key;
        }

        Entry entry() {
            if (!values.isEmpty()) {
                return new Entry(key.name(), key.span(), values.get(values.size() - 1));
            }
            List<DataNode> items = tables.stream().map(TomlTable::node).toList();
            DataNode value = array ? new Sequence(items, items.get(0).span(), "") : items.get(0);
            return new Entry(key.name(), key.span(), value);
        }
    }

    private final Span start;
    private final Map<String, Slot> slots = new LinkedHashMap<>();

    TomlTable(Span start) {
        this.start = start;
    }

    List<Entry> entries() {
        return slots.values().stream().map(Slot::entry).toList();
    }

    private DataNode node() {
        List<Entry> entries = entries();
        Span span = start;
        for (Entry entry : entries) {
            span = span.start() <= entry.span().start() ? span.to(entry.span()) : span;
        }
        return new Mapping(entries, span, "");
    }

    void put(List<Key> path, DataNode value) {
        TomlTable table = openTable(path.subList(0, path.size() - 1));
        table.slot(path.get(path.size() - 1)).values.add(value);
    }

    /** The table at a path; in an array of tables the last one. */
    TomlTable openTable(List<Key> path) {
        TomlTable table = this;
        for (Key key : path) {
            List<TomlTable> tables = table.slot(key).tables;
            if (tables.isEmpty()) {
                tables.add(new TomlTable(key.span()));
            }
            table = tables.get(tables.size() - 1);
        }
        return table;
    }

    /** A new table at the end of an array of tables. */
    TomlTable openItem(List<Key> path, Span header) {
        Slot slot = openTable(path.subList(0, path.size() - 1)).slot(path.get(path.size() - 1));
        TomlTable item = new TomlTable(header);
        slot.array = true;
        slot.tables.add(item);
        return item;
    }

    private Slot slot(Key key) {
        return slots.computeIfAbsent(key.name(), name -> new Slot(key));
    }
}
