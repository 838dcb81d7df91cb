package io.digitalworker.document.brief;

import io.digitalworker.api.Descriptor;
import io.digitalworker.api.Feature;
import io.digitalworker.document.brief.FeatureEvidence.Match;
import io.digitalworker.facts.Facts;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.source.SourceFile;
import io.digitalworker.facts.source.SourceTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds the code that fits a feature (design §5, retrieval). An index in memory ranks the chunks; how
 * well one fits is its <em>coverage</em>: the share of the feature's words that it holds in name, path
 * or body, each word weighted by its rarity in this code (inverse document frequency). A word that the
 * code does not know at all weighs most, so that a feature nobody implemented stays low however often
 * its everyday words occur. The words of the module's name tell where to look: they order what fits,
 * but add nothing to the coverage. Tests fit by half. The comment above a declaration belongs to it; words that only the rest of
 * the file holds count by half, and long texts, which hold many words by chance, for less. Close it to release the index. For one thread.
 */
public final class Retrieval implements AutoCloseable {
    private static final int CANDIDATES = 120;
    private static final int CHUNKS_OF_FILES = 1_000;

    /** Three fields each make a clause, and a query may have 1,024. */
    private static final int MAX_TERMS = 300;

    private static final int PER_TYPE = 3;

    /** Pieces of a file around a feature. */
    private static final int PER_FILE = 2;

    /** Lines up to which a text counts in full. */
    private static final double CONCISE = 120;

    /** What a word in the same file counts, against one in the chunk itself. */
    private static final double NEARBY = 0.5;

    /** What a test's words count, against those of the code that it tests. */
    private static final double TEST = 0.5;

    /** The same for a constructor, which names much and does little. */
    private static final double CONSTRUCTOR = 0.7;

    /** The same for a piece of a file, such as a view, which shows more than it decides. */
    private static final double PIECE = 0.8;

    /** What counts of a fit that holds no word of the module's name. */
    private static final double ELSEWHERE = 2.0 / 3;

    /** A code that lacks this share of a feature's words, by weight, has hardly heard of it. */
    private static final double FOREIGN = 2.0 / 3;

    /** What the words of such a feature count: they are everyday ones, met by chance. */
    private static final double BY_CHANCE = 0.5;

    /** A match is listed from this share of the best fit on. */
    private static final double NEAR_BEST = 0.55;

    private final SourceTree tree;
    private final CodeWords words;
    private final SoughtTerms sought;
    private final CodeIndex index;
    private final FileRanking ranking;
    private final Map<String, Integer> chunksWithTerm;

    private Retrieval(
            SourceTree tree,
            CodeWords words,
            SoughtTerms sought,
            CodeIndex index,
            FileRanking ranking,
            Map<String, Integer> chunksWithTerm) {
        this.tree = tree;
        this.words = words;
        this.sought = sought;
        this.index = index;
        this.ranking = ranking;
        this.chunksWithTerm = chunksWithTerm;
    }

    /**
     * Indexes the code of a tree for what a descriptor asks.
     *
     * @param submitted with a name of the module; its secrets are not looked for
     */
    public static Retrieval over(SourceTree tree, Facts facts, Descriptor submitted) {
        Descriptor descriptor = RedactedDescriptor.of(submitted);
        CodeWords words = new CodeWords();
        Set<String> asked = wanted(words, Objects.requireNonNull(descriptor.moduleName()));
        descriptor.features().forEach(each -> asked.addAll(wanted(words, each.description())));
        SoughtTerms sought = new SoughtTerms(words, asked);
        SoughtTerms.Counts symbol = sought.new Counts();
        SoughtTerms.Counts path = sought.new Counts();
        SoughtTerms.Counts body = sought.new Counts();
        Map<String, Integer> chunksWithTerm = new HashMap<>();
        FileRanking ranking = new FileRanking(sought);
        try {
            CodeIndex.Filling filling =
                    new CodeIndex.Filling(
                            sought, Map.of("symbol", symbol, "path", path, "body", body));
            Chunks.cut(
                    tree,
                    facts,
                    (chunk, text) -> {
                        symbol.count(chunk.symbol());
                        path.count(chunk.evidence().path());
                        body.count(text);
                        filling.add(chunk);
                        ranking.add(chunk.evidence().path(), symbol, path, body);
                        Set<String> terms = symbol.terms();
                        terms.addAll(path.terms());
                        terms.addAll(body.terms());
                        terms.forEach(term -> chunksWithTerm.merge(term, 1, Integer::sum));
                    });
            return new Retrieval(
                    tree, words, sought, filling.done(), ranking.done(facts), chunksWithTerm);
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory cannot be written", e);
        }
    }

