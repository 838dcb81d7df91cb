package io.digitalworker.local.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A script on its way: which of its rules still hold. Thread-safe. */
final class Plot {
    private final Script script;
    private final long begunNanos = System.nanoTime();
    private final List<Held> rules = new ArrayList<>();

    Plot(Script script) {
        this.script = script;
        script.rules().forEach(rule -> rules.add(new Held(rule)));
    }

    Script script() {
        return script;
    }

    /** What goes wrong with this call. */
    synchronized Optional<Rule> next(Asked asked) {
        for (Held held : rules) {
            if (held.takes(asked, (System.nanoTime() - begunNanos) / 1_000_000)) {
                return Optional.of(held.rule);
            }
        }
        return Optional.empty();
    }

    private static final class Held {
        private final Rule rule;
        private int seen;

        Held(Rule rule) {
            this.rule = rule;
        }

        boolean takes(Asked asked, long millis) {
            Long lasts = rule.forMillis();
            if (!rule.fits(asked) || (lasts != null && millis >= lasts)) {
                return false;
            }
            int before = rule.after() == null ? 0 : rule.after();
            Integer calls = rule.calls();
            int number = seen++ - before;
            return number >= 0 && (calls == null || number < calls);
        }
    }
}
