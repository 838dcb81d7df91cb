package io.digitalworker.document.brief;

import io.digitalworker.document.brief.FeatureEvidence.Match;
import io.digitalworker.facts.Facts;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.AccessPattern;
import io.digitalworker.facts.fact.Call;
import io.digitalworker.facts.fact.ConfigurationKey;
import io.digitalworker.facts.fact.DataStore;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Entity;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.FactKind;
import io.digitalworker.facts.fact.Lifecycle;
import io.digitalworker.facts.fact.Mark;
import io.digitalworker.facts.fact.Message;
import io.digitalworker.facts.fact.Schedule;
import io.digitalworker.facts.fact.Service;
import io.digitalworker.facts.fact.TestCount;
import io.digitalworker.facts.fact.Transition;
import io.digitalworker.facts.fact.Validation;
import io.digitalworker.facts.fact.View;
import io.digitalworker.facts.source.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which facts belong to a feature. Three ways lead there, and the shortest counts: the fact stands in a
 * member that was found for the feature or that calls lead to and from; it is about a type of such a
 * member; or its own names hold enough of the words that tell the feature from others.
 */
final class Linking {
    /** A type counts only as near as this; members further off only bring what stands in them. */
    private static final int STEPS_OF_TYPES = 1;

    private static final int BY_NAME = 2;

    /** The share of a feature's words that a member one call away must hold in name or path. */
    private static final double NEXT = 0.04;

    /** The same for members further off. */
    private static final double FURTHER = 0.15;

    /** Kinds that a name links; the others are too many or too far from what people ask for. */
    private static final Set<FactKind> NAMED_KINDS =
            EnumSet.of(
                    FactKind.ENDPOINT,
                    FactKind.ENTITY,
                    FactKind.VIEW,
                    FactKind.MESSAGE,
                    FactKind.CONFIGURATION,
                    FactKind.PERMISSION,
                    FactKind.SCHEDULE,
                    FactKind.DATA_STORE,
                    FactKind.RESOURCE,
                    FactKind.SERVICE,
                    FactKind.VALIDATION);

    private final Facts facts;
    private final CallGraph calls;
    private final LinkedTypes linkedTypes;
    private final Map<String, List<Fact>> byPath = new HashMap<>();
    private final Map<String, List<Evidence>> members = new HashMap<>();

    Linking(Facts facts, CallGraph calls) {
        this.facts = facts;
        this.calls = calls;
        this.linkedTypes = new LinkedTypes(facts);
        for (Fact fact : facts.facts()) {
            byPath.computeIfAbsent(fact.evidence().path(), any -> new ArrayList<>()).add(fact);
        }
        for (TypeDeclaration type : facts.types()) {
            for (Member member : type.members()) {
                members.computeIfAbsent(member.qualifiedName(), any -> new ArrayList<>())
                        .add(member.evidence());
            }
        }
    }

    /**
     * The facts of a feature.
     *
     * @param words weighs the words of the feature and knows those of a name
     */
    LinkedFacts of(FeatureEvidence feature, FeatureWords words) {
        if (feature.matches().isEmpty()) {
            return new LinkedFacts(List.of(), List.of());
        }
        Map<String, Integer> reached =
                calls.around(feature.matches().stream().map(m -> m.chunk().symbol()).toList());
        Map<String, Integer> near = relevant(reached, words);
        Map<Fact, Integer> linked = new HashMap<>();
        standing(feature, near, linked);
        Map<String, Integer> types = types(near);
        for (Fact fact : facts.facts()) {
            Integer steps = steps(fact, near, reached, types);
            if (steps != null) {
                linked.merge(fact, steps, Math::min);
            }
            if (NAMED_KINDS.contains(FactKind.of(fact)) && words.name(name(fact))) {
                linked.merge(fact, BY_NAME, Math::min);
            }
        }
        throughMessages(linked);
        throughEntities(linked);
        throughKeys(linked);
        linked.keySet()
                .removeIf(
                        fact ->
                                !(fact instanceof TestCount)
                                        && CodeIndex.test(fact.evidence().path()));
        return new LinkedFacts(inOrder(linked), linkedTypes.of(linked.keySet()));
    }

    /** The members that calls lead to and whose names or places have to do with the feature. */
    private Map<String, Integer> relevant(Map<String, Integer> reached, FeatureWords words) {
        Map<String, Integer> relevant = new LinkedHashMap<>();
        reached.forEach(
                (member, steps) -> {
                    StringBuilder name = new StringBuilder(member);
                    members.getOrDefault(member, List.of())
                            .forEach(place -> name.append(' ').append(place.path()));
                    double share = steps == 0 ? 1 : words.share(name.toString());
                    if (share >= (steps == 1 ? NEXT : FURTHER)) {
                        relevant.put(member, steps);
                    }
                });
        return relevant;
    }

    /** What stands within the lines that were found, or of members that calls lead to. */
    private void standing(
            FeatureEvidence feature, Map<String, Integer> near, Map<Fact, Integer> linked) {
        for (Match match : feature.matches()) {
            within(match.chunk().evidence(), 0, linked);
        }
        near.forEach(
                (member, steps) ->
                        members.getOrDefault(member, List.of())
                                .forEach(place -> within(place, steps, linked)));
    }

