package io.digitalworker.ingest;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.ledger.JobLedger;
import io.digitalworker.runtime.testing.EmbeddedCloudResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

import static io.digitalworker.ingest.Forms.DESCRIPTOR;
import static io.digitalworker.ingest.Forms.form;
import static io.digitalworker.ingest.Forms.jobId;
import static io.digitalworker.ingest.Uploading.uploaded;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Requests that are sent again under the same {@code Idempotency-Key}. */
@QuarkusTest
@WithTestResource(EmbeddedCloudResource.class)
class IdempotencyQuarkusTest {
    private static final String INPUT = "digital-worker-input";
    private static final String PATH = "/v1/generate-spec";

    /** One for all: an archive made later has other times in it. */
    private static final byte[] ARCHIVE = SampleArchives.sound();

    private static final String KEY = "Idempotency-Key";

    @Inject S3Client s3;
    @Inject DynamoDbClient db;
    @Inject JobLedger ledger;
    @TempDir Path temporary;

    @TestHTTPResource URI address;

    @ConfigProperty(name = "quarkus.http.body.uploads-directory")
    Path directory;

    private final String key = UUID.randomUUID().toString();

    private RequestSpecification sound() {
        return form(ARCHIVE, DESCRIPTOR).header(KEY, key);
    }

    @Test
    void twoHundredAtOnceAreOneJob() throws Exception {
        int before = jobs();
        ExecutorService pool = Executors.newFixedThreadPool(200);
        Set<String> accepted = new TreeSet<>();
        int busy = 0;
        try {
            Callable<Response> submission = () -> sound().post(PATH);
            for (Future<Response> future : pool.invokeAll(Collections.nCopies(200, submission))) {
                Response answer = future.get();
                if (answer.statusCode() == 409) {
                    assertProblem(answer, ErrorCode.IDEMPOTENCY_IN_PROGRESS);
                    assertThat(answer.header("Retry-After")).isEqualTo("2");
                    busy++;
                } else {
                    accepted.add(jobId(answer));
                }
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(accepted).as("answers 202, besides " + busy + " times 409").hasSize(1);
        assertThat(jobs() - before).as("jobs in the ledger").isEqualTo(1);
        assertThat(jobId(sound().post(PATH))).isEqualTo(accepted.iterator().next());
    }

    @Test
    void theSameContentIsTheSameJobHoweverItIsPutTogether() {
        String first = jobId(sound().post(PATH));

        Response asFile =
                given().header(KEY, key)
                        .multiPart("descriptor", "d", DESCRIPTOR.getBytes(StandardCharsets.UTF_8))
                        .multiPart("archive", "other-name.zip", ARCHIVE)
                        .post(PATH);
        Response asUpload =
                given().header(KEY, key)
                        .contentType("application/json")
                        .body(json(uploaded(ARCHIVE)))
                        .post(PATH);

        assertThat(jobId(asFile)).isEqualTo(first);
        assertThat(jobId(asUpload)).isEqualTo(first);
        assertThat(asUpload.header("Location")).endsWith("/v1/job-status/" + first);
    }

    @Test
    void otherContentUnderTheSameKeyIsRefused() {
        String first = jobId(sound().post(PATH));
        byte[] other = SampleArchives.empty();
        String orders = DESCRIPTOR.replace("Reviews", "Orders");
        List<Response> answers =
                List.of(
                        form(ARCHIVE, orders).header(KEY, key).post(PATH),
                        form(other, DESCRIPTOR).header(KEY, key).post(PATH),
                        sound().multiPart("options", "{}").post(PATH),
                        sound().multiPart("existing", "# x").post(PATH),
                        given().header(KEY, key)
                                .contentType("application/json")
                                .body(json("never"))
                                .post(PATH));

        assertThat(answers)
                .allSatisfy(answer -> assertProblem(answer, ErrorCode.IDEMPOTENCY_KEY_REUSED));
        assertThat(jobId(sound().post(PATH))).isEqualTo(first);
    }

    @Test
    void withoutAKeyNothingIsDeduplicated() {
        RequestSpecification plain = form(ARCHIVE, DESCRIPTOR);

        assertThat(jobId(plain.post(PATH))).isNotEqualTo(jobId(sound().post(PATH)));
    }

    @Test
    void aRefusedRequestGivesItsKeyBackAtOnce() {
        Response refused = form(SampleArchives.escaping(), DESCRIPTOR).header(KEY, key).post(PATH);
        assertProblem(refused, ErrorCode.ARCHIVE_PATH_ESCAPES);
        Response unread =
                given().header(KEY, key).contentType("application/json").body("[").post(PATH);
        assertProblem(unread, ErrorCode.REQUEST_MALFORMED);
        Response form = sound().multiPart("planted", "x").post(PATH);
        assertProblem(form, ErrorCode.REQUEST_MALFORMED);

        jobId(sound().post(PATH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "LONG", "caf\u00e9", "tab\there"})
    void refusesAKeyThatIsNone(String bad) {
        Response answer =
                form(ARCHIVE, DESCRIPTOR)
                        .header(KEY, bad.equals("LONG") ? "k".repeat(256) : bad)
                        .post(PATH);

        assertProblem(answer, ErrorCode.IDEMPOTENCY_KEY_INVALID);
    }

    @Test
    void refusesTwoKeys() {
        assertProblem(sound().header(KEY, "another").post(PATH), ErrorCode.IDEMPOTENCY_KEY_INVALID);
    }

    @Test
    void takesTheLongestKey() {
        String longest = (key + " ~").repeat(10).substring(0, 255).replace(' ', '_');

        String first = jobId(form(ARCHIVE, DESCRIPTOR).header(KEY, longest).post(PATH));
        String second = jobId(form(ARCHIVE, DESCRIPTOR).header(KEY, longest).post(PATH));

        assertThat(second).isEqualTo(first);
    }

    @Test
    void theKeyIsTakenBeforeTheBodyIsReadAndGivenBackWhenTheConnectionBreaks() throws Exception {
        Stored before = everything();
        byte[] archive = Files.readAllBytes(SampleArchives.ofSize(temporary.resolve("a"), 1 << 20));
        try (Socket cut = new Socket()) {
            cut.connect(new InetSocketAddress(address.getHost(), address.getPort()));
            byte[] request = multipart(archive);
            cut.getOutputStream().write(request, 0, request.length * 99 / 100);
            cut.getOutputStream().flush();
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(
                            () ->
                                    assertProblem(
                                            sound().post(PATH), ErrorCode.IDEMPOTENCY_IN_PROGRESS));
        }
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(everything()).isEqualTo(before.andOneItem()));

        jobId(sound().post(PATH));
    }

    @Test
    void aBodyThatIsCutWithoutAKeyLeavesNothing() throws Exception {
        Stored before = everything();
        byte[] archive = Files.readAllBytes(SampleArchives.ofSize(temporary.resolve("a"), 8 << 20));
        byte[] request =
                new String(multipart(archive), StandardCharsets.ISO_8859_1)
                        .replaceFirst(KEY + ": [^\r]*\r\n", "")
                        .getBytes(StandardCharsets.ISO_8859_1);
        try (Socket cut = new Socket()) {
            cut.connect(new InetSocketAddress(address.getHost(), address.getPort()));
            cut.getOutputStream().write(request, 0, request.length * 99 / 100);
            cut.getOutputStream().flush();
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> !everything().files().equals(before.files()));
        }
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(everything()).isEqualTo(before));
    }

