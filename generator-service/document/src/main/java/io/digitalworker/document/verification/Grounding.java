package io.digitalworker.document.verification;

import io.digitalworker.document.brief.Material;
import io.digitalworker.document.prose.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where a model's own words come from: plain English that says nothing about the code, words of what the
 * sentence names or cites, and words of the features. Others are invented, or taken from what a comment
 * asks for.
 */
final class Grounding {
    private final Vocabulary vocabulary = Vocabulary.STANDARD;
    private final Telling telling = Telling.STANDARD;
    private final Set<String> subject = new HashSet<>();
    private final Set<String> described = new HashSet<>();

    Grounding(Material material) {
        Stems stems = new Stems();
        subject.addAll(Words.in(material.moduleName()));
        subject.addAll(Words.in(String.join(" ", material.moduleName().split("(?<=[a-z])(?=[A-Z])"))));
        described.addAll(stems.in(material.moduleName()));
        material.descriptor()
                .features()
                .forEach(feature -> described.addAll(stems.in(feature.description())));
    }

    /** Faults of a sentence that states something. */
    List<Fault> ofStatement(String section, Told told, Ground ground, Stems stems) {
        return faults(section, told, ground, stems, true);
    }

    /** Faults of a heading or a question, which state nothing. */
    List<Fault> ofName(String section, Told told, Ground ground, Stems stems) {
        return faults(section, told, ground, stems, false);
    }

    private List<Fault> faults(
            String section, Told told, Ground ground, Stems stems, boolean states) {
        List<Fault> faults = new ArrayList<>();
        int at = 0;
        boolean first = told.spans().isEmpty() || told.spans().get(0) instanceof Span.Text;
        for (String word : told.words()) {
            at++;
            String stem = stems.of(word);
            String lower = word.toLowerCase(Locale.ROOT);
            if (!vocabulary.isAcronym(word)) {
                if (capital(word) && states && !first && !subject.contains(word)) {
                    faults.add(ModelRule.ROUTE_NAME.in(section, at));
                } else if (!known(lower, stem, ground)) {
                    faults.add(ModelRule.UNGROUNDED.in(section, at));
                } else if (states && !vocabulary.isPlain(lower) && !telling.borneOut(stem, ground)) {
                    faults.add(ModelRule.TELLING.in(section, at));
                }
            }
            first = false;
        }
        return faults;
    }

    private static boolean capital(String word) {
        return Character.isUpperCase(word.charAt(0));
    }

    private boolean known(String word, String stem, Ground ground) {
        return vocabulary.has(word, stem)
                || Universals.judges(word)
                || telling.has(stem)
                || ground.has(stem)
                || described.contains(stem);
    }
}
