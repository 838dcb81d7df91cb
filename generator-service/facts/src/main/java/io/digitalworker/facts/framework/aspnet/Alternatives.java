package io.digitalworker.facts.framework.aspnet;

import io.digitalworker.facts.code.Value;
import java.util.ArrayList;
import java.util.List;

/** Chooses among several texts that an expression may stand for. */
final class Alternatives {
    private Alternatives() {}

    /** The one that carries most parameters, as it tells most; the first of equals. */
    static Value first(List<Value> values) {
        Value best = values.get(0);
        for (Value value : values) {
            boolean more = holes(value) > holes(best);
            boolean surer = value.known() && !best.known();
            best = surer || (more && value.known() == best.known()) ? value : best;
        }
        return best;
    }

    private static long holes(Value value) {
        return value.text().chars().filter(c -> c == '{').count();
    }

    /** The paths of all the others. */
    static List<String> others(List<Value> values, Value chosen) {
        List<String> paths = new ArrayList<>();
        String own = Template.of(chosen.text()).path();
        for (Value value : values) {
            String path = Template.of(value.text()).path();
            if (value.known() && !path.equals(own) && !paths.contains(path)) {
                paths.add(path);
            }
        }
        return paths;
    }
}
