package io.digitalworker.generator.open;

import io.digitalworker.api.RevisionAnswer;
import io.digitalworker.api.RevisionRecord;
import io.digitalworker.api.RevisionRequest;
import io.digitalworker.facts.source.Redacted;
import java.util.List;

/** What people wrote, before anything of it can reach a document or a prompt. */
final class WithoutSecrets {
    private WithoutSecrets() {}

    static RevisionRecord of(RevisionRecord asked) {
        List<RevisionRecord.Step> steps =
                asked.steps().stream()
                        .map(
                                step ->
                                        new RevisionRecord.Step(
                                                step.jobId(),
                                                step.submittedAt(),
                                                of(step.request())))
                        .toList();
        return new RevisionRecord(asked.root(), asked.submittedAt(), steps);
    }

    private static RevisionRequest of(RevisionRequest request) {
        String message = request.message();
        List<RevisionAnswer> answers =
                request.answers().stream()
                        .map(
                                each ->
                                        new RevisionAnswer(
                                                each.questionId(),
                                                Redacted.of(each.answer()).text()))
                        .toList();
        return new RevisionRequest(
                request.action(),
                message == null ? null : Redacted.of(message).text(),
                answers,
                request.sections());
    }
}