    /**
     * The code that fits a feature best, at most {@code limit} places, at most three of one type.
     *
     * @param feature of the descriptor that the code was indexed for
     * @param module the name of the module that the feature belongs to
     * @throws IllegalArgumentException for words that the code was not indexed for
     */
    public FeatureEvidence find(Feature feature, String module, int limit) {
        Set<String> wanted = wanted(feature.description());
        Set<String> place = known(module);
        Set<String> query = new TreeSet<>(wanted);
        query.addAll(place);
        List<Candidate> ranked = new ArrayList<>();
        Map<String, Set<String>> files = new HashMap<>();
        double known = unknown(wanted) > FOREIGN ? BY_CHANCE : 1;
        for (Chunk chunk : index.search(query, CANDIDATES)) {
            double coverage = coverage(wanted, chunk, files) * known;
            double there = place.isEmpty() ? 1 : coverage(place, chunk, files);
            double fit = coverage * (ELSEWHERE + (1 - ELSEWHERE) * there) * role(chunk);
            ranked.add(new Candidate(new Match(chunk, coverage), fit));
        }
        List<Match> listed = listed(ranked, limit);
        double best = listed.stream().mapToDouble(Match::coverage).max().orElse(0);
        FeatureStatus status = FeatureEvidence.statusOf(best);
        return new FeatureEvidence(
                feature, status, best, status == FeatureStatus.NO_EVIDENCE ? List.of() : listed);
    }

    /**
     * The files that fit a feature best, best first: those of whatever it may touch, where {@link #find}
     * gives the few places that show it.
     *
     * @param module the name of the module that the feature belongs to; empty if it is of no module
     * @throws IllegalArgumentException for words that the code was not indexed for
     */
    public List<String> files(Feature feature, String module, int limit) {
        return ranked(feature, module).stream().limit(limit).map(FileRanking.Ranked::path).toList();
    }

    /** The same for several features of a module: what fits one of them well, or many of them. */
    public List<String> files(List<Feature> features, String module, int limit) {
        Map<String, Double> sums = new HashMap<>();
        for (Feature feature : features) {
            for (FileRanking.Ranked each : ranked(feature, module)) {
                sums.merge(each.path(), each.score(), Double::sum);
            }
        }
        return sums.entrySet().stream()
                .map(each -> new FileRanking.Ranked(each.getKey(), each.getValue()))
                .sorted(FileRanking.Ranked.BEST_FIRST)
                .limit(limit)
                .map(FileRanking.Ranked::path)
                .toList();
    }

    /**
     * The code of these files that fits a feature best: the best piece of each, by file, then the second
     * best of each. A file without any piece among the {@value #CHUNKS_OF_FILES} best has none here.
     *
     * @throws IllegalArgumentException for words that the code was not indexed for
     */
    public List<Chunk> around(Feature feature, String module, int files) {
        List<CodeIndex.Hit> hits = hits(feature, module);
        Map<String, List<Chunk>> byFile = new LinkedHashMap<>();
        ranked(feature, module, hits).stream()
                .limit(files)
                .forEach(each -> byFile.put(each.path(), new ArrayList<>()));
        for (CodeIndex.Hit hit : hits) {
            List<Chunk> own = byFile.get(hit.chunk().evidence().path());
            if (own != null && own.size() < PER_FILE) {
                own.add(hit.chunk());
            }
        }
        List<Chunk> around = new ArrayList<>();
        for (int i = 0; i < PER_FILE; i++) {
            for (List<Chunk> own : byFile.values()) {
                own.stream().skip(i).limit(1).forEach(around::add);
            }
        }
        return List.copyOf(around);
    }

    private List<FileRanking.Ranked> ranked(Feature feature, String module) {
        return ranked(feature, module, hits(feature, module));
    }

    private List<CodeIndex.Hit> hits(Feature feature, String module) {
        return index.hits(query(feature, module), CHUNKS_OF_FILES);
    }

    private Set<String> query(Feature feature, String module) {
        Set<String> query = new TreeSet<>(wanted(feature.description()));
        query.addAll(known(module));
        return query;
    }

