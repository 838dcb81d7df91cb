package io.digitalworker.ingest.batch;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.FieldError;
import io.digitalworker.api.ObjectRef;
import io.digitalworker.api.Options;
import io.digitalworker.ingest.ArchiveSource;
import io.digitalworker.ingest.Submission;
import io.digitalworker.ingest.check.CheckSubmission;
import io.digitalworker.ingest.check.Checked;
import io.digitalworker.ingest.check.CheckedTexts;
import io.digitalworker.ingest.check.UploadCheck;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks every submission of a batch but for what is inside the archives: that is for the generator,
 * job by job. The answer has the code of the first faulty submission and the faults of all of them.
 */
@Singleton
final class CheckBatch {
    private final CheckSubmission check;
    private final UploadCheck uploads;

    CheckBatch(CheckSubmission check, UploadCheck uploads) {
        this.check = check;
        this.uploads = uploads;
    }

    /**
     * A batch with nothing left to complain about.
     *
     * @param options of the batch itself
     */
    record CheckedBatch(List<BatchRecord.Planned> jobs, Options options) {}

    Checked<CheckedBatch> check(BatchRequest request, String principal) {
        return check.options(request.options()).then(options -> check(request, options, principal));
    }

    private Checked<CheckedBatch> check(BatchRequest request, Options options, String principal) {
        List<BatchRecord.Planned> jobs = new ArrayList<>();
        List<FieldError> faults = new ArrayList<>();
        @Nullable ErrorCode first = null;
        for (int i = 0; i < request.submissions().size(); i++) {
            Checked<BatchRecord.Planned> job = job(request.submissions().get(i), principal);
            if (job instanceof Checked.Faulty<BatchRecord.Planned> faulty) {
                first = first == null ? faulty.code() : first;
                faults.addAll(at(i, faulty));
            } else {
                jobs.add(((Checked.Sound<BatchRecord.Planned>) job).value());
            }
        }
        return first == null
                ? new Checked.Sound<>(new CheckedBatch(jobs, options))
                : new Checked.Faulty<>(first, faults);
    }

    private static List<FieldError> at(int index, Checked.Faulty<?> faulty) {
        if (faulty.details().isEmpty()) {
            String title = faulty.code().title();
            return List.of(new FieldError(BatchJson.at(index, ""), title));
        }
        return faulty.details().stream()
                .map(fault -> new FieldError(BatchJson.at(index, fault.field()), fault.message()))
                .toList();
    }

    private Checked<BatchRecord.Planned> job(Submission submission, String principal) {
        return check.texts(submission)
                .then(
                        texts ->
                                upload(submission, principal)
                                        .then(upload -> new Checked.Sound<>(job(texts, upload))));
    }

    private static BatchRecord.Planned job(CheckedTexts texts, Optional<ObjectRef> upload) {
        return new BatchRecord.Planned(texts.descriptor(), texts.options(), upload.orElse(null));
    }

    private Checked<Optional<ObjectRef>> upload(Submission submission, String principal) {
        if (submission.archive().isEmpty()) {
            return new Checked.Sound<>(Optional.empty());
        }
        ArchiveSource.Uploaded uploaded = (ArchiveSource.Uploaded) submission.archive().get();
        return uploads.there(uploaded.uploadId(), principal).optional();
    }
}
