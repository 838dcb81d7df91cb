package io.digitalworker.ingest.status;

import io.digitalworker.api.Artifact;
import io.digitalworker.runtime.ServiceConfig;
import jakarta.inject.Singleton;
import java.time.Duration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Addresses of the object store itself, signed with the service's credentials. */
@Singleton
final class PresignedLinks implements Links {
    private final S3Presigner presigner;
    private final ServiceConfig config;

    PresignedLinks(S3Presigner presigner, ServiceConfig config) {
        this.presigner = presigner;
        this.config = config;
    }

    @Override
    public String to(String outputKey, Artifact artifact, Duration life) {
        return presigner
                .presignGetObject(
                        link ->
                                link.signatureDuration(life)
                                        .getObjectRequest(
                                                get ->
                                                        get.bucket(config.outputBucket())
                                                                .key(outputKey + artifact.name())
                                                                .responseContentType(
                                                                        artifact.contentType())
                                                                .responseContentDisposition(
                                                                        disposition(
                                                                                artifact.name()))))
                .url()
                .toExternalForm();
    }

    /** Names of artifacts are ours; only their directories must go. */
    static String disposition(String name) {
        return "attachment; filename=\"" + name.replace('/', '-') + "\"";
    }
}
