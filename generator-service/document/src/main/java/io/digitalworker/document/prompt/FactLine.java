package io.digitalworker.document.prompt;

import io.digitalworker.document.brief.FactNames;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.FactKind;
import io.digitalworker.facts.source.Evidence;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A fact in one line: {@code F3 endpoint E1: address="GET /x" handler=A.B parameters: 1(name=id type=int)}.
 * What is shown of a value may be cut; a mention of it always shows the whole.
 *
 * @param value characters of a value at most
 * @param entries of a list at most; how many more there are is told
 */
record FactLine(int value, int entries) {
    /** From the roomiest to the tightest. */
    static final List<FactLine> WIDTHS =
            List.of(new FactLine(160, 60), new FactLine(100, 16), new FactLine(60, 4));

    /** What an endpoint's address already says. */
    private static final Set<String> IN_ADDRESS = Set.of("method", "path");

    String of(String handle, String place, Fact fact) {
        StringBuilder line = new StringBuilder(handle);
        line.append(' ').append(kind(fact)).append(' ').append(place).append(':');
        if (fact instanceof Endpoint) {
            add(line, FactPart.ADDRESS, FactNames.headline(fact));
        }
        for (RecordComponent component : fact.getClass().getRecordComponents()) {
            Object held = FactNames.read(component, (Record) fact);
            if (!isTold(fact, component.getName(), held)) {
                add(line, component.getName(), held);
            }
        }
        return line.append('\n').toString();
    }

    /** Whether the kind or the address says it already. */
    private static boolean isTold(Fact fact, String name, @Nullable Object held) {
        return (fact instanceof Endpoint && IN_ADDRESS.contains(name)) || kind(fact).equals(held);
    }

    static String kind(Fact fact) {
        return FactKind.of(fact).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void add(StringBuilder line, String name, @Nullable Object held) {
        if (held instanceof Boolean truth) {
            line.append(truth ? " " + name : "");
        } else if (held instanceof String || held instanceof Number) {
            String shown = held.toString();
            line.append(shown.isEmpty() ? "" : " " + name + "=" + Plain.value(shown, value));
        } else if (held instanceof Iterable<?> list) {
            List<Object> all = new ArrayList<>();
            list.forEach(all::add);
            list(line, name, all);
        } else if (held instanceof Map<?, ?> map) {
            list(line, name, new ArrayList<>(map.entrySet()));
        }
    }

    private void list(StringBuilder line, String name, List<?> list) {
        if (list.isEmpty()) {
            return;
        }
        line.append(' ').append(name).append(':');
        for (int i = 0; i < Math.min(entries, list.size()); i++) {
            line.append(' ').append(i + 1).append(entry(list.get(i)));
        }
        if (list.size() > entries) {
            line.append(" and ").append(list.size() - entries).append(" more");
        }
    }

    private String entry(Object held) {
        StringBuilder inner = new StringBuilder();
        if (held instanceof Record part) {
            for (RecordComponent component : part.getClass().getRecordComponents()) {
                Object each = FactNames.read(component, part);
                if (!(each instanceof Evidence) && !(each instanceof Confidence)) {
                    add(inner, component.getName(), each);
                }
            }
        } else if (held instanceof Map.Entry<?, ?> each) {
            add(inner, "key", each.getKey());
            add(inner, "value", each.getValue());
        } else {
            return "=" + Plain.value(held.toString(), value);
        }
        return "(" + inner.toString().strip() + ")";
    }
}
