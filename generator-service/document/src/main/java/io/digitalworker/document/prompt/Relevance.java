package io.digitalworker.document.prompt;

import io.digitalworker.document.brief.Chunk;
import io.digitalworker.document.brief.FeatureEvidence;
import io.digitalworker.document.brief.Material;
import io.digitalworker.facts.fact.Call;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.LocalizationKey;
import io.digitalworker.facts.source.Evidence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** In which order things are told, so that each feature has its share when there is no room for all. */
final class Relevance {
    private Relevance() {}

    /** The facts of the features in turns, each feature's nearest first; steps and texts last. */
    static List<Fact> facts(Material material) {
        Set<Fact> first = new LinkedHashSet<>();
        Set<Fact> last = new LinkedHashSet<>();
        List<Fact> inTurns = inTurns(material, id -> material.linked(id).facts());
        inTurns.forEach(fact -> (isDetail(fact) ? last : first).add(fact));
        first.addAll(last);
        return List.copyOf(first);
    }

    private static boolean isDetail(Fact fact) {
        return fact instanceof Call || fact instanceof LocalizationKey;
    }

    /** The code that fits the features, in turns, the best of each first. */
    static List<Chunk> chunks(Material material) {
        List<List<Chunk>> each = new ArrayList<>();
        for (FeatureEvidence feature : material.features()) {
            each.add(feature.matches().stream().map(FeatureEvidence.Match::chunk).toList());
        }
        return List.copyOf(new LinkedHashSet<>(inTurns(each)));
    }

    /** The lines to be shown as source: of facts and of the code that fits, in turns. */
    static List<Evidence> snippets(Material material) {
        List<Evidence> facts = new ArrayList<>();
        for (Fact fact : facts(material)) {
            if (!isDetail(fact)) {
                facts.add(fact.evidence());
            }
        }
        List<Evidence> chunks = chunks(material).stream().map(Chunk::evidence).toList();
        return List.copyOf(new LinkedHashSet<>(inTurns(List.of(facts, chunks))));
    }

    /** Code of the files that fit the features best, in turns, whether or not a fact stands there. */
    static List<Chunk> around(Material material) {
        return List.copyOf(new LinkedHashSet<>(inTurns(material, material::around)));
    }

    private static <T> List<T> inTurns(Material material, Function<String, List<T>> of) {
        return inTurns(
                material.features().stream().map(each -> of.apply(each.feature().id())).toList());
    }

    private static <T> List<T> inTurns(List<List<T>> lists) {
        List<T> all = new ArrayList<>();
        int longest = lists.stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < longest; i++) {
            for (List<T> list : lists) {
                if (i < list.size()) {
                    all.add(list.get(i));
                }
            }
        }
        return all;
    }
}
