package io.digitalworker.local.cloud.objects;

import io.digitalworker.local.cloud.Account;
import io.digitalworker.local.cloud.TestCloud;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What AWS documents of the S3 operations that the project uses, said by AWS's client. */
class S3IT {
    private static final String BUCKET = "digital-worker-input";
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private final S3Client s3 = TestCloud.s3();
    private final String prefix = UUID.randomUUID() + "/";

    private String put(String key, String text) {
        s3.putObject(
                r ->
                        r.bucket(BUCKET)
                                .key(prefix + key)
                                .contentType("text/markdown")
                                .metadata(Map.of("sha256", "abc"))
                                .serverSideEncryption(ServerSideEncryption.AWS_KMS)
                                .ssekmsKeyId("alias/digital-worker-key"),
                RequestBody.fromString(text));
        return prefix + key;
    }

    private String get(String key) {
        return s3.getObjectAsBytes(r -> r.bucket(BUCKET).key(key)).asUtf8String();
    }

    private static S3Presigner presigner(String secret) {
        return S3Presigner.builder()
                .endpointOverride(TestCloud.cloud().s3())
                .region(Region.of(Account.REGION))
                .credentialsProvider(TestCloud.credentials(secret))
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .build();
    }

    private static HttpResponse<String> fetch(URL url) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(url.toURI()).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void keepsContentTypeAndMetadataOfAnObjectPutWithEncryption() {
        String key = put("a.md", "# text");
        var head = s3.headObject(r -> r.bucket(BUCKET).key(key));
        assertThat(head.contentType()).isEqualTo("text/markdown");
        assertThat(head.metadata()).containsEntry("sha256", "abc");
        assertThat(head.contentLength()).isEqualTo(6);
        assertThat(get(key)).isEqualTo("# text");
        assertThat(
                        s3.getObjectAsBytes(r -> r.bucket(BUCKET).key(key).range("bytes=2-3"))
                                .asUtf8String())
                .isEqualTo("te");
    }

    @Test
    void streamsAnObjectOfManyMegabytes() {
        byte[] content = new byte[12 << 20];
        content[content.length - 1] = 7;
        s3.putObject(
                r -> r.bucket(BUCKET).key(prefix + "big"),
                RequestBody.fromInputStream(new ByteArrayInputStream(content), content.length));
        byte[] read = s3.getObjectAsBytes(r -> r.bucket(BUCKET).key(prefix + "big")).asByteArray();
        assertThat(read).isEqualTo(content);
    }

    @Test
    void anAbsentObjectIsNoSuchKey() {
        assertThatThrownBy(() -> get(prefix + "absent")).isInstanceOf(NoSuchKeyException.class);
        s3.deleteObject(r -> r.bucket(BUCKET).key(prefix + "absent"));
    }

    @Test
    void listsByPrefixInPages() {
        List.of("a", "b", "c/d", "e").forEach(key -> put(key, key));
        List<String> keys = new ArrayList<>();
        int pages = 0;
        for (var page :
                s3.listObjectsV2Paginator(r -> r.bucket(BUCKET).prefix(prefix).maxKeys(2))) {
            page.contents().stream().map(S3Object::key).forEach(keys::add);
            pages++;
        }
        assertThat(keys).containsExactly(prefix + "a", prefix + "b", prefix + "c/d", prefix + "e");
        assertThat(pages).isEqualTo(2);
        assertThat(s3.listObjectsV2(r -> r.bucket(BUCKET).prefix(prefix + "c")).contents())
                .hasSize(1);
    }

