package io.digitalworker.document.brief;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;

/** A Lucene index of chunks in memory: BM25 over names, paths and bodies. */
final class CodeIndex implements AutoCloseable {
    /** How much a word counts in each field: a name says more than a mention. */
    private static final List<Map.Entry<String, Float>> FIELDS =
            List.of(Map.entry("symbol", 3f), Map.entry("path", 1.5f), Map.entry("body", 1f));

    private static final double TEST = 0.4;

    private static final Pattern TEST_PATH =
            Pattern.compile(
                    "(^|.*[/._-])(tests?|specs?|__tests__|e2e)[/._-].*|.*(Tests?|IT|Spec)\\.[a-z]+");

    /** What carries behaviour goes before what only carries data; tests go last. */
    private static final List<Map.Entry<String, Double>> ROLES =
            List.of(
                    Map.entry("migration", 0.7),
                    Map.entry("validator", 0.85),
                    Map.entry("model", 0.85),
                    Map.entry("dto", 0.8),
                    Map.entry("controller", 1.2),
                    Map.entry("service", 1.2),
                    Map.entry("domain", 1.15),
                    Map.entry("entit", 1.15));

    private final List<Chunk> chunks;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    private CodeIndex(List<Chunk> chunks, DirectoryReader reader) {
        this.chunks = chunks;
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        this.searcher.setSimilarity(new BM25Similarity());
    }

    int size() {
        return chunks.size();
    }

    /** The chunks that fit the terms best, best first; equal ones by place. */
    List<Chunk> search(Set<String> terms, int limit) {
        return hits(terms, limit).stream().map(Hit::chunk).toList();
    }

    /** The same with their scores. */
    List<Hit> hits(Set<String> terms, int limit) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (String term : terms) {
            FIELDS.forEach(
                    field ->
                            query.add(
                                    new BoostQuery(
                                            new TermQuery(new Term(field.getKey(), term)),
                                            field.getValue()),
                                    BooleanClause.Occur.SHOULD));
        }
        try {
            List<Hit> hits = new ArrayList<>();
            for (ScoreDoc found : searcher.search(query.build(), limit).scoreDocs) {
                Chunk chunk = chunks.get(found.doc);
                hits.add(new Hit(chunk, found.score * role(chunk.evidence().path())));
            }
            hits.sort(Hit.BEST_FIRST);
            return hits;
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory cannot be read", e);
        }
    }

    /** Whether the chunk belongs to a test, by its path. */
    static boolean test(Chunk chunk) {
        return test(chunk.evidence().path());
    }

    static boolean test(String path) {
        return TEST_PATH.matcher(path).matches()
                || TEST_PATH.matcher(path.toLowerCase(Locale.ROOT)).matches();
    }

    static double role(String path) {
        if (test(path)) {
            return TEST;
        }
        String lower = path.toLowerCase(Locale.ROOT);
        return ROLES.stream()
                .filter(role -> lower.contains(role.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .findFirst()
                .orElse(1);
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory cannot be closed", e);
        }
    }

    record Hit(Chunk chunk, double score) {
        static final Comparator<Hit> BEST_FIRST =
                Comparator.comparingDouble(Hit::score)
                        .reversed()
                        .thenComparing(hit -> hit.chunk().evidence())
                        .thenComparing(hit -> hit.chunk().symbol());
    }

    /** An index that is being written. */
    static final class Filling {
        private static final FieldType WORDS = words();
        private final List<Chunk> chunks = new ArrayList<>();
        private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
        private final IndexWriter writer;
        private final Document document = new Document();

        /** @param counts of each field, which each further chunk fills anew */
        Filling(SoughtTerms terms, Map<String, SoughtTerms.Counts> counts) throws IOException {
            // one segment as long as the buffer holds, so that document numbers are chunk numbers
            writer =
                    new IndexWriter(
                            directory,
                            new IndexWriterConfig(new KeywordAnalyzer())
                                    .setRAMBufferSizeMB(32)
                                    .setMergePolicy(NoMergePolicy.INSTANCE));
            FIELDS.forEach(
                    field -> {
                        String name = field.getKey();
                        SoughtTerms.Counts own = Objects.requireNonNull(counts.get(name), name);
                        Words words = new Words(terms, own);
                        document.add(new Field(name, words, WORDS));
                    });
        }

        /** Adds a chunk with what the counts hold now. */
        void add(Chunk chunk) {
            try {
                writer.addDocument(document);
            } catch (IOException e) {
                throw new UncheckedIOException("an index in memory cannot be written", e);
            }
            chunks.add(chunk);
        }

        CodeIndex done() throws IOException {
            writer.close();
            return new CodeIndex(chunks, DirectoryReader.open(directory));
        }

        private static FieldType words() {
            FieldType type = new FieldType();
            type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
            type.setTokenized(true);
            type.freeze();
            return type;
        }
    }

    /**
     * The terms sought with their counts. All others are one term, the empty one: BM25 asks how long a
     * text is.
     */
    private static final class Words extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
        private final SoughtTerms terms;
        private final SoughtTerms.Counts counts;
        private int next;

        Words(SoughtTerms terms, SoughtTerms.Counts counts) {
            this.terms = terms;
            this.counts = counts;
        }

        @Override
        public void reset() {
            next = 0;
        }

        @Override
        public boolean incrementToken() {
            clearAttributes();
            boolean sought = next < counts.held();
            if (next > counts.held() || (!sought && counts.others() == 0)) {
                return false;
            }
            int number = sought ? counts.number(next) : -1;
            term.append(sought ? terms.term(number) : "");
            frequency.setTermFrequency(sought ? counts.of(number) : counts.others());
            next++;
            return true;
        }
    }
}
