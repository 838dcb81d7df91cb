package io.digitalworker.ingest.check;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.FieldError;
import io.digitalworker.api.UploadRequest;
import java.util.List;
import java.util.Optional;

/** Reads what is to be uploaded as strictly as the API says. */
public final class UploadRequestJson {
    private UploadRequestJson() {}

    public static Checked<UploadRequest> read(byte[] bytes) {
        Optional<Fields> fields = StrictJson.object(bytes);
        return fields.isEmpty()
                ? Checked.faulty(ErrorCode.REQUEST_MALFORMED, "body", "must be one JSON object")
                : check(fields.get());
    }

    private static Checked<UploadRequest> check(Fields fields) {
        UploadRequest request = new UploadRequest(fields.integer("size"), fields.text("sha256"));
        fields.end();
        List<FieldError> faults = fields.faults();
        if (faults.isEmpty()) {
            faults = request.faults();
        }
        if (!faults.isEmpty()) {
            return new Checked.Faulty<>(ErrorCode.REQUEST_MALFORMED, faults);
        }
        return request.isTooLarge()
                ? Checked.faulty(ErrorCode.ARCHIVE_TOO_LARGE, "size", "must be at most 50 MB")
                : new Checked.Sound<>(request);
    }
}
