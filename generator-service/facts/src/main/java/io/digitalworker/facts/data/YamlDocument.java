package io.digitalworker.facts.data;

import io.digitalworker.facts.data.DataNode.Entry;
import io.digitalworker.facts.data.DataNode.Mapping;
import io.digitalworker.facts.data.DataNode.Scalar;
import io.digitalworker.facts.data.DataNode.Sequence;
import io.digitalworker.facts.syntax.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Builds the tree of one document. Aliases share the node that they name; what all of them together
 * unfold to, and how deep, is counted while it is built ("billion laughs").
 */
final class YamlDocument {
    private static final long MAX_NODES = 2_000_000;
    private static final String MERGE = "<<";

    private final Deque<Frame> open = new ArrayDeque<>();
    private final Map<String, Built> anchors = new HashMap<>();
    private DataNode root = DataNode.missing();
    private long copies;

    /** A node with the number of nodes that it unfolds to, and of its levels. */
    private record Built(DataNode node, long size, int height) {}

    /** Ends the reading of a file for a reason of its own. */
    static final class Unfit extends RuntimeException {
        final int line;
        final String reason;

        Unfit(int line, String reason) {
            super(null, null, false, false);
            this.line = line;
            this.reason = reason;
        }
    }

    /** A mapping or sequence that is being built. */
    static final class Frame {
        private final boolean mapping;
        private final boolean flow;
        private final int start;
        private final String tag;
        private final String anchor;
        private final List<Entry> entries = new ArrayList<>();
        private final List<DataNode> items = new ArrayList<>();
        private final Set<String> ownKeys = new HashSet<>();
        private @Nullable Scalar key;
        private boolean merges;
        private int lastEnd;
        private long size = 1;
        private int height = 1;

        Frame(boolean mapping, boolean flow, int start, String tag, String anchor) {
            this.mapping = mapping;
            this.flow = flow;
            this.start = start;
            this.tag = tag;
            this.anchor = anchor;
            this.lastEnd = start;
        }
    }

    DataNode root() {
        return root;
    }

    void start(Frame frame, int line) {
        Frame parent = open.peek();
        if (parent != null && parent.mapping && parent.key == null) {
            throw new Unfit(line, "a mapping or sequence stands as a key");
        }
        if (open.size() > DataNode.MAX_DEPTH) {
            throw new Unfit(line, new TooDeep(line).reason());
        }
        open.push(frame);
    }

    void scalar(Scalar scalar, String anchor, int line) {
        Built built = new Built(scalar, 1, 1);
        if (!anchor.isEmpty()) {
            anchors.put(anchor, built);
        }
        add(built, scalar.span().end(), line);
    }

    void alias(String name, int line) {
        Built named = anchors.get(name);
        if (named == null) {
            throw new Unfit(line, "the alias *" + name + " names nothing before it");
        }
        add(named, -1, line);
    }

    void end(int eventEnd, int line) {
        Frame frame = open.pop();
        int end = Math.max(frame.start, frame.flow ? eventEnd : frame.lastEnd);
        Span span = new Span(frame.start, end);
        DataNode node =
                frame.mapping
                        ? new Mapping(merged(frame, line), span, frame.tag)
                        : new Sequence(frame.items, span, frame.tag);
        Built built = new Built(node, frame.size, frame.height + 1);
        if (!frame.anchor.isEmpty()) {
            anchors.put(frame.anchor, built);
        }
        add(built, end, line);
    }

    private void add(Built built, int end, int line) {
        Frame parent = open.peek();
        if (parent == null) {
            root = built.node();
            return;
        }
        parent.lastEnd = Math.max(parent.lastEnd, end);
        if (parent.mapping && parent.key == null) {
            parent.key = key(built.node(), line);
            return;
        }
        grow(parent, built, line);
        if (parent.mapping) {
            addEntry(parent, built.node());
        } else {
            parent.items.add(built.node());
        }
    }

    private void grow(Frame parent, Built built, int line) {
        parent.size += built.size();
        parent.height = Math.max(parent.height, built.height());
        if (parent.size > MAX_NODES) {
            throw new Unfit(line, "its aliases unfold to more than " + MAX_NODES + " nodes");
        }
        if (open.size() + built.height() > DataNode.MAX_DEPTH + 2) {
            throw new Unfit(line, new TooDeep(line).reason());
        }
    }

    private static Scalar key(DataNode node, int line) {
        if (node instanceof Scalar scalar) {
            return scalar;
        }
        throw new Unfit(line, "a mapping or sequence stands as a key");
    }

    private static void addEntry(Frame parent, DataNode value) {
        Scalar key = parent.key;
        parent.key = null;
        if (key != null) {
            parent.entries.add(new Entry(key.value(), key.span(), value));
            parent.merges |= isMerge(key.value(), value);
            parent.ownKeys.add(key.value());
        }
    }

    private static boolean isMerge(String key, DataNode value) {
        return key.equals(MERGE) && (value.isMapping() || value.isSequence());
    }

    /** With the entries that {@code <<} brings; a mapping's own key goes first, then the earlier one. */
    private List<Entry> merged(Frame frame, int line) {
        if (!frame.merges) {
            return frame.entries;
        }
        List<Entry> all = new ArrayList<>();
        Set<String> taken = new HashSet<>(frame.ownKeys);
        for (Entry entry : frame.entries) {
            if (isMerge(entry.key(), entry.value())) {
                merge(entry.value(), taken, all, frame, line);
            } else {
                all.add(entry);
            }
        }
        return all;
    }

    private void merge(
            DataNode source, Set<String> taken, List<Entry> into, Frame frame, int line) {
        List<DataNode> mappings = source.isMapping() ? List.of(source) : source.items();
        for (DataNode mapping : mappings) {
            for (Entry entry : mapping.entries()) {
                copies++;
                if (taken.add(entry.key())) {
                    into.add(entry);
                }
            }
            if (copies > MAX_NODES) {
                throw new Unfit(line, "its merges copy more than " + MAX_NODES + " entries");
            }
        }
        frame.size = Math.max(frame.size, into.size());
    }
}
