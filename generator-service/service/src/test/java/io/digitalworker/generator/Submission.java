package io.digitalworker.generator;

import io.digitalworker.api.JobStatus;
import io.digitalworker.api.ObjectRef;
import io.digitalworker.archive.ZipOfDirectory;
import io.digitalworker.generator.objects.FakeObjectStore;
import io.digitalworker.ledger.Job;
import io.digitalworker.ledger.NewJob;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * What a caller submits, as ingest would store it; by default the small C# module of this test's resources.
 *
 * @param zip null where no archive is sent
 * @param markdown a partial document; null where none is sent
 */
public record Submission(
        String jobId,
        byte @Nullable [] zip,
        byte[] descriptorJson,
        byte[] optionsJson,
        byte @Nullable [] markdown) {
    private static final Path SOURCES = Path.of("src/test/resources/sources");
    private static final String BUCKET = "digital-worker-input";

    public static Submission of(String jobId) {
        return new Submission(
                jobId,
                zipOf(SOURCES.resolve("pickup")),
                bytesOf(SOURCES.resolve("pickup.json")),
                "{}".getBytes(UTF_8),
                null);
    }

    public Submission withoutArchive() {
        return new Submission(jobId, null, descriptorJson, optionsJson, markdown);
    }

    public Submission withExisting(String text) {
        return withExisting(text.getBytes(UTF_8));
    }

    public Submission withExisting(byte[] bytes) {
        return new Submission(jobId, zip, descriptorJson, optionsJson, bytes);
    }

    public Submission withArchive(byte[] bytes) {
        return new Submission(jobId, bytes, descriptorJson, optionsJson, markdown);
    }

    public Submission withDescriptor(String json) {
        return new Submission(jobId, zip, json.getBytes(UTF_8), optionsJson, markdown);
    }

    public Submission withOptions(String json) {
        return new Submission(jobId, zip, descriptorJson, json.getBytes(UTF_8), markdown);
    }

    public @Nullable ObjectRef archive() {
        return zip == null ? null : reference("archive.zip", zip);
    }

    public @Nullable ObjectRef existing() {
        return markdown == null ? null : reference("existing.md", markdown);
    }

    public ObjectRef descriptor() {
        return reference("descriptor.json", descriptorJson);
    }

    public ObjectRef options() {
        return reference("options.json", optionsJson);
    }

    public Submission storedIn(FakeObjectStore objects) {
        return storedBy(objects::hold);
    }

    public Submission storedBy(BiConsumer<String, byte[]> store) {
        if (zip != null) {
            store.accept(archive().key(), zip);
        }
        if (markdown != null) {
            store.accept(existing().key(), markdown);
        }
        store.accept(descriptor().key(), descriptorJson);
        store.accept(options().key(), optionsJson);
        return this;
    }

    public NewJob newJob() {
        return new NewJob(
                jobId,
                "somebody",
                "Shop.Pickup",
                archive(),
                descriptor(),
                options(),
                existing(),
                false,
                "request-of-" + jobId,
                null);
    }

    /** The job as the ledger gives it, where a test needs no ledger. */
    public Job job() {
        Instant now = Instant.parse("2026-03-01T12:00:00Z");
        return new Job(
                jobId,
                "somebody",
                "Shop.Pickup",
                JobStatus.Running,
                1,
                1,
                1,
                now,
                now,
                null,
                archive(),
                descriptor(),
                options(),
                existing(),
                false,
                "open",
                0,
                List.of(),
                null,
                List.of(),
                List.of(),
                null,
                now.plusSeconds(15),
                now.plusSeconds(1_800),
                now.plusSeconds(86_400),
                "request-of-" + jobId,
                null,
                null,
                null,
                null);
    }

    private ObjectRef reference(String name, byte[] bytes) {
        return new ObjectRef(BUCKET, jobId + "/" + name, sha256(bytes), bytes.length);
    }

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] zipOf(Path directory) {
        try {
            ByteArrayOutputStream zip = new ByteArrayOutputStream();
            ZipOfDirectory.write(directory, zip);
            return zip.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytesOf(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
