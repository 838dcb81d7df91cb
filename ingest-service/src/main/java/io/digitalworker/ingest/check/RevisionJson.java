package io.digitalworker.ingest.check;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.FieldError;
import io.digitalworker.api.RevisionAnswer;
import io.digitalworker.api.RevisionRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what is asked of documents as strictly as its schema says. */
final class RevisionJson {
    private RevisionJson() {}

    static Checked<RevisionRequest> read(byte[] bytes) {
        if (bytes.length > RevisionRequest.MAX_BYTES) {
            return Checked.faulty(ErrorCode.BODY_TOO_LARGE);
        }
        Optional<Fields> fields = StrictJson.object(bytes);
        return fields.isEmpty() ? Checked.faulty(ErrorCode.REVISION_NOT_JSON) : check(fields.get());
    }

    private static Checked<RevisionRequest> check(Fields fields) {
        RevisionRequest request =
                new RevisionRequest(
                        fields.text("action"),
                        fields.text("message"),
                        answers(fields),
                        fields.texts("sections"));
        fields.end();
        List<FieldError> faults = fields.faults();
        if (faults.isEmpty()) {
            faults = request.faults();
        }
        return faults.isEmpty()
                ? new Checked.Sound<>(request)
                : new Checked.Faulty<>(ErrorCode.REVISION_INVALID, faults);
    }

    private static List<RevisionAnswer> answers(Fields fields) {
        List<RevisionAnswer> answers = new ArrayList<>();
        for (Fields each : fields.objects("answers")) {
            answers.add(
                    new RevisionAnswer(each.textOrEmpty("questionId"), each.textOrEmpty("answer")));
            each.end();
        }
        return answers;
    }
}
