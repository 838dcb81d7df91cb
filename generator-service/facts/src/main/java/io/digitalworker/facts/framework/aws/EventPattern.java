package io.digitalworker.facts.framework.aws;

import io.digitalworker.facts.data.DataNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What a rule listens for.
 *
 * @param sources as in the pattern; {@code prefix*} for a prefix
 * @param detailTypes in the same form; empty where any will do
 */
record EventPattern(List<String> sources, List<String> detailTypes) {

    static EventPattern of(DataNode pattern, Function<DataNode, String> text) {
        return new EventPattern(
                matched(pattern.get("source"), text), matched(pattern.get("detail-type"), text));
    }

    private static List<String> matched(DataNode values, Function<DataNode, String> text) {
        List<String> found = new ArrayList<>();
        List<DataNode> items = values.isSequence() ? values.items() : List.of(values);
        for (DataNode item : items) {
            String plain = text.apply(item);
            if (item.has("prefix")) {
                found.add(text.apply(item.get("prefix")) + "*");
            } else if (!plain.isEmpty()) {
                found.add(plain);
            }
        }
        return found;
    }

    /** The detail types; where there is none, {@code source:} with the sources; at least one. */
    List<String> names() {
        if (!detailTypes.isEmpty()) {
            return detailTypes;
        }
        return sources.isEmpty() ? List.of("*") : sources;
    }

    /** {@code source@bus}. */
    String channel(String bus) {
        return sources.isEmpty() ? bus : String.join("|", sources) + "@" + bus;
    }
}
