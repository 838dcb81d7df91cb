package io.digitalworker.ingest.store;

import io.digitalworker.api.ObjectRef;
import io.digitalworker.ingest.check.CheckedArchiveFile;
import io.digitalworker.ingest.check.CheckedSubmission;
import io.digitalworker.ingest.check.CheckedTexts;
import io.digitalworker.runtime.ServiceConfig;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/**
 * Puts what was submitted under its job, in the input bucket (design §4.6). The archive goes from file
 * to socket, or is copied inside the store if it was uploaded before; the store compares the SHA-256 of everything with ours.
 */
@Singleton
public final class SourceStore {
    private static final int NOT_FOUND = 404;
    private static final String ZIP = "application/zip";
    private static final String JSON = "application/json";
    private static final String MARKDOWN = "text/markdown; charset=utf-8";

    private final S3Client s3;
    private final ServiceConfig config;

    SourceStore(S3Client s3, ServiceConfig config) {
        this.s3 = s3;
        this.config = config;
    }

    public StoredSource store(String jobId, CheckedSubmission submission) {
        return new StoredSource(
                submission.archive().map(archive -> archive(jobId + "/archive.zip", archive)),
                bytes(jobId + "/descriptor.json", JSON, CanonicalJson.of(submission.descriptor())),
                bytes(jobId + "/options.json", JSON, CanonicalJson.of(submission.options())),
                submission.existing().map(text -> bytes(jobId + "/existing.md", MARKDOWN, text)));
    }

    /**
     * The same for what was uploaded and not looked into: whoever reads the job compares it with its hash.
     * An upload that is gone leaves a job without its archive.
     */
    public StoredSource copy(String jobId, CheckedTexts texts, Optional<ObjectRef> upload) {
        return new StoredSource(
                upload.map(object -> copied(jobId + "/archive.zip", object)),
                bytes(jobId + "/descriptor.json", JSON, CanonicalJson.of(texts.descriptor())),
                bytes(jobId + "/options.json", JSON, CanonicalJson.of(texts.options())),
                Optional.empty());
    }

    private ObjectRef copied(String key, ObjectRef upload) {
        ObjectRef ref = new ObjectRef(config.inputBucket(), key, upload.sha256(), upload.size());
        try {
            copy(upload.bucket(), upload.key(), null, ref);
        } catch (S3Exception e) {
            if (e.statusCode() != NOT_FOUND) {
                throw e;
            }
        }
        return ref;
    }

    /** Puts a record there. */
    public ObjectRef json(String key, Record content) {
        return bytes(key, JSON, CanonicalJson.of(content));
    }

    private ObjectRef archive(String key, CheckedArchiveFile archive) {
        ObjectRef ref = new ObjectRef(config.inputBucket(), key, archive.sha256(), archive.size());
        archive.uploaded()
                .ifPresentOrElse(
                        // only the bytes that were checked: the store refuses others
                        from -> copy(from.bucket(), from.key(), from.version(), ref),
                        () -> put(ref, ZIP, RequestBody.fromFile(archive.file())));
        return ref;
    }

    private void copy(String bucket, String key, @Nullable String version, ObjectRef ref) {
        CopyObjectRequest.Builder request =
                CopyObjectRequest.builder()
                        .sourceBucket(bucket)
                        .sourceKey(key)
                        .copySourceIfMatch(version)
                        .destinationBucket(ref.bucket())
                        .destinationKey(ref.key())
                        .checksumAlgorithm(ChecksumAlgorithm.SHA256);
        config.kmsKeyArn()
                .ifPresent(
                        kms ->
                                request.serverSideEncryption(ServerSideEncryption.AWS_KMS)
                                        .ssekmsKeyId(kms));
        String sha256 = s3.copyObject(request.build()).copyObjectResult().checksumSHA256();
        if (sha256 != null && !sha256.equals(base64(ref.sha256()))) {
            throw new IllegalStateException("the copy of an upload has another SHA-256");
        }
    }

    private ObjectRef bytes(String key, String contentType, byte[] bytes) {
        ObjectRef ref = new ObjectRef(config.inputBucket(), key, sha256(bytes), bytes.length);
        put(ref, contentType, RequestBody.fromBytes(bytes));
        return ref;
    }

    private void put(ObjectRef ref, String contentType, RequestBody body) {
        PutObjectRequest.Builder request =
                PutObjectRequest.builder()
                        .bucket(ref.bucket())
                        .key(ref.key())
                        .contentType(contentType)
                        .checksumSHA256(base64(ref.sha256()));
        config.kmsKeyArn()
                .ifPresent(
                        key ->
                                request.serverSideEncryption(ServerSideEncryption.AWS_KMS)
                                        .ssekmsKeyId(key));
        s3.putObject(request.build(), body);
    }

    private static String base64(String hex) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
