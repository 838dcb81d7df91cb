package io.digitalworker.ingest.batch;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.FieldError;
import io.digitalworker.ingest.ArchiveSource;
import io.digitalworker.ingest.Submission;
import io.digitalworker.ingest.check.Checked;
import io.digitalworker.ingest.check.JsonParts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A batch as one JSON object. */
final class BatchJson {
    static final int MOST = 100;

    private BatchJson() {}

    /** A name in {@code submissions}, such as {@code submissions[3].uploadId}. */
    static String at(int index, String field) {
        String entry = "submissions[" + index + "]";
        return field.isEmpty() ? entry : entry + "." + field;
    }

    static Checked<BatchRequest> read(byte[] body) {
        Optional<JsonParts> parts = JsonParts.of(body, "submissions", "callbackUrl");
        return parts.isEmpty()
                ? Checked.faulty(
                        ErrorCode.REQUEST_MALFORMED, "body", "must be one JSON object in UTF-8")
                : read(parts.get());
    }

    private static Checked<BatchRequest> read(JsonParts parts) {
        List<byte[]> elements = parts.elements("submissions");
        List<FieldError> faults = new ArrayList<>(parts.faults());
        if (faults.isEmpty() && (elements.isEmpty() || elements.size() > MOST)) {
            faults.add(new FieldError("submissions", "must have 1 to " + MOST + " entries"));
        }
        List<Submission> submissions = new ArrayList<>();
        for (int i = 0; i < elements.size() && faults.isEmpty(); i++) {
            submissions.add(submission(i, elements.get(i), faults));
        }
        return faults.isEmpty()
                ? new Checked.Sound<>(new BatchRequest(submissions, options(parts)))
                : new Checked.Faulty<>(ErrorCode.REQUEST_MALFORMED, faults);
    }

    private static Submission submission(int index, byte[] element, List<FieldError> faults) {
        Optional<JsonParts> parts = JsonParts.of(element, "uploadId", "descriptor", "options");
        if (parts.isEmpty()) {
            faults.add(new FieldError(at(index, ""), "must be an object"));
        }
        Submission submission =
                new Submission(
                        parts.flatMap(p -> p.text("uploadId"))
                                .<ArchiveSource>map(ArchiveSource.Uploaded::new),
                        parts.flatMap(p -> p.raw("descriptor")),
                        parts.flatMap(p -> p.raw("options")),
                        Optional.empty());
        for (FieldError fault : parts.map(JsonParts::faults).orElse(List.of())) {
            faults.add(new FieldError(at(index, fault.field()), fault.message()));
        }
        return submission;
    }

    /** The address alone is options as well: those of the batch. */
    private static Optional<byte[]> options(JsonParts parts) {
        return parts.raw("callbackUrl")
                .map(url -> new String(url, StandardCharsets.UTF_8))
                .map(url -> "{\"callbackUrl\": " + url + "}")
                .map(json -> json.getBytes(StandardCharsets.UTF_8));
    }
}
