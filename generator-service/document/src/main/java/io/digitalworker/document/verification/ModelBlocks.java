package io.digitalworker.document.verification;

import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.Question;
import io.digitalworker.document.prose.Sentence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes the faulty sentences out of the blocks that a model wrote for a section. For one draft. */
final class ModelBlocks {
    /** Words of a section; more than that is not read. */
    private static final int MOST_WORDS = 2500;

    private final ModelSentences rules;
    private final String section;
    private final Set<String> tokens;
    private final List<DraftFault> faults = new ArrayList<>();
    private final Set<String> told = new HashSet<>();
    private int number;
    private int words;
    private int removed;
    private int inferred;

    ModelBlocks(ModelSentences rules, String section, Set<String> tokens) {
        this.rules = rules;
        this.section = section;
        this.tokens = Set.copyOf(tokens);
    }

    CheckedBlocks checked(List<Block> written) {
        List<Optional<Block>> sound = new ArrayList<>();
        written.forEach(block -> sound.add(sound(block)));
        return new CheckedBlocks(headed(written, sound), faults, removed, inferred);
    }

    List<Question> sound(List<Question> questions) {
        return questions.stream().filter(question -> asks(question.sentence())).toList();
    }

    private boolean asks(Sentence question) {
        return rules.faultsOfQuestion(section, question, tokens).isEmpty();
    }

    /** A heading goes with all that stood below it. */
    private static List<Optional<Block>> headed(List<Block> written, List<Optional<Block>> sound) {
        List<Optional<Block>> headed = new ArrayList<>(sound);
        boolean below = false;
        boolean wrote = false;
        for (int i = written.size() - 1; i >= 0; i--) {
            if (!(written.get(i) instanceof Block.Heading)) {
                below |= sound.get(i).isPresent();
                wrote = true;
            } else {
                if (wrote && !below) {
                    headed.set(i, Optional.empty());
                }
                below = false;
                wrote = false;
            }
        }
        return headed;
    }

    private Optional<Block> sound(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            List<Sentence> kept = prose(paragraph.of());
            return kept.isEmpty() ? Optional.empty() : Optional.of(new Block.Paragraph(kept));
        } else if (block instanceof Block.Bullets bullets) {
            List<Sentence> kept = prose(bullets.items());
            return kept.isEmpty() ? Optional.empty() : Optional.of(new Block.Bullets(kept));
        } else if (block instanceof Block.Heading heading) {
            number++;
            return stands(rules.faultsOfHeading(section, heading.title(), tokens))
                    ? Optional.of(block)
                    : Optional.empty();
        }
        int sentences = (int) block.sentences().count();
        String detail = "tables, listings, figures and quotations are not written by models";
        faults.add(new DraftFault(number + 1, new Fault(section, "no-prose", detail)));
        number += sentences;
        removed += sentences;
        return Optional.empty();
    }

    private List<Sentence> prose(List<Sentence> sentences) {
        List<Sentence> kept = new ArrayList<>();
        for (Sentence sentence : sentences) {
            number++;
            Judgement judged = judged(sentence);
            if (stands(judged.faults())) {
                kept.add(judged.sentence());
                inferred += judged.sentence().claimClass() == ClaimClass.INFERRED ? 1 : 0;
            }
        }
        return kept;
    }

    private Judgement judged(Sentence sentence) {
        words += Words.in(sentence.shown()).size();
        if (words > MOST_WORDS) {
            String detail = "the section has more than " + MOST_WORDS + " words here";
            return new Judgement(sentence, List.of(new Fault(section, "too-many-words", detail)));
        }
        Judgement judged = rules.judged(section, sentence, tokens);
        return !judged.faults().isEmpty() || told.add(Words.key(sentence))
                ? judged
                : new Judgement(
                        sentence,
                        List.of(new Fault(section, "repeated-sentence", "it was said before")));
    }

    private boolean stands(List<Fault> found) {
        found.forEach(fault -> faults.add(new DraftFault(number, fault)));
        removed += found.isEmpty() ? 0 : 1;
        return found.isEmpty();
    }
}
