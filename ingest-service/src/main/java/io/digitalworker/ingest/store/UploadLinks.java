package io.digitalworker.ingest.store;

import io.digitalworker.api.ObjectRef;
import io.digitalworker.runtime.ServiceConfig;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;

/**
 * Addresses under which one object can be put without further proof of identity. Its length and its
 * SHA-256 are signed, so that the store takes nothing else.
 */
@Singleton
public final class UploadLinks {
    /** Every client sets these by itself, and browsers let nobody else. */
    private static final Set<String> BY_ITSELF = Set.of("host", "content-length");

    private final S3Presigner presigner;
    private final ServiceConfig config;

    UploadLinks(S3Presigner presigner, ServiceConfig config) {
        this.presigner = presigner;
        this.config = config;
    }

    /**
     * An address that works from now on.
     *
     * @param object where to, and what
     * @param life how long it works, by the store's clock
     */
    public Link to(ObjectRef object, Duration life) {
        PresignedPutObjectRequest signed =
                presigner.presignPutObject(
                        link -> link.signatureDuration(life).putObjectRequest(request(object)));
        Map<String, String> headers =
                signed.signedHeaders().entrySet().stream()
                        .filter(header -> !BY_ITSELF.contains(header.getKey()))
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        header -> String.join(",", header.getValue())));
        return new Link(
                signed.httpRequest().method().name(), signed.url().toExternalForm(), headers);
    }

    private PutObjectRequest request(ObjectRef object) {
        byte[] sha256 = HexFormat.of().parseHex(object.sha256());
        PutObjectRequest.Builder request =
                PutObjectRequest.builder()
                        .bucket(object.bucket())
                        .key(object.key())
                        .contentLength(object.size())
                        .contentType("application/zip")
                        .checksumSHA256(Base64.getEncoder().encodeToString(sha256));
        config.kmsKeyArn()
                .ifPresent(
                        key ->
                                request.serverSideEncryption(ServerSideEncryption.AWS_KMS)
                                        .ssekmsKeyId(key));
        return request.build();
    }

    /**
     * @param headers to be sent exactly so; names in lower case
     */
    public record Link(String method, String url, Map<String, String> headers) {}
}
