package io.digitalworker.generator.objects;

import io.digitalworker.api.ObjectRef;
import io.digitalworker.runtime.ServiceConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/** Amazon S3. */
@Singleton
final class S3ObjectStore implements ObjectStore {
    private final S3Client s3;
    private final String outputBucket;
    private final Optional<String> kmsKeyArn;

    @Inject
    S3ObjectStore(S3Client s3, ServiceConfig config) {
        this(s3, config.outputBucket(), config.kmsKeyArn());
    }

    S3ObjectStore(S3Client s3, String outputBucket, Optional<String> kmsKeyArn) {
        this.s3 = s3;
        this.outputBucket = outputBucket;
        this.kmsKeyArn = kmsKeyArn;
    }

    @Override
    public boolean fetch(ObjectRef object, Path file) {
        GetObjectRequest request =
                GetObjectRequest.builder().bucket(object.bucket()).key(object.key()).build();
        try {
            s3.getObject(request, ResponseTransformer.toFile(file));
            return true;
        } catch (NoSuchKeyException e) {
            return false;
        }
    }

    @Override
    public void store(String key, String contentType, byte[] content) {
        PutObjectRequest.Builder request =
                PutObjectRequest.builder()
                        .bucket(outputBucket)
                        .key(key)
                        .contentType(contentType)
                        // whoever serves it: a browser saves it and does not show it as a page of
                        // that site
                        .contentDisposition("attachment");
        kmsKeyArn.ifPresent(
                arn -> request.serverSideEncryption(ServerSideEncryption.AWS_KMS).ssekmsKeyId(arn));
        // not fromBytes: it would copy what may be many megabytes
        s3.putObject(
                request.build(),
                RequestBody.fromContentProvider(
                        () -> new ByteArrayInputStream(content), content.length, contentType));
    }

    @Override
    public Optional<byte[]> load(String key) {
        GetObjectRequest request = GetObjectRequest.builder().bucket(outputBucket).key(key).build();
        try {
            return Optional.of(
                    s3.getObject(request, ResponseTransformer.toBytes()).asByteArrayUnsafe());
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }
}