    @Test
    void whoeverIsTooEarlyWithALargeArchiveIsToldWithoutItsBeingRead() throws Exception {
        try (Socket first = new Socket()) {
            first.connect(new InetSocketAddress(address.getHost(), address.getPort()));
            byte[] request = multipart(ARCHIVE);
            first.getOutputStream().write(request, 0, request.length - 3);
            first.getOutputStream().flush();
            Path large = SampleArchives.ofSize(temporary.resolve("large.zip"), 40 << 20);
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(
                            () ->
                                    assertProblem(
                                            given().header(KEY, key)
                                                    .multiPart("archive", large.toFile())
                                                    .multiPart("descriptor", DESCRIPTOR)
                                                    .post(PATH),
                                            ErrorCode.IDEMPOTENCY_IN_PROGRESS));
            first.getOutputStream().write(request, request.length - 3, 3);
            first.getOutputStream().flush();
            byte[] status = first.getInputStream().readNBytes("HTTP/1.1 202".length());
            assertThat(new String(status, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 202");
        }
        jobId(sound().post(PATH));
    }

    private static String json(String uploadId) {
        return "{\"uploadId\": \"" + uploadId + "\", \"descriptor\": " + DESCRIPTOR + "}";
    }

    /** The whole request, as it goes over the wire. */
    private byte[] multipart(byte[] archive) {
        String boundary = "----" + UUID.randomUUID();
        String head =
                part(boundary, "descriptor", "")
                        + DESCRIPTOR
                        + "\r\n"
                        + part(boundary, "archive", "; filename=\"a.zip\"");
        String tail = "\r\n--" + boundary + "--\r\n";
        int length = head.length() + archive.length + tail.length();
        String request =
                "POST /v1/generate-spec HTTP/1.1\r\nHost: localhost\r\n"
                        + (KEY + ": " + key + "\r\n")
                        + ("Content-Type: multipart/form-data; boundary=" + boundary + "\r\n")
                        + ("Content-Length: " + length + "\r\n\r\n");
        byte[] start = (request + head).getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = new byte[start.length + archive.length + tail.length()];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(archive, 0, all, start.length, archive.length);
        byte[] end = tail.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(end, 0, all, start.length + archive.length, end.length);
        return all;
    }

    private static String part(String boundary, String name, String more) {
        return "--"
                + boundary
                + "\r\nContent-Disposition: form-data; name=\""
                + name
                + "\""
                + more
                + "\r\n\r\n";
    }

    private static void assertProblem(Response answer, ErrorCode code) {
        assertThat(answer.asString()).doesNotContain("planted");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(code.httpStatus());
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("code")).isEqualTo(code.name());
    }

    private int jobs() {
        return db.scan(
                        scan ->
                                scan.tableName("DigitalWorkerJobs")
                                        .filterExpression("#Metadata = :job")
                                        .expressionAttributeNames(
                                                java.util.Map.of("#Metadata", "Metadata"))
                                        .expressionAttributeValues(
                                                java.util.Map.of(
                                                        ":job",
                                                        software.amazon.awssdk.services.dynamodb
                                                                .model.AttributeValue.fromS(
                                                                "job"))))
                .count();
    }

    private Stored everything() {
        List<String> keys =
                s3.listObjectsV2(list -> list.bucket(INPUT)).contents().stream()
                        .map(S3Object::key)
                        .toList();
        return new Stored(
                keys, db.scan(scan -> scan.tableName("DigitalWorkerJobs")).count(), files());
    }

    private Set<String> files() {
        Set<String> names = new TreeSet<>();
        if (Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.list(directory)) {
                files.map(file -> file.getFileName().toString()).forEach(names::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return names;
    }

    private record Stored(List<String> objects, int items, Set<String> files) {
        Stored andOneItem() {
            return new Stored(new ArrayList<>(objects), items + 1, files);
        }
    }
}
