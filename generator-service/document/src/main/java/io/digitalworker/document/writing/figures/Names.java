package io.digitalworker.document.writing.figures;

import io.digitalworker.document.brief.FactNames;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.diagram.Ties;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Entity;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.Service;
import io.digitalworker.facts.source.Evidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who is who among the facts: types, entities, and what is injected for what. */
final class Names {
    private static final int POPULAR = 25;

    private final Material material;
    private final Ties ties;
    private final Map<String, List<TypeDeclaration>> types = new HashMap<>();
    private final Map<String, Entity> entities = new LinkedHashMap<>();
    private final Map<String, Service> injected = new HashMap<>();
    private final Map<String, Integer> called = new HashMap<>();

    Names(Material material) {
        this.material = material;
        this.ties = new Ties(material.facts());
        for (TypeDeclaration type : material.facts().types()) {
            types.computeIfAbsent(type.name(), any -> new ArrayList<>(1)).add(type);
        }
        material.facts().entities().forEach(entity -> entities.putIfAbsent(entity.name(), entity));
        for (Service service : material.facts().services()) {
            injected.putIfAbsent(service.contract() + " " + service.name(), service);
        }
        material.facts().calls().forEach(call -> called.merge(call.to(), 1, Integer::sum));
    }

    /** What says that one type is injected for the other. */
    Optional<Service> injected(String contract, String name) {
        boolean itself = contract.equals(name);
        return itself ? Optional.empty() : Optional.ofNullable(injected.get(contract + " " + name));
    }

    @Nullable Entity entity(String name) {
        return entities.get(name);
    }

    boolean isPopular(String member) {
        return called.getOrDefault(member, 0) > POPULAR;
    }

    /** The type or file that a member belongs to; of several, the one at the place. */
    String owner(String member, Evidence place) {
        if (member.isEmpty() || member.equals(ties.file(place))) {
            return ties.file(place);
        }
        return ties.owners(member).iterator().next();
    }

    String owner(String member) {
        return ties.owners(member).iterator().next();
    }

    String file(Evidence place) {
        return ties.file(place);
    }

    /** A type or file by its declaration, if possible one in the given file; empty if there is none. */
    Optional<Sentence> type(String name, String path) {
        List<TypeDeclaration> named = types.getOrDefault(name, List.of());
        return named.stream()
                .filter(type -> type.evidence().path().equals(path))
                .findFirst()
                .or(() -> named.stream().findFirst())
                .map(Names::symbol);
    }

    private static Sentence symbol(TypeDeclaration type) {
        String id = type.evidence().id();
        Span name = new Span.Mention(MentionKind.SYMBOL, id + "#" + type.name(), type.name());
        return new Sentence(List.of(name), ClaimClass.EXTRACTED, List.of(id));
    }

    static Sentence fact(Fact fact, String shown) {
        return sentence(fact, named(fact, shown));
    }

    static Span named(Fact fact, String shown) {
        return new Span.Mention(MentionKind.FACT, FactNames.id(fact), shown);
    }

    static Span text(String words) {
        return new Span.Text(words);
    }

    static Sentence sentence(Fact fact, Span... spans) {
        return new Sentence(List.of(spans), ClaimClass.EXTRACTED, List.of(fact.evidence().id()));
    }

    Material material() {
        return material;
    }
}
