package io.digitalworker.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the documents of a finished job (design §4.1; JSON Schema {@code
 * /schema/revision-request.json}). Like {@link Descriptor}, it may be constructed with any content. Which
 * action takes what:
 *
 * <table>
 * <caption>Fields by action</caption>
 * <tr><th>action</th><th>message</th><th>answers</th><th>sections</th></tr>
 * <tr><td>"answer"</td><td>required</td><td>-</td><td>-</td></tr>
 * <tr><td>{@code revise}</td><td colspan="2">at least one of both</td><td>with a message</td></tr>
 * <tr><td>{@code detail}, {@code simplify}</td><td>may be</td><td>-</td><td>may be</td></tr>
 * <tr><td>{@code approve}</td><td>-</td><td>-</td><td>-</td></tr>
 * </table>
 *
 * @param action one of {@link RevisionAction}, by its key; null where none was named
 * @param message a question or an instruction in the caller's words, up to {@value #MAX_MESSAGE} characters
 * @param answers to open questions, at most {@value #MAX_ANSWERS}, one for each
 * @param sections ids of the sections meant; without them the message tells, or it is all of them
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RevisionRequest(
        @Nullable String action,
        @Nullable String message,
        List<RevisionAnswer> answers,
        List<String> sections) {
    public static final int MAX_BYTES = 512 * 1024;
    public static final int MAX_MESSAGE = 8_000;
    public static final int MAX_ANSWERS = 100;
    public static final int MAX_ANSWER = 4_000;
    private static final Pattern QUESTION = Pattern.compile("Q-[A-Za-z0-9._-]{1,200}");
    private static final Pattern SECTION = Pattern.compile("[a-z][a-z0-9-]{0,99}");

    @SuppressWarnings("NullAway") // JSON may leave them out
    public RevisionRequest {
        answers = answers == null ? List.of() : List.copyOf(answers);
        sections = sections == null ? List.of() : List.copyOf(sections);
    }

    /**
     * The action of a request without faults.
     *
     * @throws IllegalArgumentException if it names none
     */
    public RevisionAction toDo() {
        return RevisionAction.of(action == null ? "" : action);
    }

    /** The message; empty if there is none. */
    public String words() {
        return message == null ? "" : message;
    }

    /** What is wrong with the content, one entry per field; empty when it may be submitted. */
    public List<FieldError> faults() {
        List<FieldError> faults = new ArrayList<>();
        if (message != null && (message.isBlank() || message.length() > MAX_MESSAGE)) {
            faults.add(new FieldError("message", "must have 1 to " + MAX_MESSAGE + " characters"));
        }
        answerFaults(faults);
        sectionFaults(faults);
        if (action == null || RevisionAction.find(action).isEmpty()) {
            faults.add(
                    new FieldError(
                            "action", "must be one of answer, approve, detail, revise, simplify"));
        } else {
            actionFaults(toDo(), faults);
        }
        return List.copyOf(faults);
    }

    private void answerFaults(List<FieldError> faults) {
        if (answers.size() > MAX_ANSWERS) {
            faults.add(new FieldError("answers", "must hold at most " + MAX_ANSWERS));
            return;
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < answers.size(); i++) {
            RevisionAnswer each = answers.get(i);
            String at = "answers[" + i + "]";
            if (!QUESTION.matcher(each.questionId()).matches()) {
                faults.add(new FieldError(at + ".questionId", "is required: Q-…"));
            } else if (!seen.add(each.questionId())) {
                faults.add(new FieldError(at + ".questionId", "is answered twice"));
            }
            if (each.answer().isBlank() || each.answer().length() > MAX_ANSWER) {
                faults.add(
                        new FieldError(
                                at + ".answer", "is required: 1 to " + MAX_ANSWER + " characters"));
            }
        }
    }

    private void sectionFaults(List<FieldError> faults) {
        if (sections.size() > Options.MAX_SECTIONS) {
            faults.add(new FieldError("sections", "must hold at most " + Options.MAX_SECTIONS));
            return;
        }
        for (int i = 0; i < sections.size(); i++) {
            if (!SECTION.matcher(sections.get(i)).matches()) {
                faults.add(new FieldError("sections[" + i + "]", "is no id of a section"));
            }
        }
    }

    private void actionFaults(RevisionAction todo, List<FieldError> faults) {
        boolean told = message != null;
        if (todo == RevisionAction.ANSWER && !told) {
            faults.add(new FieldError("message", "is required: the question"));
        }
        if (todo == RevisionAction.APPROVE && told) {
            faults.add(new FieldError("message", "is not for this action"));
        }
        if (todo == RevisionAction.REVISE && !told && answers.isEmpty()) {
            faults.add(new FieldError("message", "is required where there are no answers"));
        }
        if (todo != RevisionAction.REVISE && !answers.isEmpty()) {
            faults.add(new FieldError("answers", "are not for this action: use revise"));
        }
        boolean meant =
                switch (todo) {
                    case ANSWER, APPROVE -> false;
                    case REVISE -> told;
                    case DETAIL, SIMPLIFY -> true;
                };
        if (!meant && !sections.isEmpty()) {
            faults.add(
                    new FieldError(
                            "sections",
                            todo == RevisionAction.REVISE
                                    ? "say where the message is meant: there is none"
                                    : "are not for this action"));
        }
    }
}
