package io.digitalworker.document.writing.functional;

import io.digitalworker.document.brief.FeatureEvidence;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.writing.functional.UseCase.Request;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.Message;
import io.digitalworker.facts.fact.Permission;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How the features are used: what the sections of the document are told from. */
record Usage(
        Material material,
        Members members,
        Screens screens,
        List<UseCase> cases,
        List<Permission> permissions,
        List<Message> messages,
        Map<String, Set<Fact>> linkedTo) {
    /** Worked out once for all sections of a document. */
    static Usage of(Material material) {
        return material.derived(Usage.class, Usage::gathered);
    }

    private static Usage gathered(Material material) {
        Members members = new Members(material);
        return new Usage(
                material,
                members,
                new Screens(material),
                UseCases.of(material),
                material.facts().all(Permission.class),
                material.facts().messages(),
                linkedTo(material));
    }

    private static Map<String, Set<Fact>> linkedTo(Material material) {
        Map<String, Set<Fact>> byFeature = new LinkedHashMap<>();
        for (FeatureEvidence feature : material.features()) {
            String id = feature.feature().id();
            byFeature.put(id, new HashSet<>(material.linked(id).facts()));
        }
        return byFeature;
    }

    /** What happens behind the start of a use case. */
    Reach reach(UseCase useCase) {
        Set<Fact> linked = linkedTo.getOrDefault(useCase.feature(), Set.of());
        return Reach.from(material, members, linked, useCase.member(), useCase.place());
    }

    <F extends Fact> List<F> linked(Class<F> kind) {
        return material.linked().all(kind);
    }

    /** The addresses of the features, those of use cases first. */
    List<Endpoint> addresses() {
        Set<Endpoint> all = new LinkedHashSet<>();
        for (UseCase each : cases) {
            if (each.start() instanceof Request request) {
                all.addAll(request.all());
            }
        }
        all.addAll(linked(Endpoint.class));
        return List.copyOf(all);
    }

    /** The features that any of the facts belongs to. */
    List<String> features(List<? extends Fact> facts) {
        List<String> ids = new ArrayList<>();
        linkedTo.forEach(
                (id, own) -> {
                    if (facts.stream().anyMatch(own::contains)) {
                        ids.add(id);
                    }
                });
        return ids;
    }
}
