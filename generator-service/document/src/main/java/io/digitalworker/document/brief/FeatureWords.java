package io.digitalworker.document.brief;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The words that tell a feature from others, and those of its module, each weighted by its rarity in
 * the code.
 *
 * @param own weights of the feature's words, by term
 * @param module weights of the words of the module's name that the code has; may be empty
 */
record FeatureWords(CodeWords words, Map<String, Double> own, Map<String, Double> module) {
    /** The share of the feature's words, weighted by rarity, that the names of a fact must hold. */
    private static final double NAMED = 0.22;

    /** The same for one whose names have nothing to do with the module. */
    private static final double NAMED_ELSEWHERE = 0.4;

    FeatureWords {
        own = Map.copyOf(own);
        module = Map.copyOf(module);
    }

    /** The share of the words of feature and module that a name holds, by weight, 0 to 1. */
    double share(String name) {
        Map<String, Double> all = new HashMap<>(own);
        all.putAll(module);
        return share(all, new HashSet<>(words.terms(name)));
    }

    /** Whether a name says enough of the feature to belong to it. */
    boolean name(String name) {
        Set<String> terms = new HashSet<>(words.terms(name));
        boolean here = module.isEmpty() || module.keySet().stream().anyMatch(terms::contains);
        return share(own, terms) >= (here ? NAMED : NAMED_ELSEWHERE);
    }

    private static double share(Map<String, Double> weights, Set<String> terms) {
        double all = 0;
        double found = 0;
        for (Map.Entry<String, Double> word : weights.entrySet()) {
            all += word.getValue();
            found += terms.contains(word.getKey()) ? word.getValue() : 0;
        }
        return all == 0 ? 0 : found / all;
    }
}
