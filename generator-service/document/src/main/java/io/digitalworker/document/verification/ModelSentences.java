package io.digitalworker.document.verification;

import io.digitalworker.document.brief.Material;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.facts.source.SourceTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The rules for a sentence that a model wrote. May be used by several threads. */
final class ModelSentences {
    private static final String RELATION = "unproven-relation";

    private final SentenceCheck check;

    private ModelSentences(SentenceCheck check) {
        this.check = check;
    }

    static ModelSentences of(SourceTree tree, Material material) {
        Universe universe = new Universe(tree, material);
        return new ModelSentences(new SentenceCheck(universe, material));
    }

    /** A sentence of a paragraph or list: sound as it is, sound as a conclusion, or faulty. */
    Judgement judged(String section, Sentence sentence, Set<String> tokens) {
        Sentence extracted = as(ClaimClass.EXTRACTED, sentence);
        List<Fault> faults = new ArrayList<>(check.another().faultsOfProse(section, extracted));
        boolean related = faults.stream().noneMatch(fault -> fault.rule().equals(RELATION));
        faults.removeIf(fault -> fault.rule().equals(RELATION));
        if (faults.isEmpty()) {
            faults.addAll(check.faultsOfPlaces(section, extracted, List.of(), Set.of()));
        }
        boolean proven = related && sentence.claimClass() == ClaimClass.EXTRACTED;
        return new Judgement(proven ? extracted : as(ClaimClass.INFERRED, sentence), faults);
    }

    List<Fault> faultsOfHeading(String section, Sentence title, Set<String> tokens) {
        return check.another().faults(section, title);
    }

    List<Fault> faultsOfQuestion(String section, Sentence question, Set<String> tokens) {
        return check.another().faults(section, question);
    }

    private static Sentence as(ClaimClass claimClass, Sentence sentence) {
        return new Sentence(sentence.spans(), claimClass, sentence.evidence());
    }
}
