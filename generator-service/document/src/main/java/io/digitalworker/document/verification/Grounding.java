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
    /** Plain words beyond what is borne out, in a sentence of several names; else none. */
    private static final int FREE = 1;

    private static final Set<String> JUDGEMENTS = judgements();

    private final Vocabulary vocabulary = Vocabulary.STANDARD;
    private final Telling telling = Telling.STANDARD;
    private final Set<String> subject = new HashSet<>();
    private final Set<String> described = new HashSet<>();

    Grounding(Material material) {
        Stems stems = new Stems();
        subject.addAll(Words.in(material.moduleName()));
        subject.addAll(
                Words.in(String.join(" ", material.moduleName().split("(?<=[a-z])(?=[A-Z])"))));
        described.addAll(stems.in(material.moduleName()));
        material.descriptor()
                .features()
                .forEach(feature -> described.addAll(stems.in(feature.description())));
    }

    private static Set<String> judgements() {
        Stems stems = new Stems();
        Set<String> judgements = new HashSet<>();
        WordList.lines("judgement-words.txt").forEach(line -> judgements.addAll(stems.in(line)));
        return judgements;
    }

    /** Faults of a sentence that states something. */
    List<Fault> ofStatement(
            String section, Told told, Ground ground, Stems stems, Set<String> proving) {
        return faults(section, told, ground, stems, true, proving);
    }

    /** Faults of a heading or a question, which state nothing. */
    List<Fault> ofName(String section, Told told, Ground ground, Stems stems) {
        return faults(section, told, ground, stems, false, Set.of());
    }

    private List<Fault> faults(
            String section,
            Told told,
            Ground ground,
            Stems stems,
            boolean states,
            Set<String> proving) {
        List<Fault> faults = new ArrayList<>();
        int at = 0;
        int free = 0;
        Set<String> shown = new HashSet<>();
        told.mentions().forEach(mention -> shown.addAll(stems.in(mention.shown())));
        boolean first = told.spans().isEmpty() || told.spans().get(0) instanceof Span.Text;
        for (String word : told.words()) {
            at++;
            String stem = stems.of(word);
            String lower = word.toLowerCase(Locale.ROOT);
            if (!vocabulary.isAcronym(word)) {
                if (capital(word) && states && !first && !subject.contains(word)) {
                    faults.add(ModelRule.ROUTE_NAME.in(section, at));
                } else if (JUDGEMENTS.contains(stem) && !judged(stem, told, shown, ground)) {
                    faults.add(ModelRule.JUDGEMENT.in(section, at));
                } else if (!known(lower, stem, ground)) {
                    faults.add(ModelRule.UNGROUNDED.in(section, at));
                } else if (states && tells(lower, stem, ground)) {
                    faults.add(ModelRule.TELLING.in(section, at));
                } else if (!proving.contains(stem) && free(lower, stem, ground)) {
                    free++;
                }
            }
            first = false;
        }
        if (states && free > (told.names().size() < 2 ? 0 : FREE)) {
            faults.add(ModelRule.SAYS_MORE.in(section));
        }
        return faults;
    }

    /** Whether a name mentioned has the word, or a feature that is named with no code beside it. */
    private static boolean judged(String stem, Told told, Set<String> shown, Ground ground) {
        return shown.contains(stem) || (told.names().isEmpty() && ground.features().contains(stem));
    }

    private boolean tells(String word, String stem, Ground ground) {
        return !vocabulary.isPlain(word)
                && !ground.kinds().contains(stem)
                && !telling.borneOut(stem, ground);
    }

    /** Whether the word is plain English that nothing named or cited has. */
    private boolean free(String word, String stem, Ground ground) {
        return !vocabulary.isFunctionWord(word)
                && !Universals.judges(word)
                && !telling.has(stem)
                && !ground.has(stem);
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