    private List<FileRanking.Ranked> ranked(
            Feature feature, String module, List<CodeIndex.Hit> hits) {
        Map<String, Double> bestChunk = new HashMap<>();
        for (CodeIndex.Hit hit : hits) {
            bestChunk.merge(hit.chunk().evidence().path(), hit.score(), Math::max);
        }
        return ranking.rank(query(feature, module), bestChunk);
    }

    DocComments comments() {
        return new DocComments(tree);
    }

    private static double role(Chunk chunk) {
        double does = chunk.kind().equals(MemberKind.CONSTRUCTOR.key()) ? CONSTRUCTOR : 1;
        double declares = chunk.kind().equals(Chunk.FILE) ? PIECE : 1;
        return does * declares * (CodeIndex.test(chunk) ? TEST : 1);
    }

    /** The words of a feature and of its module with their weights. */
    FeatureWords words(Feature feature, String module) {
        return new FeatureWords(
                words, weights(wanted(feature.description())), weights(known(module)));
    }

    private Map<String, Double> weights(Set<String> terms) {
        Map<String, Double> weights = new HashMap<>();
        terms.forEach(term -> weights.put(term, rarity(term)));
        return weights;
    }

    private Set<String> wanted(String description) {
        Set<String> wanted = wanted(words, description);
        for (String term : wanted) {
            if (!sought.contains(term)) {
                throw new IllegalArgumentException("the code was not indexed for " + term);
            }
        }
        return wanted;
    }

    private static Set<String> wanted(CodeWords words, String description) {
        return words.distinctive(description).stream()
                .limit(MAX_TERMS)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Of a module's name, the words that the code has: it need not call itself what people call it. */
    private Set<String> known(String module) {
        Set<String> known = wanted(module);
        known.removeIf(term -> !chunksWithTerm.containsKey(term));
        return known;
    }

    /** The share of the words, by weight, that the code does not have at all. */
    private double unknown(Set<String> wanted) {
        double all = wanted.stream().mapToDouble(this::rarity).sum();
        double unknown =
                wanted.stream()
                        .filter(term -> !chunksWithTerm.containsKey(term))
                        .mapToDouble(this::rarity)
                        .sum();
        return all == 0 ? 0 : unknown / all;
    }

    /** By rank in the index; what fits best is always among them, and comes first. */
    private static List<Match> listed(List<Candidate> ranked, int limit) {
        List<Candidate> listed = new ArrayList<>();
        Map<String, Integer> perType = new HashMap<>();
        Comparator<Candidate> bestFirst = Comparator.comparingDouble(Candidate::fit).reversed();
        Candidate mustBe = ranked.stream().sorted(bestFirst).findFirst().orElse(null);
        for (Candidate candidate : ranked) {
            boolean room = listed.size() < limit - (listed.contains(mustBe) ? 0 : 1);
            boolean near = mustBe != null && candidate.fit() >= mustBe.fit() * NEAR_BEST;
            if (candidate.equals(mustBe)
                    || (room
                            && near
                            && perType.merge(typeOf(candidate), 1, Integer::sum)
                                    <= perType(candidate))) {
                listed.add(candidate);
            }
        }
        listed.sort(bestFirst);
        return listed.stream().map(Candidate::match).toList();
    }

    /** The type of a member; pieces of files of one name, as themes have them, count as one type. */
    private static String typeOf(Candidate candidate) {
        Chunk chunk = candidate.match().chunk();
        if (chunk.kind().equals(Chunk.FILE)) {
            return chunk.symbol();
        }
        int dot = chunk.symbol().lastIndexOf('.');
        String type = dot > 0 ? chunk.symbol().substring(0, dot) : chunk.symbol();
        return chunk.evidence().path() + "#" + type;
    }

    private static int perType(Candidate candidate) {
        return candidate.match().chunk().kind().equals(Chunk.FILE) ? 1 : PER_TYPE;
    }

    /** A match with how well it fits, its place within the code considered. */
    private record Candidate(Match match, double fit) {}

    /** Own words in full; words that only the rest of the file holds by half. */
    private double coverage(Set<String> wanted, Chunk chunk, Map<String, Set<String>> files) {
        SourceFile file = tree.file(chunk.evidence().path()).orElseThrow();
        Set<String> own = sought.in(Chunks.text(tree.text(file), chunk));
        own.addAll(sought.in(chunk.symbol()));
        own.addAll(sought.in(file.path()));
        Set<String> around =
                files.computeIfAbsent(file.path(), path -> sought.in(tree.text(file).text()));
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
