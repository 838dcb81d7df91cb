package io.digitalworker.generator.writing;

import io.digitalworker.document.prompt.Prompt;
import io.digitalworker.document.prompt.SectionPrompt;
import io.digitalworker.document.publication.SectionWriting;
import io.digitalworker.document.verification.DraftCheck;
import io.digitalworker.generator.model.Called;
import io.digitalworker.generator.model.Lack;
import io.digitalworker.generator.model.Model;
import io.digitalworker.generator.model.ModelAnswer;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One section with its models: the draft, what is wrong with it, at most two repairs. What is faulty then
 * is cut; if too little is left, the section is not a model's. At most {@value #TRIES} tries of each of two
 * models and {@value #REPAIRS} repairs are paid for.
 */
final class SectionConversation {
    private static final int TRIES = 2;
    private static final int REPAIRS = 2;

    /** After these the same model is tried again. */
    private static final Set<Lack> TRIED_AGAIN =
            EnumSet.of(Lack.EMPTY, Lack.TRUNCATED, Lack.TIMED_OUT, Lack.UNAVAILABLE);

    private static final List<String> ASK_FOR_LESS =
            List.of("the answer was longer than it may be: write half as many sentences");

    private final Editors editors;
    private final String document;
    private final String section;
    private final Question question;
    private final DraftCheck check;
    private final String delimiter;
    private final Expense expense = new Expense();

    /** The prompt as it is read, and as a model is sent it. */
    interface Question {
        SectionPrompt whole();

        SectionPrompt within(double bytesPerToken);
    }

    SectionConversation(
            Editors editors,
            String document,
            String section,
            Question question,
            DraftCheck check,
            String delimiter) {
        this.editors = editors;
        this.document = document;
        this.section = section;
        this.question = question;
        this.check = check;
        this.delimiter = delimiter;
    }

    /** The section as it is to be kept. */
    Checkpoint hold() {
        Lack reason = null;
        for (Model model : editors.models().all()) {
            Draft draft = draft(model);
            if (draft.judged() != null) {
                return written(model, draft.judged(), reason);
            }
            reason = draft.lack();
            if (reason != null && reason.ofAllModels()) {
                break;
            }
        }
        return new Checkpoint(delimiter, "", writing("", 0, 0, reason));
    }

    /** What a model brought: one of them. */
    private record Draft(@Nullable Judged judged, @Nullable Lack lack) {
        static Draft without(Lack lack) {
            return new Draft(null, lack);
        }
    }

    private Draft draft(Model model) {
        SectionPrompt sent = question.within(editors.calls().bytesPerToken(model));
        Prompt next = sent.first(delimiter);
        Lack lack = Lack.EMPTY;
        for (int tried = 0; tried < TRIES; tried++) {
            Called called = ask(model, next);
            if (called instanceof Called.Without without) {
                lack = without.why();
            } else {
                ModelAnswer answer = ((Called.Answered) called).answer();
                if (answer.ending() == ModelAnswer.Ending.COMPLETE) {
                    return repaired(model, sent, judge(answer.text()));
                }
                lack = lack(answer.ending());
                next = lack == Lack.TRUNCATED ? shorter(sent, answer) : next;
            }
            if (!TRIED_AGAIN.contains(lack)) {
                break;
            }
        }
        return Draft.without(lack);
    }

    private Prompt shorter(SectionPrompt sent, ModelAnswer answer) {
        return sent.repair(delimiter, answer.text(), ASK_FOR_LESS);
    }

    private static Lack lack(ModelAnswer.Ending ending) {
        return switch (ending) {
            case TRUNCATED -> Lack.TRUNCATED;
            case REFUSED -> Lack.REFUSED;
            case EMPTY, COMPLETE -> Lack.EMPTY;
        };
    }

    /** Tells the model what is wrong, as long as that may help. */
    private Draft repaired(Model model, SectionPrompt sent, Judged first) {
        Judged best = first;
        Judged last = first;
        for (int repairs = 0; repairs < REPAIRS && !last.isClean(); repairs++) {
            Called called = ask(model, sent.repair(delimiter, last.answer(), last.faults()));
            if (!(called instanceof Called.Answered answered)
                    || answered.answer().ending() != ModelAnswer.Ending.COMPLETE) {
                break;
            }
            expense.repaired();
            last = judge(answered.answer().text());
            best = last.isBetterThan(best) ? last : best;
        }
        return best.isEnough() ? new Draft(best, null) : Draft.without(Lack.UNSOUND);
    }

    private Called ask(Model model, Prompt prompt) {
        Called called =
                editors.calls().ask(editors.asker(), model, prompt, editors.models().maxTokens());
        expense.add(called);
        return called;
    }

    private Judged judge(String answer) {
        Judged judged = Judged.of(answer, question.whole(), check, section, delimiter);
        expense.add(judged);
        return judged;
    }

    private Checkpoint written(Model model, Judged judged, @Nullable Lack before) {
        return new Checkpoint(
                delimiter,
                judged.answer(),
                writing(model.id(), judged.removed(), judged.inferred(), before));
    }

    private SectionWriting writing(String model, int removed, int inferred, @Nullable Lack reason) {
        return new SectionWriting(
                document,
                section,
                model.isEmpty() ? SectionWriting.EXTRACTIVE : SectionWriting.BY_MODEL,
                model,
                reason == null ? "" : reason.key(),
                expense.calls(),
                expense.repairs(),
                removed,
                inferred,
                expense.faults(),
                expense.use().in(),
                expense.use().out(),
                expense.use().cached(),
                expense.microUsd());
    }
}
