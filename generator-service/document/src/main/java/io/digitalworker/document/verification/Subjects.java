package io.digitalworker.document.verification;

import io.digitalworker.document.brief.FactNames;
import io.digitalworker.document.brief.FeatureEvidence;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.brief.Requirement;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.FactKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What lines a sentence may cite: just those of the facts, declarations, quotations and features that it
 * or what stands around it speaks of. That a fact stands there is not enough: it has to be one of these,
 * or one of the same kind that holds the same telling name, as where a setting is declared and where it
 * is read.
 */
final class Subjects {
    private final Map<String, List<Fact>> standing = new HashMap<>();
    private final Map<String, Set<String>> found = new HashMap<>();

    Subjects(Material material) {
        for (Fact fact : material.facts().facts()) {
            standing.computeIfAbsent(fact.evidence().id(), any -> new ArrayList<>()).add(fact);
        }
        for (FeatureEvidence evidence : material.features()) {
            Set<String> places = new HashSet<>();
            evidence.matches().forEach(match -> places.add(match.chunk().evidence().id()));
            found.put(evidence.feature().id(), places);
        }
        for (Requirement requirement : material.requirements()) {
            Set<String> places = new HashSet<>();
            requirement.facts().forEach(fact -> places.add(fact.evidence().id()));
            String feature = requirement.feature().feature().id();
            found.put(requirement.id(), places.isEmpty() ? found.get(feature) : places);
        }
    }

    /**
     * The first place cited that neither the sentence nor what stands around it is about.
     *
     * @param around sentences that belong to it, such as those of its row
     * @param places of facts that belong to it without being told, such as those of an arrow
     */
    Optional<String> foreign(Sentence sentence, List<Sentence> around, Set<String> places) {
        return sentence.evidence().stream()
                .filter(place -> !places.contains(place))
                .filter(place -> !about(List.of(sentence), place) && !about(around, place))
                .findFirst();
    }

    /** Whether the sentence cites or shows the same lines twice. */
    static boolean repeats(Sentence sentence) {
        List<String> shown =
                sentence.spans().stream()
                        .filter(Span.Mention.class::isInstance)
                        .map(Span.Mention.class::cast)
                        .filter(mention -> mention.kind() == MentionKind.CITATION)
                        .map(Span.Mention::id)
                        .toList();
        return Stream.of(sentence.evidence(), shown)
                .anyMatch(places -> new HashSet<>(places).size() < places.size());
    }

    private boolean about(List<Sentence> sentences, String place) {
        return sentences.stream()
                .flatMap(sentence -> sentence.spans().stream())
                .anyMatch(span -> about(span, place));
    }

    private boolean about(Span span, String place) {
        if (span instanceof Span.Quote quote) {
            return quote.source().equals(place);
        }
        if (!(span instanceof Span.Mention mention)) {
            return false;
        }
        return switch (mention.kind()) {
            case FACT, TERM -> stands(mention, place);
            case SYMBOL, SIGNATURE, CITATION -> mention.id().replaceFirst("#.*", "").equals(place);
            case FEATURE, REQUIREMENT ->
                    found.getOrDefault(mention.shown(), Set.of()).contains(place);
            default -> false;
        };
    }

    private boolean stands(Span.Mention mention, String place) {
        int at = mention.id().indexOf('@');
        if (mention.id().substring(at + 1).equals(place)) {
            return true;
        }
        String kind = mention.id().substring(0, Math.max(0, at));
        boolean telling = Relations.tells(mention.shown());
        return standing.getOrDefault(place, List.of()).stream()
                .filter(fact -> FactKind.of(fact).array().equals(kind))
                .anyMatch(
                        fact ->
                                FactNames.headline(fact).equals(mention.shown())
                                        || (telling
                                                && FactNames.of(fact).contains(mention.shown())));
    }
}
