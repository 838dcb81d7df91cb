package io.digitalworker.document.verification;

import io.digitalworker.document.brief.Material;
import io.digitalworker.document.prose.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether the words of a sentence run on as they do in a comment or literal of a file that a prompt may
 * show or the sentence cites: such words are somebody else's. Runs are compared without the words that
 * only hold others together, by stem, against the text as it stands and as it can be decoded.
 */
final class CopiedWords {
    private static final int RUN = 5;

    /** Of a run, so many words at least are plain ones: names may stand in a row as in any comment. */
    private static final int PLAIN = 3;

    private final CodeTexts code;
    private final Set<Integer> shown;
    private final Set<String> files;

    CopiedWords(Material material, CodeTexts code) {
        this.code = code;
        this.files = files(material);
        Stems stems = new Stems();
        Set<Integer> runs = new HashSet<>();
        files.forEach(path -> runs.addAll(runs(path, stems)));
        this.shown = Set.copyOf(runs);
    }

    /** The files of what belongs to a feature. */
    private static Set<String> files(Material material) {
        Set<String> files = new LinkedHashSet<>();
        material.features()
                .forEach(
                        feature ->
                                feature.matches()
                                        .forEach(
                                                match ->
                                                        files.add(
                                                                match.chunk().evidence().path())));
        material.linked().facts().forEach(fact -> files.add(fact.evidence().path()));
        return files;
    }

    private Set<Integer> runs(String path, Stems stems) {
        Set<Integer> runs = new HashSet<>();
        for (String prose : code.prose(path)) {
            for (String reading : Readings.of(prose)) {
                List<String> words = content(reading, stems);
                for (int i = 0; i + RUN <= words.size(); i++) {
                    runs.add(words.subList(i, i + RUN).hashCode());
                }
            }
        }
        return runs;
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
        Set<Integer> cited = new HashSet<>();
        told.places().stream()
                .map(Place::path)
                .filter(path -> !files.contains(path))
                .distinct()
                .forEach(path -> cited.addAll(runs(path, stems)));
        for (int i = 0; i + RUN <= words.size(); i++) {
            int hash = words.subList(i, i + RUN).hashCode();
            long own = plain.subList(i, i + RUN).stream().filter(is -> is).count();
            if (own >= PLAIN && (shown.contains(hash) || cited.contains(hash))) {
                return true;
            }
        }
        return false;
    }
}
