package io.digitalworker.ingest;

import io.digitalworker.api.ObjectRef;
import io.digitalworker.api.UploadAddress;
import io.digitalworker.api.UploadRequest;
import io.digitalworker.ingest.check.Checked;
import io.digitalworker.ingest.check.UploadRequestJson;
import io.digitalworker.ingest.store.UploadLinks;
import io.digitalworker.ledger.Retention;
import io.digitalworker.ledger.Upload;
import io.digitalworker.ledger.Uploads;
import io.digitalworker.runtime.Ids;
import io.digitalworker.runtime.ServiceConfig;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Objects;

/**
 * Gives an address to upload an archive to. What is uploaded there is nothing yet: it becomes part of a
 * job when it is submitted, and goes after two hours.
 */
@Singleton
public final class AnnounceUpload {
    private static final String FOLDER = "uploads/";

    private final Uploads uploads;
    private final UploadLinks links;
    private final Retention retention;
    private final ServiceConfig config;
    private final Ids ids;

    AnnounceUpload(
            Uploads uploads,
            UploadLinks links,
            Retention retention,
            ServiceConfig config,
            Ids ids) {
        this.uploads = uploads;
        this.links = links;
        this.retention = retention;
        this.config = config;
        this.ids = ids;
    }

    /**
     * Refuses, or notes the upload and its deletion and gives the address.
     *
     * @param body JSON in UTF-8, hopefully
     */
    public Checked<UploadAddress> announce(byte[] body, Caller caller) {
        return UploadRequestJson.read(body)
                .then(request -> new Checked.Sound<>(address(request, caller)));
    }

    private UploadAddress address(UploadRequest request, Caller caller) {
        String uploadId = ids.get();
        Upload upload = uploads.announce(uploadId, caller.principal(), object(uploadId, request));
        UploadLinks.Link link = links.to(upload.object(), retention.upload());
        return new UploadAddress(
                uploadId, link.method(), link.url(), link.headers(), upload.usableUntil());
    }

    private ObjectRef object(String uploadId, UploadRequest request) {
        return new ObjectRef(
                config.inputBucket(),
                FOLDER + uploadId,
                Objects.requireNonNull(request.sha256()).toLowerCase(Locale.ROOT),
                Objects.requireNonNull(request.size()));
    }
}
