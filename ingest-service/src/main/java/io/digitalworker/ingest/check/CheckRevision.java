package io.digitalworker.ingest.check;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.FieldError;
import io.digitalworker.api.RevisionAnswer;
import io.digitalworker.api.RevisionRecord;
import io.digitalworker.api.RevisionRequest;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks what is asked of documents: first by itself, then against what the documents have. */
@Singleton
public final class CheckRevision {
    /** The request in a body of JSON. */
    public Checked<RevisionRequest> check(byte[] body) {
        return RevisionJson.read(body);
    }

    /**
     * The same request, if its questions and sections are there. A question that was answered before may be
     * answered again.
     *
     * @param before what was asked of the documents until now
     */
    public Checked<RevisionRequest> against(
            PublishedNames names, RevisionRecord before, RevisionRequest request) {
        Set<String> questions = new HashSet<>(names.questions());
        before.steps()
                .forEach(
                        step ->
                                step.request().answers().stream()
                                        .map(RevisionAnswer::questionId)
                                        .forEach(questions::add));
        List<FieldError> faults = new ArrayList<>();
        for (int i = 0; i < request.answers().size(); i++) {
            if (!questions.contains(request.answers().get(i).questionId())) {
                faults.add(
                        new FieldError(
                                "answers[" + i + "].questionId",
                                "is no question of these documents"));
            }
        }
        for (int i = 0; i < request.sections().size(); i++) {
            if (!names.sections().contains(request.sections().get(i))) {
                faults.add(
                        new FieldError("sections[" + i + "]", "is no section of these documents"));
            }
        }
        return faults.isEmpty()
                ? new Checked.Sound<>(request)
                : new Checked.Faulty<>(ErrorCode.REVISION_UNRELATED, faults);
    }
}