    private void within(Evidence place, int steps, Map<Fact, Integer> linked) {
        for (Fact fact : byPath.getOrDefault(place.path(), List.of())) {
            Evidence own = fact.evidence();
            if (own.startLine() >= place.startLine() && own.endLine() <= place.endLine()) {
                linked.merge(fact, steps, Math::min);
            }
        }
    }

    private static Map<String, Integer> types(Map<String, Integer> near) {
        Map<String, Integer> types = new HashMap<>();
        near.forEach(
                (member, steps) -> {
                    if (steps <= STEPS_OF_TYPES) {
                        int dot = member.lastIndexOf('.');
                        types.merge(dot < 0 ? member : member.substring(0, dot), steps, Math::min);
                        types.merge(member, steps, Math::min);
                    }
                });
        return types;
    }

    private static @Nullable Integer steps(
            Fact fact,
            Map<String, Integer> near,
            Map<String, Integer> reached,
            Map<String, Integer> types) {
        if (fact instanceof Endpoint endpoint) {
            return near.get(endpoint.handler());
        }
        if (fact instanceof Message message) {
            return near.get(message.handler());
        }
        if (fact instanceof Schedule schedule) {
            return near.get(schedule.handler());
        }
        if (fact instanceof AccessPattern pattern) {
            return near.get(pattern.caller());
        }
        if (fact instanceof Transition transition) {
            return near.get(transition.caller());
        }
        if (fact instanceof Call call) {
            Integer from = near.get(call.from());
            return reached.containsKey(call.to()) ? from : null;
        }
        if (fact instanceof Entity entity) {
            return types.get(entity.name());
        }
        if (fact instanceof View view) {
            return types.get(simple(view.model()));
        }
        if (fact instanceof Service service) {
            return types.get(service.name());
        }
        if (fact instanceof TestCount test) {
            return types.get(test.subject());
        }
        return null;
    }

    /** The entities that linked messages carry. */
    private void throughMessages(Map<Fact, Integer> linked) {
        Map<String, Integer> payloads = new HashMap<>();
        linked.forEach(
                (fact, steps) -> {
                    if (fact instanceof Message message) {
                        payloads.merge(message.payload(), steps, Math::min);
                    }
                });
        for (Entity entity : facts.entities()) {
            Integer steps = payloads.get(entity.name());
            if (steps != null) {
                linked.merge(entity, Math.max(steps, BY_NAME), Math::min);
            }
        }
    }

    /** Where the keys that linked code reads are declared. */
    private void throughKeys(Map<Fact, Integer> linked) {
        Set<String> read = new HashSet<>();
        linked.keySet()
                .forEach(
                        fact -> {
                            if (fact instanceof ConfigurationKey key) {
                                read.add(key.key());
                            }
                        });
        for (ConfigurationKey key : facts.all(ConfigurationKey.class)) {
            if (read.contains(key.key()) && key.use().equals("declared")) {
                linked.putIfAbsent(key, BY_NAME);
            }
        }
    }

    /** What is about an entity or a form that is linked already. */
    private void throughEntities(Map<Fact, Integer> linked) {
        Set<String> subjects = new HashSet<>();
        Set<String> tables = new HashSet<>();
        linked.forEach(
                (fact, steps) -> {
                    if (fact instanceof Entity entity) {
                        subjects.add(entity.name());
                        tables.add(entity.table());
                    } else if (fact instanceof Endpoint endpoint && endpoint.request() != null) {
                        subjects.add(endpoint.request());
                    } else if (fact instanceof AccessPattern pattern) {
                        tables.add(pattern.store());
                    }
                });
        tables.remove("");
        for (Fact fact : facts.facts()) {
            boolean about =
                    (fact instanceof Validation validation
                                    && subjects.contains(validation.target()))
                            || (fact instanceof View view
                                    && subjects.contains(simple(view.model())))
                            || (fact instanceof Mark mark
                                    && subjects.contains(owner(mark.subject())))
                            || (fact instanceof Lifecycle lifecycle
                                    && subjects.contains(lifecycle.entity()))
                            || (fact instanceof Transition transition
                                    && subjects.contains(transition.entity()))
                            || (fact instanceof DataStore store && tables.contains(store.name()));
            if (about) {
                linked.putIfAbsent(fact, BY_NAME);
            }
        }
    }

    /** A type without its namespace and what it is a list of. */
    private static String simple(String type) {
        String bare = type.replaceAll("^\\w+<(.*)>$", "$1");
        return bare.substring(bare.lastIndexOf('.') + 1);
    }

    private static String owner(String subject) {
        int dot = subject.lastIndexOf('.');
        return dot < 0 ? subject : subject.substring(0, dot);
    }

    /** The words by which people would know the fact. */
    private static String name(Fact fact) {
        if (fact instanceof Endpoint endpoint) {
            return endpoint.path() + " " + endpoint.handler();
        }
        if (fact instanceof Entity entity) {
            return entity.name();
        }
        if (fact instanceof Validation validation) {
            return validation.target();
        }
        if (fact instanceof View view) {
            return view.name() + " " + simple(view.model());
        }
        if (fact instanceof Message message) {
            return message.name() + " " + message.payload();
        }
        return FactNames.headline(fact);
    }

    private List<Fact> inOrder(Map<Fact, Integer> linked) {
        List<Fact> all = new ArrayList<>();
        for (Fact fact : facts.facts()) {
            if (linked.containsKey(fact)) {
                all.add(fact);
            }
        }
        all.sort(Comparator.comparing(linked::get));
        return all;
    }
}
