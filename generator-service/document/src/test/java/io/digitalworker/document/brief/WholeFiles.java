package io.digitalworker.document.brief;

import io.digitalworker.facts.source.SourceFile;
import io.digitalworker.facts.source.SourceTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;

/** What retrieval is measured against: BM25 over whole files, words split where case changes. */
final class WholeFiles implements AutoCloseable {
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    WholeFiles(SourceTree tree, Predicate<SourceFile> among) throws IOException {
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        try (IndexWriter writer =
                new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
            for (SourceFile file : tree.files()) {
                if (among.test(file)) {
                    Document document = new Document();
                    document.add(new StringField("path", file.path(), Field.Store.YES));
                    String text = file.path() + "\n" + tree.text(file).text();
                    String words = String.join(" ", words(text));
                    document.add(new TextField("text", words, Field.Store.NO));
                    writer.addDocument(document);
                }
            }
        }
        this.reader = DirectoryReader.open(directory);
        this.searcher = new IndexSearcher(reader);
        this.searcher.setSimilarity(new BM25Similarity());
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        CodeWords.runs(
                text,
                run -> {
                    String[] parts =
                            run.split(
                                    "(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=\\D)(?=\\d)|(?<=\\d)(?=\\D)");
                    for (String part : parts) {
                        words.add(part.toLowerCase(Locale.ROOT));
                    }
                    if (parts.length > 1) {
                        words.add(run.toLowerCase(Locale.ROOT));
                    }
                });
        return words;
    }

    List<String> files(String query, int limit) throws IOException {
        Set<String> terms = new TreeSet<>(words(query));
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        terms.forEach(
                term -> any.add(new TermQuery(new Term("text", term)), BooleanClause.Occur.SHOULD));
        List<String> paths = new ArrayList<>();
        for (ScoreDoc found : searcher.search(any.build(), limit).scoreDocs) {
            paths.add(searcher.storedFields().document(found.doc).get("path"));
        }
        return paths;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
