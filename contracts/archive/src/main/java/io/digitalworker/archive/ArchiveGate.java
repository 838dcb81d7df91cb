package io.digitalworker.archive;

import io.digitalworker.api.ErrorCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets an archive in, or refuses it (design §9). Everything is checked before anything is handed
 * out: the records against the limits and against one another, then all data by inflating it once.
 * Nothing is ever written, no entry is held in memory, and what is cheap to refuse is refused
 * before data is touched.
 *
 * <p>Accepted are archives as ordinary tools make them: stored or deflated entries, data
 * descriptors, ZIP64, a comment in the end record, names in UTF-8 or IBM 437, backslashes as
 * separators.
 */
public final class ArchiveGate {
    private final ArchiveLimits limits;

    public ArchiveGate(ArchiveLimits limits) {
        this.limits = limits;
    }

    /** The gate with {@link ArchiveLimits#standard()}. */
    public static ArchiveGate standard() {
        return new ArchiveGate(ArchiveLimits.standard());
    }

    /**
     * Checks the whole archive. The caller closes a {@link CheckedArchive}; of a refused one nothing
     * stays open.
     *
     * @throws IOException if the file cannot be read; never because of what is in it
     */
    public GateResult open(Path zip) throws IOException {
        ArchiveBytes archive = ArchiveBytes.open(zip);
        boolean accepted = false;
        try {
            CheckedArchive checked = check(archive);
            accepted = true;
            return checked;
        } catch (Refused e) {
            return e.refusal();
        } finally {
            if (!accepted) {
                archive.close();
            }
        }
    }

    private CheckedArchive check(ArchiveBytes archive) throws IOException, Refused {
        checkSize(archive);
        EndRecord end = EndRecord.read(archive, limits);
        List<CentralHeader> headers = CentralDirectory.read(archive, end, limits);
        NameCollisions.check(headers);
        List<StoredEntry> entries = Layout.check(archive, end, headers);
        String sha256 = DataCheck.sha256(archive, entries);
        return new CheckedArchive(archive, sha256, files(entries));
    }

    private void checkSize(ArchiveBytes archive) throws Refused {
        if (archive.size() > limits.archiveBytes()) {
            throw new Refused(
                    ErrorCode.ARCHIVE_TOO_LARGE,
                    archive.size() + " bytes, at most " + limits.archiveBytes());
        }
        if (archive.size() < EndRecord.SIZE) {
            throw new Refused(ErrorCode.ARCHIVE_NOT_ZIP, archive.size() + " bytes");
        }
    }

    private static Map<String, StoredEntry> files(List<StoredEntry> entries) {
        Map<String, StoredEntry> files = new HashMap<>();
        for (StoredEntry entry : entries) {
            if (!entry.path().directory()) {
                files.put(entry.path().text(), entry);
            }
        }
        return files;
    }
}
