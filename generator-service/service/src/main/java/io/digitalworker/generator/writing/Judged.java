package io.digitalworker.generator.writing;

import io.digitalworker.document.prompt.ParsedAnswer;
import io.digitalworker.document.prompt.ParsedAnswer.Part;
import io.digitalworker.document.prompt.SectionPrompt;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.Question;
import io.digitalworker.document.verification.CheckedBlocks;
import io.digitalworker.document.verification.DraftCheck;
import io.digitalworker.document.verification.DraftFault;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * An answer as it was read and checked. The same answer is always judged the same.
 *
 * @param parts without the sentences that failed
 * @param faults in words for the model, which name rules and places only
 * @param rules how often each rule was broken
 * @param sentences that the model wrote, readable or not
 * @param sound of these, the ones in {@code parts}
 * @param removed of these, the ones that were taken out
 * @param inferred of the sound ones, those marked as conclusions
 */
record Judged(
        String answer,
        List<Part> parts,
        List<Question> questions,
        List<String> faults,
        Map<String, Integer> rules,
        int sentences,
        int sound,
        int removed,
        int inferred) {
    private static final String UNREADABLE = "unreadable";

    static Judged of(
            String answer,
            SectionPrompt prompt,
            DraftCheck ofDocument,
            String section,
            String delimiter) {
        DraftCheck check = ofDocument.showing(prompt.files());
        ParsedAnswer parsed = prompt.parse(answer);
        List<Block> written = written(parsed);
        CheckedBlocks checked = check.check(section, written, Set.of(delimiter));
        int read = (int) written.stream().flatMap(Block::sentences).count();
        return new Judged(
                answer,
                sound(parsed.parts(), checked.sound().iterator()),
                check.sound(section, parsed.questions(), Set.of(delimiter)),
                faults(parsed, checked),
                rules(parsed, checked),
                read + parsed.faults().size(),
                read - checked.removed(),
                checked.removed() + parsed.faults().size(),
                checked.inferred());
    }

    private static List<Block> written(ParsedAnswer parsed) {
        return parsed.parts().stream()
                .filter(Part.Written.class::isInstance)
                .map(part -> ((Part.Written) part).block())
                .toList();
    }

    private static List<Part> sound(List<Part> parts, Iterator<Optional<Block>> checked) {
        List<Part> sound = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Part.Written) {
                checked.next().map(Part.Written::new).ifPresent(sound::add);
            } else {
                sound.add(part);
            }
        }
        return sound;
    }

    private static List<String> faults(ParsedAnswer parsed, CheckedBlocks checked) {
        List<String> faults = new ArrayList<>(parsed.faults());
        for (DraftFault each : checked.faults()) {
            faults.add(
                    "sentence %d: %s: %s"
                            .formatted(
                                    each.sentence(), each.fault().rule(), each.fault().detail()));
        }
        return faults;
    }

    private static Map<String, Integer> rules(ParsedAnswer parsed, CheckedBlocks checked) {
        Map<String, Integer> rules = new TreeMap<>();
        parsed.faults().forEach(fault -> rules.merge(UNREADABLE, 1, Integer::sum));
        checked.faults().forEach(each -> rules.merge(each.fault().rule(), 1, Integer::sum));
        return rules;
    }

    boolean isClean() {
        return faults.isEmpty();
    }

    /** Whether enough is left of it to stand for itself: at least half. */
    boolean isEnough() {
        return sound > 0 && 2 * sound >= sentences;
    }

    /** An answer without faults is better than one that has twice as much and was cut. */
    boolean isBetterThan(Judged other) {
        return worth() > other.worth();
    }

    private int worth() {
        return isClean() ? 2 * sound : sound;
    }
}
