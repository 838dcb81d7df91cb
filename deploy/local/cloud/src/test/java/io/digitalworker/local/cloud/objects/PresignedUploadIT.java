package io.digitalworker.local.cloud.objects;

import io.digitalworker.local.cloud.Account;
import io.digitalworker.local.cloud.TestCloud;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Uploads through an address that signs length and checksum, also from a page of another origin. */
class PresignedUploadIT {
    private static final String BUCKET = "digital-worker-input";
    private static final String PAGE = "http://127.0.0.1:8080";
    private static final byte[] CONTENT = "zipped, hopefully".getBytes(StandardCharsets.UTF_8);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private final String key = "uploads/" + UUID.randomUUID();

    private PresignedPutObjectRequest address() throws Exception {
        try (S3Presigner presigner =
                S3Presigner.builder()
                        .endpointOverride(TestCloud.cloud().s3())
                        .region(Region.of(Account.REGION))
                        .credentialsProvider(TestCloud.credentials(Account.SECRET_KEY))
                        .serviceConfiguration(
                                S3Configuration.builder().pathStyleAccessEnabled(true).build())
                        .build()) {
            String checksum = sha256(CONTENT);
            return presigner.presignPutObject(
                    p ->
                            p.signatureDuration(Duration.ofMinutes(1))
                                    .putObjectRequest(
                                            r ->
                                                    r.bucket(BUCKET)
                                                            .key(key)
                                                            .contentLength((long) CONTENT.length)
                                                            .contentType("application/zip")
                                                            .checksumSHA256(checksum)));
        }
    }

    private static String sha256(byte[] bytes) throws Exception {
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static HttpResponse<String> put(
            PresignedPutObjectRequest address,
            byte[] content,
            UnaryOperator<HttpRequest.Builder> also)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.url().toURI());
        for (Map.Entry<String, List<String>> header : address.signedHeaders().entrySet()) {
            if (!List.of("host", "content-length").contains(header.getKey())) {
                request.setHeader(header.getKey(), header.getValue().get(0));
            }
        }
        request.PUT(HttpRequest.BodyPublishers.ofByteArray(content));
        return HTTP.send(also.apply(request).build(), HttpResponse.BodyHandlers.ofString());
    }

    private void expectNothingStored() {
        assertThatThrownBy(() -> TestCloud.s3().headObject(r -> r.bucket(BUCKET).key(key)))
                .isInstanceOf(NoSuchKeyException.class);
    }

    @Test
    void lengthAndChecksumAreSigned() throws Exception {
        assertThat(address().signedHeaders())
                .containsKeys("host", "content-length", "content-type", "x-amz-checksum-sha256");
    }

    @Test
    void storesWhatWasAnnounced() throws Exception {
        HttpResponse<String> answer = put(address(), CONTENT, request -> request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(TestCloud.s3().getObjectAsBytes(r -> r.bucket(BUCKET).key(key)).asByteArray())
                .isEqualTo(CONTENT);
    }

    @Test
    void refusesOtherContentOfTheSameLength() throws Exception {
        byte[] other = CONTENT.clone();
        other[0]++;
        assertThat(put(address(), other, request -> request).statusCode())
                .as("the checksum that was signed is compared with what comes")
                .isEqualTo(400);
        expectNothingStored();
    }

    @Test
    void refusesAnotherLength() throws Exception {
        byte[] longer = new byte[CONTENT.length + 1];
        assertThat(put(address(), longer, request -> request).statusCode()).isBetween(400, 403);
        expectNothingStored();
    }

    @Test
    void refusesAnotherChecksumThanTheOneSigned() throws Exception {
        byte[] other = CONTENT.clone();
        other[0]++;
        String fitting = sha256(other);
        assertThat(
                        put(
                                        address(),
                                        other,
                                        request ->
                                                request.setHeader("x-amz-checksum-sha256", fitting))
                                .statusCode())
                .as("the header is part of the signature")
                .isEqualTo(403);
        expectNothingStored();
    }

    @Test
    void refusesAnUploadWithoutTheChecksum() throws Exception {
        HttpRequest bare =
                HttpRequest.newBuilder(address().url().toURI())
                        .header("Content-Type", "application/zip")
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(CONTENT))
                        .build();
        assertThat(HTTP.send(bare, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isBetween(400, 403);
        expectNothingStored();
    }

    private static HttpResponse<String> preflight(URI address, String origin, String method)
            throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(address)
                        .header("Origin", origin)
                        .header("Access-Control-Request-Method", method)
                        .header(
                                "Access-Control-Request-Headers",
                                "content-type,x-amz-checksum-sha256")
                        .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                        .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @ParameterizedTest
    @ValueSource(strings = {PAGE, "http://factory.example.com"})
    void aPageOfAnAllowedOriginMayUploadAndSeeTheTag(String origin) throws Exception {
        PresignedPutObjectRequest address = address();
        HttpResponse<String> asked = preflight(address.url().toURI(), origin, "PUT");
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(200);
        assertThat(asked.headers().firstValue("Access-Control-Allow-Origin")).hasValue(origin);
        assertThat(asked.headers().firstValue("Access-Control-Allow-Methods").orElse(""))
                .contains("PUT");
        assertThat(asked.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
                .contains("x-amz-checksum-sha256");
        HttpResponse<String> answer =
                put(address, CONTENT, request -> request.header("Origin", origin));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue(origin);
        assertThat(answer.headers().firstValue("Access-Control-Expose-Headers").orElse(""))
                .contains("ETag");
        assertThat(answer.headers().firstValue("ETag")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8081, PUT",
        "http://127.0.0.1:80801, PUT",
        "http://127x0.0.1:8080, PUT",
        "https://127.0.0.1:8080, PUT",
        "null, PUT",
        "http://127.0.0.1:8080, DELETE"
    })
    void aPageOfAnotherOriginMayNot(String origin, String method) throws Exception {
        HttpResponse<String> asked = preflight(address().url().toURI(), origin, method);
        assertThat(asked.statusCode()).isBetween(400, 403);
        assertThat(asked.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }
}
