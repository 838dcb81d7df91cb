package io.digitalworker.archive;

import io.digitalworker.api.ErrorCode;

import static io.digitalworker.archive.RawEntry.deflated;
import static io.digitalworker.archive.RawEntry.stored;
import static io.digitalworker.archive.RawExtra.field;
import static io.digitalworker.archive.RawExtra.number;
import static io.digitalworker.archive.SampleBytes.random;

/** Archives that are too much: entries, bytes, bombs. */
final class HostileSizes {
    private static final int MB = 1 << 20;

    private final Corpus corpus;

    private HostileSizes(Corpus corpus) {
        this.corpus = corpus;
    }

    static void addTo(Corpus corpus) {
        HostileSizes rows = new HostileSizes(corpus);
        rows.tooMuch();
        rows.bombs();
    }

    private void tooMuch() {
        ErrorCode entries = ErrorCode.ARCHIVE_TOO_MANY_ENTRIES;
        corpus.zip("50,001 entries", entries, () -> many(50_001));
        corpus.zip("300,000 entries, by ZIP64", entries, () -> many(300_000).zip64Only());
        corpus.zip(
                "70,000 entries, of which the end record knows 4,464",
                ErrorCode.ARCHIVE_HEADERS_DIFFER,
                () -> many(70_000));
        corpus.bytes(
                "one byte too many",
                ErrorCode.ARCHIVE_TOO_LARGE,
                () -> new byte[(int) ArchiveLimits.standard().archiveBytes() + 1]);
    }

    private void bombs() {
        ErrorCode ratio = ErrorCode.ARCHIVE_RATIO_TOO_HIGH;
        ErrorCode entryTooLarge = ErrorCode.ARCHIVE_ENTRY_TOO_LARGE;
        corpus.zip("2 MB of zeros", ratio, () -> RawZip.of(deflated("planted", new byte[2 * MB])));
        corpus.zip("zeros beyond 50 MB", entryTooLarge, () -> RawZip.of(zeros("planted", 51 * MB)));
        corpus.zip(
                "51 files of 1 MB of zeros",
                ratio,
                () -> {
                    RawZip zip = RawZip.of();
                    for (int i = 0; i < 51; i++) {
                        zip.add(deflated("planted" + i, new byte[MB]));
                    }
                    return zip;
                });
        corpus.zip(
                "a size of 4 GB in the header",
                entryTooLarge,
                () -> RawZip.of(deflated("planted", "x").size(0xFFFFFFFFL)));
        corpus.zip(
                "a size of 8 EB in the ZIP64 field",
                entryTooLarge,
                () ->
                        RawZip.of(
                                deflated("planted", "x")
                                        .size(0xFFFFFFFFL)
                                        .extra(field(1, number(Long.MAX_VALUE)))));
        corpus.zip(
                "a size that is negative when signed",
                entryTooLarge,
                () ->
                        RawZip.of(
                                deflated("planted", "x")
                                        .size(0xFFFFFFFFL)
                                        .extra(field(1, number(-1)))));
        corpus.zip(
                "files beyond 500 MB together",
                ErrorCode.ARCHIVE_INFLATES_TOO_LARGE,
                this::elevenBig);
        corpus.zip(
                "zeros that claim to be ten bytes",
                ErrorCode.ARCHIVE_HEADERS_DIFFER,
                () -> RawZip.of(zeros("planted", 51 * MB).size(10)));
        corpus.zip(
                "ten bytes that claim to be more",
                ErrorCode.ARCHIVE_HEADERS_DIFFER,
                () -> RawZip.of(deflated("planted", "ten  bytes").size(11)));
    }

    private RawZip elevenBig() {
        RawZip zip = RawZip.of();
        byte[] noise = random(300_000);
        for (int i = 0; i < 11; i++) {
            RawEntry entry = RawEntry.stored("planted" + i, noise).method(RawEntry.DEFLATED);
            zip.add(entry.size(49 * MB));
        }
        return zip;
    }

    private static RawZip many(int entries) {
        RawZip zip = RawZip.of();
        for (int i = 0; i < entries; i++) {
            zip.add(stored(Integer.toString(i, 36), ""));
        }
        return zip;
    }

    private static RawEntry zeros(String name, int size) {
        return deflated(name, new byte[size]);
    }
}
