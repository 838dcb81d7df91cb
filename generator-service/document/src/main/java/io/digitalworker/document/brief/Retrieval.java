package io.digitalworker.document.brief;

import io.digitalworker.api.Feature;
import io.digitalworker.document.brief.FeatureEvidence.Match;
import io.digitalworker.facts.Facts;
import io.digitalworker.facts.source.SourceFile;
import io.digitalworker.facts.source.SourceTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds the code that fits a feature (design §5, retrieval). An index in memory ranks the chunks; how
 * well one fits is its <em>coverage</em>: the share of the feature's words that it holds in name, path
 * or body, each word weighted by its rarity in this code (inverse document frequency). A word that the
 * code does not know at all weighs most, so that a feature nobody implemented stays low however often
 * its everyday words occur. The comment above a declaration belongs to it; words that only the rest of
 * the file holds count by half, and long texts, which hold many words by chance, for less. Close it to release the index. For one thread.
 */
public final class Retrieval implements AutoCloseable {
    private static final int CANDIDATES = 120;

    /** Three fields each make a clause, and a query may have 1,024. */
    private static final int MAX_TERMS = 300;

    private static final int PER_TYPE = 3;

    /** Lines up to which a text counts in full. */
    private static final double CONCISE = 120;

    /** What a word in the same file counts, against one in the chunk itself. */
    private static final double NEARBY = 0.5;

    /** A match is listed from this share of the best coverage on. */
    private static final double NEAR_BEST = 0.55;

    private final SourceTree tree;
    private final CodeWords words;
    private final CodeIndex index;
    private final Map<String, Integer> chunksWithTerm;

    private Retrieval(
            SourceTree tree,
            CodeWords words,
            CodeIndex index,
            Map<String, Integer> chunksWithTerm) {
        this.tree = tree;
        this.words = words;
        this.index = index;
        this.chunksWithTerm = chunksWithTerm;
    }

    /** Indexes the code of a tree. */
    public static Retrieval over(SourceTree tree, Facts facts) {
        CodeWords words = new CodeWords();
        Map<String, Integer> chunksWithTerm = new HashMap<>();
        try {
            CodeIndex.Filling filling = new CodeIndex.Filling();
            Chunks.cut(
                    tree,
                    facts,
                    (chunk, text) -> {
                        List<String> symbol = words.terms(chunk.symbol());
                        List<String> path = words.terms(chunk.evidence().path());
                        List<String> body = words.terms(text);
                        filling.add(chunk, symbol, path, body);
                        Set<String> terms = new HashSet<>(body);
                        terms.addAll(symbol);
                        terms.addAll(path);
                        terms.forEach(term -> chunksWithTerm.merge(term, 1, Integer::sum));
                    });
            return new Retrieval(tree, words, filling.done(), chunksWithTerm);
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory cannot be written", e);
        }
    }

    /** The code that fits a feature best, at most {@code limit} places, at most three of one type. */
    public FeatureEvidence find(Feature feature, int limit) {
        Set<String> wanted = wanted(feature);
        List<Match> ranked = new ArrayList<>();
        Map<String, Set<String>> files = new HashMap<>();
        for (Chunk chunk : index.search(wanted, CANDIDATES)) {
            ranked.add(new Match(chunk, coverage(wanted, chunk, files)));
        }
        double best = ranked.stream().mapToDouble(Match::coverage).max().orElse(0);
        FeatureStatus status = FeatureEvidence.statusOf(best);
        List<Match> listed =
                status == FeatureStatus.NO_EVIDENCE ? List.of() : listed(ranked, best, limit);
        return new FeatureEvidence(feature, status, best, listed);
    }

    private Set<String> wanted(Feature feature) {
        return words.distinctive(feature.description()).stream()
                .limit(MAX_TERMS)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** By rank in the index; the match with the best coverage is always among them. */
    private static List<Match> listed(List<Match> ranked, double best, int limit) {
        List<Match> listed = new ArrayList<>();
        Map<String, Integer> perType = new HashMap<>();
        Comparator<Match> bestFirst = Comparator.comparingDouble(Match::coverage).reversed();
        Match mustBe = ranked.stream().sorted(bestFirst).findFirst().orElseThrow();
        for (Match match : ranked) {
            boolean room = listed.size() < limit - (listed.contains(mustBe) ? 0 : 1);
            boolean near = match.coverage() >= best * NEAR_BEST;
            boolean must = match.equals(mustBe);
            if (must
                    || (room
                            && near
                            && perType.merge(typeOf(match), 1, Integer::sum) <= PER_TYPE)) {
                listed.add(match);
            }
        }
        listed.sort(bestFirst);
        return listed;
    }

    private static String typeOf(Match match) {
        String symbol = match.chunk().symbol();
        int dot = symbol.lastIndexOf('.');
        boolean member = dot > 0 && !match.chunk().kind().equals(Chunk.FILE);
        return match.chunk().evidence().path() + "#" + (member ? symbol.substring(0, dot) : symbol);
    }

    /** Own words in full; words that only the rest of the file holds by half. */
    private double coverage(Set<String> wanted, Chunk chunk, Map<String, Set<String>> files) {
        SourceFile file = tree.file(chunk.evidence().path()).orElseThrow();
        Set<String> own = new HashSet<>(words.terms(Chunks.text(tree.text(file), chunk)));
        own.addAll(words.terms(chunk.symbol()));
        own.addAll(words.terms(file.path()));
        Set<String> around =
                files.computeIfAbsent(
                        file.path(), path -> Set.copyOf(words.terms(tree.text(file).text())));
        double all = 0;
        double found = 0;
        double near = 0;
        for (String term : wanted) {
            double weight = rarity(term);
            all += weight;
            found += own.contains(term) ? weight : 0;
            near += !own.contains(term) && around.contains(term) ? weight : 0;
        }
        int lines = chunk.evidence().endLine() - chunk.evidence().startLine() + 1;
        double share = found * byChance(lines) + near * byChance(file.lines()) * NEARBY;
        return all == 0 ? 0 : share / all;
    }

    /** Long texts hold many words by chance: beyond some length they count for less. */
    private static double byChance(int lines) {
        return lines <= CONCISE ? 1 : Math.sqrt(CONCISE / lines);
    }

    private double rarity(String term) {
        int with = chunksWithTerm.getOrDefault(term, 0);
        return 1 + Math.log(1 + (index.size() - with + 0.5) / (with + 0.5));
    }

    @Override
    public void close() {
        index.close();
    }
}
