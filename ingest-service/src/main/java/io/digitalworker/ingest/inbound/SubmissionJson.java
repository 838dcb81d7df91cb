package io.digitalworker.ingest.inbound;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.FieldError;
import io.digitalworker.ingest.ArchiveSource;
import io.digitalworker.ingest.Submission;
import io.digitalworker.ingest.check.Checked;
import io.digitalworker.ingest.check.JsonParts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A submission as one JSON object, with an archive that was uploaded before. */
final class SubmissionJson {
    private SubmissionJson() {}

    static Checked<Submission> read(byte[] body) {
        Optional<JsonParts> parts =
                JsonParts.of(body, "uploadId", "descriptor", "options", "existing");
        return parts.isEmpty()
                ? Checked.faulty(
                        ErrorCode.REQUEST_MALFORMED, "body", "must be one JSON object in UTF-8")
                : check(parts.get());
    }

    private static Checked<Submission> check(JsonParts parts) {
        Submission submission =
                new Submission(
                        parts.text("uploadId").<ArchiveSource>map(ArchiveSource.Uploaded::new),
                        parts.raw("descriptor"),
                        parts.raw("options"),
                        parts.text("existing").map(text -> text.getBytes(StandardCharsets.UTF_8)));
        List<FieldError> faults = parts.faults();
        return faults.isEmpty()
                ? new Checked.Sound<>(submission)
                : new Checked.Faulty<>(ErrorCode.REQUEST_MALFORMED, faults);
    }
}
