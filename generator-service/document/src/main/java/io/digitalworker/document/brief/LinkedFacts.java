package io.digitalworker.document.brief;

import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.source.Evidence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Facts that belong to a feature, the nearest to it first, then in the order of {@code facts.json}. Those of
 * a kind, and where they stand, are worked out once: sections ask for them fact by fact.
 */
public final class LinkedFacts {
    private final List<Fact> facts;
    private final List<TypeDeclaration> types;
    private final Map<Class<?>, FactsByPlace<?>> byKind = new ConcurrentHashMap<>();

    /**
     * @param types that say more about these facts: interfaces of services, classes of settings, and
     *     classes that map entities; by name
     */
    public LinkedFacts(List<Fact> facts, List<TypeDeclaration> types) {
        this.facts = List.copyOf(facts);
        this.types = List.copyOf(types);
    }

    public List<Fact> facts() {
        return facts;
    }

    public List<TypeDeclaration> types() {
        return types;
    }

    /** Those of one kind. */
    public <F extends Fact> List<F> all(Class<F> kind) {
        return of(kind).all();
    }

    /** Those of one kind that stand within the lines of a place. */
    public <F extends Fact> List<F> within(Evidence place, Class<F> kind) {
        return of(kind).within(place);
    }

    @SuppressWarnings("unchecked") // filed under their kind
    private <F extends Fact> FactsByPlace<F> of(Class<F> kind) {
        return (FactsByPlace<F>)
                byKind.computeIfAbsent(kind, any -> new FactsByPlace<>(facts(kind)));
    }

    private <F extends Fact> List<F> facts(Class<F> kind) {
        List<F> all = new ArrayList<>();
        for (Fact fact : facts) {
            if (kind.isInstance(fact)) {
                all.add(kind.cast(fact));
            }
        }
        return Collections.unmodifiableList(all);
    }
}
