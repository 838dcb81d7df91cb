package io.digitalworker.ingest.check;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.ObjectRef;
import io.digitalworker.ledger.Upload;
import io.digitalworker.ledger.Uploads;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Takes what was uploaded from the bucket to this machine, and compares it with what was announced: the
 * address signed both, but who answers for it is this service. Somebody else's upload is as absent as
 * one that never was.
 */
@Singleton
public final class UploadCheck {
    private static final Pattern UPLOAD_ID = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final String PREFIX = "fetched-";

    private final Uploads uploads;
    private final S3Client s3;
    private final Clock clock;
    private final Path directory;

    UploadCheck(
            Uploads uploads,
            S3Client s3,
            Clock clock,
            @ConfigProperty(name = "quarkus.http.body.uploads-directory") String directory) {
        this.uploads = uploads;
        this.s3 = s3;
        this.clock = clock;
        this.directory = Path.of(directory);
    }

    /** What the caller announced under that identifier, also if it can no longer be submitted. */
    public Optional<Upload> announced(String uploadId, String principal) {
        return UPLOAD_ID.matcher(uploadId).matches()
                ? uploads.find(uploadId).filter(upload -> upload.principal().equals(principal))
                : Optional.empty();
    }

    /** What can be submitted now. Whether it was uploaded is not known yet. */
    Checked<Upload> usable(String uploadId, String principal) {
        return announced(uploadId, principal)
                .filter(upload -> upload.usableUntil().isAfter(clock.instant()))
                .<Checked<Upload>>map(Checked.Sound::new)
                .orElseGet(() -> Checked.faulty(ErrorCode.UPLOAD_NOT_FOUND));
    }

    /** What can be submitted, was uploaded and has the size that was announced. */
    public Checked<ObjectRef> there(String uploadId, String principal) {
        return usable(uploadId, principal).then(upload -> there(upload.object()));
    }

    private Checked<ObjectRef> there(ObjectRef object) {
        try {
            long size =
                    s3.headObject(head -> head.bucket(object.bucket()).key(object.key()))
                            .contentLength();
            return size == object.size()
                    ? new Checked.Sound<>(object)
                    : Checked.faulty(ErrorCode.UPLOAD_DIFFERS, "uploadId", "has another size");
        } catch (NoSuchKeyException e) {
            return Checked.faulty(ErrorCode.UPLOAD_INCOMPLETE);
        }
    }

    /** Fetches it. The file is the caller's to delete. */
    Checked<FetchedArchive> fetch(Upload upload) {
        ObjectRef object = upload.object();
        try (ResponseInputStream<GetObjectResponse> content =
                s3.getObject(get -> get.bucket(object.bucket()).key(object.key()))) {
            if (content.response().contentLength() != object.size()) {
                content.abort();
                return Checked.faulty(ErrorCode.UPLOAD_DIFFERS, "uploadId", "has another size");
            }
            return save(content, object);
        } catch (NoSuchKeyException e) {
            return Checked.faulty(ErrorCode.UPLOAD_INCOMPLETE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Checked<FetchedArchive> save(
            ResponseInputStream<GetObjectResponse> content, ObjectRef object) throws IOException {
        Path file = Files.createTempFile(Files.createDirectories(directory), PREFIX, ".zip");
        boolean sound = false;
        try {
            sound = copy(content, file).equals(object.sha256());
        } finally {
            if (!sound) {
                Files.deleteIfExists(file);
            }
        }
        String version = content.response().eTag();
        return sound
                ? new Checked.Sound<>(
                        new FetchedArchive(
                                file, new UploadedObject(object.bucket(), object.key(), version)))
                : Checked.faulty(ErrorCode.UPLOAD_DIFFERS, "uploadId", "has another SHA-256");
    }

    private static String copy(InputStream content, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            DigestInputStream digested =
                    new DigestInputStream(content, MessageDigest.getInstance("SHA-256"));
            digested.transferTo(out);
            return HexFormat.of().formatHex(digested.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** A copy on this machine, and what it is a copy of. */
    record FetchedArchive(Path file, UploadedObject object) {}
}
