package io.digitalworker.document.writing.design;

import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.writing.Cells;
import io.digitalworker.document.writing.Phrases;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.Resource;
import java.util.List;

/** Units that a platform counts its settings in. */
final class Units {
    private Units() {}

    /** A value with the unit that its setting is counted in, where the platform says so. */
    static Sentence measured(Fact fact, String key, String value) {
        boolean function = fact instanceof Resource resource && Scope.isOf(resource, "::function");
        if (!function || !value.matches("\\d+")) {
            return Cells.of(fact, value);
        }
        String unit =
                Scope.holds(key, "memory") ? " MB" : Scope.holds(key, "timeout") ? " seconds" : "";
        return Phrases.told(List.of(fact), Phrases.named(fact, value), Phrases.text(unit));
    }
}
