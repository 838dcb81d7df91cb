package io.digitalworker.archive;

/**
 * How large an archive may be (design §9). MB are 1,048,576 bytes.
 *
 * @param archiveBytes largest archive file
 * @param entries most entries, directories included, as the end record counts them
 * @param inflatedBytes largest sum of all inflated files
 * @param entryBytes largest inflated file
 * @param ratio how many times smaller than its content compressed data may be. It is asked of each
 *     file above {@code ratioFloorBytes}, and of the archive as a whole once its files together
 *     exceed {@code entryBytes}
 * @param ratioFloorBytes inflated size up to which any ratio is accepted: small repetitive files
 *     (empty tables, generated constants) compress a thousand times and harm nobody
 * @param pathBytes longest path, in bytes as it stands in the archive
 * @param depth most names in a path
 */
public record ArchiveLimits(
        long archiveBytes,
        int entries,
        long inflatedBytes,
        int entryBytes,
        int ratio,
        long ratioFloorBytes,
        int pathBytes,
        int depth) {

    private static final int MB = 1 << 20;

    public ArchiveLimits {
        requirePositive(archiveBytes, "archiveBytes");
        requirePositive(entries, "entries");
        requirePositive(inflatedBytes, "inflatedBytes");
        requirePositive(entryBytes, "entryBytes");
        requirePositive(ratio, "ratio");
        requirePositive(ratioFloorBytes, "ratioFloorBytes");
        requirePositive(pathBytes, "pathBytes");
        requirePositive(depth, "depth");
    }

    /** The limits that the API promises and the texts of the error catalogue name. */
    public static ArchiveLimits standard() {
        return new ArchiveLimits(50L * MB, 50_000, 500L * MB, 50 * MB, 200, MB, 1_024, 64);
    }

    private static void requirePositive(long value, String name) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " must be positive, but is " + value);
        }
    }
}
