package io.digitalworker.document.brief;

import io.digitalworker.facts.Facts;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Call;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Ranks whole files for words (docs/retrieval.md). Names, path and text of a file are one document of three
 * fields, weighted before the saturation of BM25 (Robertson, Zaragoza and Taylor, "Simple BM25 extension to
 * multiple weighted fields", 2004). What its best chunk scores is added, since a long file has a little of
 * everything; and a share of what the files score that it calls or is called from, since a change seldom
 * stays in one file. Filled chunk by chunk by one thread.
 */
final class FileRanking {
    private static final int SYMBOL = 0;
    private static final int PATH = 1;
    private static final int BODY = 2;
    private static final int FIELDS = 3;

    /** How much a word counts in each field, as in {@link CodeIndex}. */
    private static final double[] WEIGHT = {3, 1.5, 1};

    /** How much the length of each field counts against its words; paths differ little in length. */
    private static final double[] LENGTH = {0.75, 0.5, 0.75};

    /** When more of the same word adds little. */
    private static final double SATURATION = 1.2;

    /** The share of its neighbours' scores that a file gets, of the mean of the best. */
    private static final double NEIGHBOURS = 0.2;

    private static final int BEST_NEIGHBOURS = 3;

    private final SoughtTerms sought;
    private final Map<String, Terms> files = new TreeMap<>();
    private final Map<String, Set<String>> neighbours = new HashMap<>();
    private final double[] averages = new double[FIELDS];

    /** A file with what it scores; the best chunk and the best file have one each. */
    record Ranked(String path, double score) {
        static final Comparator<Ranked> BEST_FIRST =
                Comparator.comparingDouble(Ranked::score).reversed().thenComparing(Ranked::path);
    }

    /** How often a file has each of the terms sought, by field, and how long its fields are. */
    private static final class Terms {
        private final Map<String, int[]> counts = new HashMap<>();
        private final long[] lengths = new long[FIELDS];

        void add(int field, SoughtTerms terms, SoughtTerms.Counts counted) {
            long length = counted.others();
            for (int i = 0; i < counted.held(); i++) {
                int number = counted.number(i);
                int count = counted.of(number);
                counts.computeIfAbsent(terms.term(number), any -> new int[FIELDS])[field] += count;
                length += count;
            }
            lengths[field] += length;
        }
    }

    FileRanking(SoughtTerms sought) {
        this.sought = sought;
    }

    /** Adds a chunk of a file with what the counts of its fields hold now. */
    void add(
            String path,
            SoughtTerms.Counts symbol,
            SoughtTerms.Counts ofPath,
            SoughtTerms.Counts body) {
        Terms terms = files.computeIfAbsent(path, any -> new Terms());
        if (terms.lengths[PATH] == 0) {
            terms.add(PATH, sought, ofPath);
        }
        terms.add(SYMBOL, sought, symbol);
        terms.add(BODY, sought, body);
    }

    /** To be called once, after the last chunk. */
    FileRanking done(Facts facts) {
        for (Terms file : files.values()) {
            for (int field = 0; field < FIELDS; field++) {
                averages[field] += (double) file.lengths[field] / files.size();
            }
        }
        Map<String, String> home = new HashMap<>();
        for (TypeDeclaration type : facts.types()) {
            type.members().forEach(m -> home.putIfAbsent(m.qualifiedName(), m.evidence().path()));
        }
        for (Call call : facts.calls()) {
            String from = call.evidence().path();
            String to = home.getOrDefault(call.to(), from);
            if (!to.equals(from)) {
                neighbours.computeIfAbsent(from, any -> new TreeSet<>()).add(to);
                neighbours.computeIfAbsent(to, any -> new TreeSet<>()).add(from);
            }
        }
        return this;
    }

    /**
     * The files that hold any of the terms, best first.
     *
     * @param bestChunks the score of the best chunk of a file, by path
     */
    List<Ranked> rank(Set<String> terms, Map<String, Double> bestChunks) {
        Map<String, Double> whole = whole(terms);
        double best = greatest(whole);
        double bestChunk = greatest(bestChunks);
        Map<String, Double> own = new HashMap<>();
        whole.forEach(
                (path, score) -> {
                    double chunk = bestChunks.getOrDefault(path, 0.0) / bestChunk;
                    own.put(path, score / best + chunk);
                });
        List<Ranked> ranked = new ArrayList<>();
        own.forEach(
                (path, score) ->
                        ranked.add(new Ranked(path, score + NEIGHBOURS * around(path, own))));
        ranked.sort(Ranked.BEST_FIRST);
        return ranked;
    }

    private Map<String, Double> whole(Set<String> terms) {
        Map<String, Double> rarity = new TreeMap<>();
        terms.forEach(term -> rarity.put(term, rarity(term)));
        Map<String, Double> whole = new HashMap<>();
        files.forEach(
                (path, file) -> {
                    double score = score(file, rarity) * CodeIndex.role(path);
                    if (score > 0) {
                        whole.put(path, score);
                    }
                });
        return whole;
    }

    /** The mean of the best neighbours' scores. */
    private double around(String path, Map<String, Double> own) {
        double sum =
                neighbours.getOrDefault(path, Set.of()).stream()
                        .map(other -> own.getOrDefault(other, 0.0))
                        .sorted(Comparator.reverseOrder())
                        .limit(BEST_NEIGHBOURS)
                        .mapToDouble(Double::doubleValue)
                        .sum();
        return sum / BEST_NEIGHBOURS;
    }

    private static double greatest(Map<String, Double> scores) {
        return scores.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
    }

    private double score(Terms file, Map<String, Double> rarity) {
        double score = 0;
        for (Map.Entry<String, Double> term : rarity.entrySet()) {
            int[] counts = file.counts.get(term.getKey());
            if (counts != null) {
                double weighted = weighted(file, counts);
                score += term.getValue() * weighted / (SATURATION + weighted);
            }
        }
        return score;
    }

    private double weighted(Terms file, int[] counts) {
        double weighted = 0;
        for (int field = 0; field < FIELDS; field++) {
            double length = file.lengths[field] / Math.max(1, averages[field]);
            weighted +=
                    WEIGHT[field] * counts[field] / (1 - LENGTH[field] + LENGTH[field] * length);
        }
        return weighted;
    }

    private double rarity(String term) {
        long with = files.values().stream().filter(f -> f.counts.containsKey(term)).count();
        return Math.log(1 + (files.size() - with + 0.5) / (with + 0.5));
    }
}
