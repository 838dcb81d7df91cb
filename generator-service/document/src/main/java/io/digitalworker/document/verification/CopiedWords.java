package io.digitalworker.document.verification;

import io.digitalworker.document.brief.FeatureEvidence;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.prose.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether the words of a sentence run on as they do in a comment or literal of a file that a prompt may
 * show or the sentence cites: such words are somebody else's. Runs are compared without the words that
 * only hold others together, by stem, against the text as it stands and as it can be
 * decoded. May be used by several threads.
 */
final class CopiedWords {
    private static final int RUN = 5;

    /** Of a run, so many words at least are plain ones: names may stand in a row as in any comment. */
    private static final int PLAIN = 3;

    private final CodeTexts code;

    /** What a prompt may show. */
    private final Set<String> files;

    private final Map<String, Set<Integer>> runs;

    CopiedWords(Material material, CodeTexts code) {
        this(code, files(material), new ConcurrentHashMap<>());
    }

    private CopiedWords(CodeTexts code, Set<String> files, Map<String, Set<Integer>> runs) {
        this.code = code;
        this.files = files;
        this.runs = runs;
    }

    /** The same, where a prompt may show further files. */
    CopiedWords showing(Set<String> further) {
        Set<String> all = new LinkedHashSet<>(files);
        all.addAll(further);
        return new CopiedWords(code, all, runs);
    }

    /** The files of what belongs to a feature, and of what fits one. */
    private static Set<String> files(Material material) {
        Set<String> files = new LinkedHashSet<>();
        for (FeatureEvidence feature : material.features()) {
            feature.matches().forEach(match -> files.add(match.chunk().evidence().path()));
            material.around(feature.feature().id())
                    .forEach(chunk -> files.add(chunk.evidence().path()));
        }
        material.linked().facts().forEach(fact -> files.add(fact.evidence().path()));
        return files;
    }

    private Set<Integer> runs(String path) {
        return runs.computeIfAbsent(path, this::read);
    }

    private Set<Integer> read(String path) {
        Stems stems = new Stems();
        Set<Integer> found = new HashSet<>();
        for (String prose : code.prose(path)) {
            for (String reading : Readings.of(prose)) {
                List<String> words = content(reading, stems);
                for (int i = 0; i + RUN <= words.size(); i++) {
                    found.add(words.subList(i, i + RUN).hashCode());
                }
            }
        }
        return Set.copyOf(found);
    }

    private static List<String> content(String text, Stems stems) {
        List<String> content = new ArrayList<>();
        for (String word : Words.in(text)) {
            if (!Vocabulary.STANDARD.isFunctionWord(word.toLowerCase(Locale.ROOT))) {
                content.addAll(stems.in(word));
            }
        }
        return content;
    }

    boolean in(Told told, Stems stems) {
        List<String> words = new ArrayList<>();
        List<Boolean> plain = new ArrayList<>();
        for (Span span : told.spans()) {
            List<String> content = content(span.shown(), stems);
            words.addAll(content);
            content.forEach(word -> plain.add(span instanceof Span.Text));
        }
        Set<String> paths = new HashSet<>(files);
        told.places().forEach(place -> paths.add(place.path()));
        for (int i = 0; i + RUN <= words.size(); i++) {
            int run = words.subList(i, i + RUN).hashCode();
            long own = plain.subList(i, i + RUN).stream().filter(is -> is).count();
            if (own >= PLAIN && paths.stream().anyMatch(path -> runs(path).contains(run))) {
                return true;
            }
        }
        return false;
    }
}
