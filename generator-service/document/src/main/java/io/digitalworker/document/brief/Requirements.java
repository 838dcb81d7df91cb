package io.digitalworker.document.brief;

import io.digitalworker.document.brief.Requirement.Kind;
import io.digitalworker.facts.fact.ConfigurationKey;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.Message;
import io.digitalworker.facts.fact.Permission;
import io.digitalworker.facts.fact.Schedule;
import io.digitalworker.facts.fact.Validation;
import io.digitalworker.facts.source.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Derives the requirements of each feature from the facts linked to it. What several features share
 * belongs to the one that it is nearest to.
 */
final class Requirements {
    /** More than these of one feature say that the links are too wide, not that more is required. */
    private static final int PER_FEATURE = 60;

    private final Map<String, LinkedFacts> linked;
    private final Map<Topic, String> owners = new HashMap<>();
    private final Map<Topic, Double> nearest = new HashMap<>();

    private Requirements(Map<String, LinkedFacts> linked) {
        this.linked = linked;
    }

    /** What is required, and what it is called, whichever fact says so. */
    private record Topic(Kind kind, String name) {}

    /** All requirements, by feature in the descriptor's order. */
    static Map<String, List<Requirement>> of(
            List<FeatureEvidence> features, Map<String, LinkedFacts> linked) {
        Requirements requirements = new Requirements(linked);
        features.forEach(requirements::claim);
        Map<String, List<Requirement>> all = new LinkedHashMap<>();
        features.forEach(f -> all.put(f.feature().id(), requirements.derive(f)));
        return all;
    }

    private List<Fact> facts(FeatureEvidence feature) {
        LinkedFacts own = linked.get(feature.feature().id());
        return own == null ? List.of() : own.facts();
    }

    private void claim(FeatureEvidence feature) {
        List<Fact> facts = facts(feature);
        for (int i = 0; i < facts.size(); i++) {
            Topic topic = topic(facts.get(i));
            if (topic != null) {
                double distance = distance(feature, facts.get(i).evidence(), i);
                if (distance < nearest.getOrDefault(topic, Double.MAX_VALUE)) {
                    nearest.put(topic, distance);
                    owners.put(topic, feature.feature().id());
                }
            }
        }
    }

    /** Within what was found for the feature, the nearer the better it fits; else by order. */
    private static double distance(FeatureEvidence feature, Evidence place, int order) {
        return feature.matches().stream()
                .filter(match -> overlap(match.chunk().evidence(), place))
                .mapToDouble(match -> 1 - match.coverage() / feature.coverage())
                .min()
                .orElse(1 + order);
    }

    private static boolean overlap(Evidence found, Evidence place) {
        return found.path().equals(place.path())
                && found.startLine() <= place.endLine()
                && place.startLine() <= found.endLine();
    }

    private List<Requirement> derive(FeatureEvidence feature) {
        Map<Topic, List<Fact>> topics = new LinkedHashMap<>();
        for (Fact fact : facts(feature)) {
            Topic topic = topic(fact);
            if (topic != null && feature.feature().id().equals(owners.get(topic))) {
                topics.computeIfAbsent(topic, any -> new ArrayList<>()).add(fact);
            }
        }
        List<Requirement> all = new ArrayList<>();
        all.add(new Requirement(feature.requirement(), feature, Kind.FEATURE, List.of()));
        topics.keySet().stream()
                .sorted(Comparator.comparing(Topic::kind))
                .limit(PER_FEATURE)
                .forEach(topic -> all.add(numbered(feature, topic, topics, all.size() + 1)));
        return all;
    }

    private static Requirement numbered(
            FeatureEvidence feature, Topic topic, Map<Topic, List<Fact>> topics, int number) {
        String id = "FR-" + feature.feature().id() + "-" + number;
        return new Requirement(id, feature, topic.kind(), topics.getOrDefault(topic, List.of()));
    }

    private static @Nullable Topic topic(Fact fact) {
        if (fact instanceof Endpoint endpoint) {
            return new Topic(Kind.ADDRESS, endpoint.method() + " " + endpoint.evidence().id());
        }
        if (fact instanceof Validation validation) {
            return new Topic(Kind.RULES, validation.target());
        }
        if (fact instanceof Permission permission) {
            return new Topic(Kind.RIGHT, permission.name());
        }
        if (fact instanceof ConfigurationKey key && key.use().equals("read")) {
            return new Topic(Kind.SETTING, key.key());
        }
        if (fact instanceof Schedule schedule) {
            return new Topic(Kind.SCHEDULE, schedule.name() + " " + schedule.handler());
        }
        if (fact instanceof Message message) {
            Kind kind = message.direction().equals("consume") ? Kind.REACTION : Kind.NOTICE;
            return new Topic(kind, FactNames.headline(fact));
        }
        return null;
    }
}
