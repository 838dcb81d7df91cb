package io.digitalworker.document.brief;

import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Fact;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Facts that belong to a feature, the nearest to it first, then in the order of {@code facts.json}.
 *
 * @param types that say more about these facts: interfaces of services, classes of settings, and
 *     classes that map entities; by name
 */
public record LinkedFacts(List<Fact> facts, List<TypeDeclaration> types) {
    public LinkedFacts {
        facts = List.copyOf(facts);
        types = List.copyOf(types);
    }

    /** Those of one kind. */
    public <F extends Fact> List<F> all(Class<F> kind) {
        List<F> all = new ArrayList<>();
        for (Fact fact : facts) {
            if (kind.isInstance(fact)) {
                all.add(kind.cast(fact));
            }
        }
        return Collections.unmodifiableList(all);
    }
}
