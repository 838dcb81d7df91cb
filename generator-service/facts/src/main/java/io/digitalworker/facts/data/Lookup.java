package io.digitalworker.facts.data;

import io.digitalworker.facts.data.DataNode.Entry;
import io.digitalworker.facts.data.DataNode.Leaf;
import io.digitalworker.facts.syntax.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a tree is searched. */
final class Lookup {
    static final int MAX_LEAVES = 200_000;
    private static final int MAX_DIGITS = 400;

    private Lookup() {}

    static DataNode ignoringCase(DataNode node, String key) {
        Optional<Entry> exact = node.entry(key);
        if (exact.isPresent()) {
            return exact.get().value();
        }
        DataNode found = DataNode.missing();
        for (Entry entry : node.entries()) {
            if (entry.key().equalsIgnoreCase(key)) {
                found = entry.value();
            }
        }
        return found;
    }

    static DataNode at(DataNode node, String path) {
        if (path.isEmpty()) {
            return node;
        }
        if (path.charAt(0) == '[') {
            int close = path.indexOf(']');
            return close < 0
                    ? DataNode.missing()
                    : at(node.item(index(path.substring(1, close))), rest(path, close + 1));
        }
        for (int end = path.length(); end > 0; end = keyEnd(path, end - 1)) {
            Optional<Entry> entry = node.entry(path.substring(0, end));
            if (entry.isPresent()) {
                DataNode found = at(entry.get().value(), rest(path, end));
                if (!found.isMissing()) {
                    return found;
                }
            }
        }
        return DataNode.missing();
    }

    /** The last place up to which a key may reach. */
    private static int keyEnd(String path, int before) {
        return Math.max(path.lastIndexOf('.', before), path.lastIndexOf('[', before));
    }

    private static String rest(String path, int from) {
        boolean dot = from < path.length() && path.charAt(from) == '.';
        return path.substring(dot ? from + 1 : from);
    }

    private static int index(String digits) {
        boolean plain = !digits.isEmpty() && digits.length() < 9;
        return plain && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Integer.parseInt(digits)
                : -1;
    }

    static Optional<BigDecimal> number(String text) {
        if (text.length() > MAX_DIGITS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    static Optional<Long> integer(BigDecimal number) {
        boolean small = number.precision() - (long) number.scale() < 20 && number.scale() < 1_000;
        try {
            return small ? Optional.of(number.longValueExact()) : Optional.empty();
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    static void collect(DataNode node, String path, @Nullable Span key, List<Leaf> leaves) {
        if (leaves.size() >= MAX_LEAVES || node.isMissing()) {
            return;
        }
        if (node.entries().isEmpty() && node.items().isEmpty()) {
            leaves.add(new Leaf(path, key == null ? node.span() : key, node));
        }
        for (Entry entry : node.entries()) {
            String inner = path.isEmpty() ? entry.key() : path + "." + entry.key();
            collect(entry.value(), inner, entry.keySpan(), leaves);
        }
        for (int i = 0; i < node.items().size(); i++) {
            collect(node.items().get(i), path + "[" + i + "]", key, leaves);
        }
    }
}
