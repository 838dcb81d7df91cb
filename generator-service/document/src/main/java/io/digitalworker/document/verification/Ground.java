package io.digitalworker.document.verification;

import io.digitalworker.document.brief.FactNames;
import io.digitalworker.document.brief.FeatureEvidence;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.Span;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.FactKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a sentence stands on: the facts that it names, and the words that these and the code in the lines
 * cited have. Comments and literals are no ground.
 *
 * @param facts those that hold what is shown
 * @param words stems of the names, of what the facts hold, and of names used in the lines; of a sentence
 *     that names no code, of the features that it names
 * @param features stems of the descriptions of features that it names or that its facts belong to
 * @param kinds stems that say no more than of what kind the things named are
 */
record Ground(List<Fact> facts, Set<String> words, Set<String> features, Set<String> kinds) {
    /** Words of languages that any code has and that say nothing of it. */
    private static final Set<String> MODIFIERS =
            Set.of(
                    "public",
                    "private",
                    "protected",
                    "internal",
                    "static",
                    "final",
                    "default",
                    "return");

    static Ground of(Told told, Material material, CodeTexts code, Stems stems) {
        List<Fact> facts = new ArrayList<>();
        Set<String> words = new HashSet<>();
        told.mentions()
                .forEach(
                        mention -> {
                            words.addAll(stems.in(mention.shown()));
                            words.addAll(counted(mention, stems));
                            facts.addAll(facts(mention, material));
                        });
        for (Fact fact : facts) {
            words.addAll(stems.in(FactKind.of(fact).array()));
            FactNames.of(fact).forEach(name -> words.addAll(stems.in(name)));
        }
        for (Place place : told.places()) {
            code.names(place).stream()
                    .filter(name -> !MODIFIERS.contains(name))
                    .forEach(name -> words.addAll(stems.in(name)));
        }
        Set<String> kinds = KindWords.STANDARD.of(kinds(told, facts));
        Set<String> features = features(told, facts, material, stems);
        if (told.names().isEmpty()) {
            words.addAll(features);
        }
        return new Ground(facts, words, features, kinds);
    }

    private static Set<String> kinds(Told told, List<Fact> facts) {
        Set<String> kinds = new HashSet<>();
        facts.forEach(fact -> kinds.add(FactKind.of(fact).array()));
        told.mentions()
                .forEach(
                        mention ->
                                kinds.add(
                                        switch (mention.kind()) {
                                            case SYMBOL, SIGNATURE, FILE, CITATION ->
                                                    "declarations";
                                            case FEATURE, REQUIREMENT, SECTION -> "features";
                                            case COUNT ->
                                                    told.names().isEmpty() ? "numbers" : "any";
                                            default -> "any";
                                        }));
        return kinds;
    }

    /** A number stands for what it counts, as its id says it. */
    private static List<String> counted(Span.Mention mention, Stems stems) {
        return mention.kind() == MentionKind.COUNT ? stems.in(mention.id()) : List.of();
    }

    private static List<Fact> facts(Span.Mention mention, Material material) {
        return mention.kind() != MentionKind.FACT
                ? List.of()
                : material.factsOf(mention.id()).stream()
                        .filter(fact -> FactNames.of(fact).contains(mention.shown()))
                        .toList();
    }

    private static Set<String> features(
            Told told, List<Fact> facts, Material material, Stems stems) {
        Set<String> words = new HashSet<>();
        for (FeatureEvidence feature : material.features()) {
            String id = feature.feature().id();
            boolean named = told.mentions().anyMatch(mention -> names(mention, id));
            List<Fact> linked = material.linked(id).facts();
            if (named || facts.stream().anyMatch(linked::contains) || matched(told, feature)) {
                words.addAll(stems.in(feature.feature().description()));
            }
        }
        return words;
    }

    private static boolean names(Span.Mention mention, String feature) {
        boolean requirement = mention.kind() == MentionKind.REQUIREMENT;
        return (mention.kind() == MentionKind.FEATURE && mention.id().equals(feature))
                || (requirement && mention.id().startsWith("FR-" + feature + "-"));
    }

    private static boolean matched(Told told, FeatureEvidence feature) {
        return feature.matches().stream()
                .flatMap(match -> Place.of(match.chunk().evidence().id()).stream())
                .anyMatch(place -> told.places().stream().anyMatch(place::overlaps));
    }

    boolean has(String stem) {
        return words.contains(stem) || features.contains(stem) || kinds.contains(stem);
    }

    /** Whether what is named or the code itself says the word. */
    boolean says(String stem) {
        return words.contains(stem);
    }
}
