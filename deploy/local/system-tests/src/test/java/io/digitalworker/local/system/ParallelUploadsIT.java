package io.digitalworker.local.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.digitalworker.local.launcher.installation.Home;
import io.digitalworker.local.launcher.installation.Service;
import io.digitalworker.local.launcher.installation.ServiceProcess;
import io.digitalworker.local.launcher.installation.Settings;
import io.digitalworker.local.process.CloudProcess;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Many archives at once against one ingest process whose heap is smaller than all of them together: as
 * forms, and uploaded to the bucket first. 24 of 8 MB each; with {@code -Duploads=all} 100 of 20 MB and
 * a heap of 256 MB, as the promise says.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ParallelUploadsIT {
    private static final boolean ALL = "all".equals(System.getProperty("uploads"));
    private static final int COUNT = ALL ? 100 : 24;
    private static final int MEGABYTES = ALL ? 20 : 8;
    private static final int HEAP_MB = ALL ? 256 : 160;
    private static final String DESCRIPTOR =
            "{\"moduleName\": \"Many\", \"version\": \"1.0\","
                    + " \"features\": [{\"id\": \"F1\", \"description\": \"Many at once.\"}]}";
    private static final Pattern USED = Pattern.compile("(\\d+)M->\\d+M\\(\\d+M\\)");

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private Path directory;
    private CloudProcess cloud;
    private ServiceProcess ingest;
    private Path archive;
    private String sha256;

    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path directory) throws Exception {
        this.directory = directory;
        cloud = CloudProcess.start(CloudProcess.Options.in(directory.resolve("cloud")));
        int port = FreePorts.one();
        Settings settings =
                new Settings(
                        cloud.endpoints(),
                        "http://127.0.0.1:" + port,
                        Plant.MASTER_KEY,
                        Duration.ZERO);
        Path temporary = Files.createDirectories(directory.resolve("tmp"));
        ingest =
                ServiceProcess.start(
                        Service.INGEST,
                        Home.find().runnable(Service.INGEST),
                        port,
                        directory.resolve("ingest.log"),
                        settings.environment(),
                        List.of(
                                "-Xmx" + HEAP_MB + "m",
                                "-Djava.io.tmpdir=" + temporary,
                                "-Xlog:gc:file=" + directory.resolve("gc.log")));
        ingest.awaitReady();
        archive = zip(directory.resolve("archive.zip"));
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        sha256 = HexFormat.of().formatHex(digest.digest(Files.readAllBytes(archive)));
    }

    @AfterAll
    void end() {
        ingest.close();
        cloud.close();
    }

    /** Random bytes, stored: nothing gets smaller on the way. */
    private static Path zip(Path file) throws IOException {
        byte[] content = new byte[MEGABYTES << 20];
        new Random(1).nextBytes(content);
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry("src/data.bin");
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(entry);
            zip.write(content);
            zip.closeEntry();
        }
        return file;
    }

    @Test
    void takesFormsWithinItsHeapAndLeavesNoFile() throws Exception {
        atOnce("forms", this::form);
    }

    @Test
    void takesUploadsWithinItsHeapAndLeavesNoFile() throws Exception {
        atOnce("uploads", this::uploadAndSubmit);
    }

    private void atOnce(String what, Callable<Integer> submission) throws Exception {
        long begin = System.nanoTime();
        ExecutorService pool = Executors.newFixedThreadPool(COUNT);
        try {
            for (Future<Integer> answer : pool.invokeAll(Collections.nCopies(COUNT, submission))) {
                assertThat(answer.get()).as("status of each of " + COUNT).isEqualTo(202);
            }
        } finally {
            pool.shutdownNow();
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(files()).as("files left in the end").isEmpty());
        assertThat(ingest.process().isAlive()).isTrue();
        assertThat(peak()).as("megabytes of heap in use at most").isBetween(1, HEAP_MB);
        System.out.printf(
                Locale.ROOT,
                "%d %s of %d MB at once: %.1f s, heap at most %d MB of %d MB%n",
                COUNT,
                what,
                MEGABYTES,
                seconds,
                peak(),
                HEAP_MB);
    }

    private List<Path> files() {
        try (Stream<Path> tree = Files.walk(directory.resolve("tmp"))) {
            return tree.filter(Files::isRegularFile)
                    .filter(file -> file.toString().contains("digital-worker-uploads"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was in use before any collection. */
    private int peak() throws IOException {
        return Files.readAllLines(directory.resolve("gc.log")).stream()
                .flatMap(line -> USED.matcher(line).results())
                .mapToInt(used -> Integer.parseInt(used.group(1)))
                .max()
                .orElse(0);
    }

    private int form() throws Exception {
        String boundary = "----many";
        String head =
                "--"
                        + boundary
                        + "\r\nContent-Disposition: form-data; name=\"descriptor\"\r\n\r\n"
                        + DESCRIPTOR
                        + "\r\n--"
                        + boundary
                        + "\r\nContent-Disposition: form-data; name=\"archive\";"
                        + " filename=\"a.zip\"\r\nContent-Type: application/zip\r\n\r\n";
        BodyPublisher body =
                BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofFile(archive),
                        BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
        return send("/v1/generate-spec", "multipart/form-data; boundary=" + boundary, body)
                .statusCode();
    }

    private int uploadAndSubmit() throws Exception {
        String announcement =
                "{\"size\": %d, \"sha256\": \"%s\"}".formatted(Files.size(archive), sha256);
        HttpResponse<String> announced =
                send("/v1/uploads", "application/json", BodyPublishers.ofString(announcement));
        assertThat(announced.statusCode()).as(announced.body()).isEqualTo(201);
        JsonNode upload = json.readTree(announced.body());
        HttpRequest.Builder put = HttpRequest.newBuilder(URI.create(upload.path("url").asText()));
        for (Map.Entry<String, JsonNode> header : upload.path("headers").properties()) {
            put.header(header.getKey(), header.getValue().asText());
        }
        int stored =
                http.send(
                                put.PUT(BodyPublishers.ofFile(archive)).build(),
                                HttpResponse.BodyHandlers.discarding())
                        .statusCode();
        assertThat(stored).as("status of the bucket").isEqualTo(200);
        String submission =
                "{\"uploadId\": \"%s\", \"descriptor\": %s}"
                        .formatted(upload.path("uploadId").asText(), DESCRIPTOR);
        return send("/v1/generate-spec", "application/json", BodyPublishers.ofString(submission))
                .statusCode();
    }

    private HttpResponse<String> send(String path, String type, BodyPublisher body)
            throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(ingest.address().resolve(path))
                        .header("Content-Type", type)
                        .POST(body)
                        .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
