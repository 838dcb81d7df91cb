package io.digitalworker.facts.code;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How far a question is still followed. A way ends after so many steps, and all ways together cost so
 * many visits at most: names that lead back to themselves over several ways have more ways than can be
 * counted. What a module exports under a name is looked up once at a time.
 */
final class Steps {
    private static final int MAX_VISITS = 500;

    private final int left;
    private final Visits visits;

    /** What all ways of one question share. */
    private static final class Visits {
        private int left = MAX_VISITS;
        private int open;
        private @Nullable Map<Exported, Optional<Symbol>> exported;
    }

    private record Exported(CodeFile file, String name) {}

    private Steps(int left, Visits visits) {
        this.left = left;
        this.visits = visits;
    }

    static Steps of(int steps) {
        return new Steps(steps, new Visits());
    }

    boolean ended() {
        return left <= 0 || visits.left <= 0;
    }

    /** One less; counts as a visit. */
    Steps less() {
        visits.left--;
        return new Steps(left - 1, visits);
    }

    Steps half() {
        visits.left--;
        return new Steps(left / 2, visits);
    }

    /** A question within this one: of its own length, at the same cost. */
    Steps within(int steps) {
        return new Steps(steps, visits);
    }

    /** Finds an export, unless it is being looked for already, which finds nothing. */
    @Nullable Symbol once(CodeFile file, String name, Supplier<@Nullable Symbol> find) {
        if (visits.exported == null) {
            visits.exported = new HashMap<>();
        }
        Map<Exported, Optional<Symbol>> exported = visits.exported;
        Exported key = new Exported(file, name);
        Optional<Symbol> known = exported.putIfAbsent(key, Optional.empty());
        if (known != null) {
            return known.orElse(null);
        }
        visits.open++;
        Symbol found = find.get();
        exported.put(key, Optional.ofNullable(found));
        if (--visits.open == 0) {
            exported.clear(); // what was cut short within a ring is whole from elsewhere
        }
        return found;
    }
}
