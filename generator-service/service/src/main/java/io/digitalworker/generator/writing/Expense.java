package io.digitalworker.generator.writing;

import io.digitalworker.generator.model.Called;
import io.digitalworker.generator.model.TokenUse;
import java.util.Map;
import java.util.TreeMap;

/** What a section has taken so far. */
final class Expense {
    private final Map<String, Integer> faults = new TreeMap<>();
    private TokenUse use = TokenUse.NONE;
    private long microUsd;
    private int calls;
    private int repairs;

    void add(Called called) {
        if (called instanceof Called.Answered answered) {
            use = use.plus(answered.answer().use());
            microUsd += answered.microUsd();
            calls++;
        } else if (((Called.Without) called).asked()) {
            calls++;
        }
    }

    void add(Judged judged) {
        judged.rules().forEach((rule, times) -> faults.merge(rule, times, Integer::sum));
    }

    void repaired() {
        repairs++;
    }

    Map<String, Integer> faults() {
        return faults;
    }

    TokenUse use() {
        return use;
    }

    long microUsd() {
        return microUsd;
    }

    int calls() {
        return calls;
    }

    int repairs() {
        return repairs;
    }
}
