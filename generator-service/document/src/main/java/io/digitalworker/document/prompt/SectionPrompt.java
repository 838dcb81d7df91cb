package io.digitalworker.document.prompt;

import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.prose.Question;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.facts.source.SourceTree;
import java.util.List;

/** What a model is asked for one section, and what becomes of its answer. */
public final class SectionPrompt {
    private SectionPrompt() {}

    /** Whether the section gains from a model: its content has an instruction, and its language is English. */
    public static boolean isFor(SectionBrief brief) {
        throw new UnsupportedOperationException("to follow: " + brief.section().id());
    }

    /** The prompt of a section, within the limits. */
    public static SectionPrompt of(
            SectionBrief brief, SectionDraft extractive, SourceTree tree, PromptLimits limits) {
        throw new UnsupportedOperationException(
                "to follow: "
                        + brief.section().id()
                        + extractive.reason()
                        + tree.files().size()
                        + limits);
    }

    /** SHA-256 of all that the prompt says but the delimiter, in hexadecimal digits. */
    public String digest() {
        throw new UnsupportedOperationException("to follow");
    }

    /**
     * The first question.
     *
     * @param delimiter random letters and digits that stand around data
     * @throws IllegalArgumentException if the delimiter is too weak or occurs in the data: take another
     */
    public Prompt first(String delimiter) {
        throw new UnsupportedOperationException("to follow: " + delimiter.length());
    }

    /** The question to write an answer again, given what is wrong with it. */
    public Prompt repair(String delimiter, String answer, List<String> faults) {
        throw new UnsupportedOperationException("to follow: " + delimiter + answer + faults);
    }

    /** Reads an answer; a faulty one gives faults, never an exception. */
    public ParsedAnswer parse(String answer) {
        throw new UnsupportedOperationException("to follow: " + answer.length());
    }

    /** The section from what the model wrote and what the extractive draft must not lose. */
    public SectionDraft assemble(List<ParsedAnswer.Part> parts, List<Question> questions) {
        throw new UnsupportedOperationException("to follow: " + parts + questions);
    }
}