    @Test
    void copiesAndDeletesSeveralAtOnce() {
        String key = put("from", "content");
        s3.copyObject(
                r ->
                        r.sourceBucket(BUCKET)
                                .sourceKey(key)
                                .destinationBucket(BUCKET)
                                .destinationKey(prefix + "to")
                                .serverSideEncryption(ServerSideEncryption.AWS_KMS));
        var copy = s3.headObject(r -> r.bucket(BUCKET).key(prefix + "to"));
        assertThat(copy.contentType()).isEqualTo("text/markdown");
        assertThat(get(prefix + "to")).isEqualTo("content");
        var deleted =
                s3.deleteObjects(
                        r ->
                                r.bucket(BUCKET)
                                        .delete(
                                                d ->
                                                        d.objects(
                                                                ObjectIdentifier.builder()
                                                                        .key(key)
                                                                        .build(),
                                                                ObjectIdentifier.builder()
                                                                        .key(prefix + "to")
                                                                        .build())));
        assertThat(deleted.deleted()).hasSize(2);
        assertThat(s3.listObjectsV2(r -> r.bucket(BUCKET).prefix(prefix)).contents()).isEmpty();
    }

    @Test
    void presignedLinkWorksUntilItExpiresAndForItsObjectAlone() throws Exception {
        String key = put("doc.md", "# linked");
        put("other", "secret");
        try (S3Presigner presigner = presigner(Account.SECRET_KEY);
                S3Presigner forger = presigner("guessed")) {
            URL url =
                    presigner
                            .presignGetObject(
                                    p ->
                                            p.signatureDuration(Duration.ofMinutes(5))
                                                    .getObjectRequest(
                                                            r ->
                                                                    r.bucket(BUCKET)
                                                                            .key(key)
                                                                            .responseContentDisposition(
                                                                                    "attachment; filename=\"doc.md\"")))
                            .url();
            HttpResponse<String> got = fetch(url);
            assertThat(got.statusCode()).isEqualTo(200);
            assertThat(got.body()).isEqualTo("# linked");
            assertThat(got.headers().firstValue("content-disposition"))
                    .hasValue("attachment; filename=\"doc.md\"");
            URL otherKey = URI.create(url.toString().replace("doc.md?", "other?")).toURL();
            assertThat(fetch(otherKey).statusCode()).isEqualTo(403);
            URL forged =
                    forger.presignGetObject(
                                    p ->
                                            p.signatureDuration(Duration.ofMinutes(5))
                                                    .getObjectRequest(
                                                            r -> r.bucket(BUCKET).key(key)))
                            .url();
            assertThat(fetch(forged).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void linkIsRefusedOnceItHasExpired() throws Exception {
        String key = put("short", "x");
        try (S3Presigner presigner = presigner(Account.SECRET_KEY)) {
            URL url =
                    presigner
                            .presignGetObject(
                                    p ->
                                            p.signatureDuration(Duration.ofSeconds(1))
                                                    .getObjectRequest(
                                                            r -> r.bucket(BUCKET).key(key)))
                            .url();
            org.awaitility.Awaitility.await()
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> fetch(url).statusCode() == 403);
        }
    }

    @Test
    void presignedPutStoresWhatIsSent() throws Exception {
        try (S3Presigner presigner = presigner(Account.SECRET_KEY)) {
            var put =
                    presigner.presignPutObject(
                            p ->
                                    p.signatureDuration(Duration.ofMinutes(1))
                                            .putObjectRequest(
                                                    r ->
                                                            r.bucket(BUCKET)
                                                                    .key(prefix + "up")
                                                                    .contentType(
                                                                            "application/zip")));
            HttpResponse<String> answer =
                    HTTP.send(
                            HttpRequest.newBuilder(put.url().toURI())
                                    .header("Content-Type", "application/zip")
                                    .PUT(HttpRequest.BodyPublishers.ofString("zipped"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(get(prefix + "up")).isEqualTo("zipped");
        }
    }

    @Test
    void refusesRequestsWithAWrongSecret() {
        S3Client stranger =
                S3Client.builder()
                        .endpointOverride(TestCloud.cloud().s3())
                        .region(Region.of(Account.REGION))
                        .credentialsProvider(TestCloud.credentials("guessed"))
                        .forcePathStyle(true)
                        .httpClient(UrlConnectionHttpClient.create())
                        .build();
        assertThatThrownBy(() -> stranger.listObjectsV2(r -> r.bucket(BUCKET)))
                .isInstanceOfSatisfying(
                        S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(403));
    }
}
