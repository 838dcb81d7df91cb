package io.digitalworker.cleanup;

import io.digitalworker.cleanup.removal.JobObjects;
import io.digitalworker.ledger.Uploads;
import jakarta.inject.Singleton;

/** Deletes what was uploaded to be submitted, when its time has come; jobs have copies of their own. */
@Singleton
public final class DeleteUpload {
    private final Uploads uploads;
    private final JobObjects objects;

    DeleteUpload(Uploads uploads, JobObjects objects) {
        this.uploads = uploads;
        this.objects = objects;
    }

    /** Also where nothing ever came. */
    public void of(String uploadId) {
        objects.removeUpload(uploadId);
        uploads.deleted(uploadId);
    }
}
