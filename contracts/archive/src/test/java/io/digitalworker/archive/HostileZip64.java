package io.digitalworker.archive;

import io.digitalworker.api.ErrorCode;

import static io.digitalworker.archive.RawEntry.deflated;
import static io.digitalworker.archive.RawEntry.stored;
import static io.digitalworker.archive.RawExtra.field;
import static io.digitalworker.archive.RawExtra.number;
import static io.digitalworker.archive.SampleBytes.joined;

/** Archives whose ZIP64 numbers, which may be anything up to 16 EB, lie. */
final class HostileZip64 {
    private static final long NONE = 0xFFFFFFFFL;

    private final Corpus corpus;

    private HostileZip64(Corpus corpus) {
        this.corpus = corpus;
    }

    static void addTo(Corpus corpus) {
        HostileZip64 rows = new HostileZip64(corpus);
        rows.counts();
        rows.places();
        rows.entries();
    }

    private void counts() {
        ErrorCode many = ErrorCode.ARCHIVE_TOO_MANY_ENTRIES;
        row("a trillion entries", many, plain().zip64CountSlip(1L << 40));
        row("entries that an int takes for one", many, plain().zip64CountSlip(1L << 32));
        row("a negative count", many, plain().zip64CountSlip(-2));
        row("one entry less", ErrorCode.ARCHIVE_HEADERS_DIFFER, two().zip64CountSlip(-1));
        row("one entry more", ErrorCode.ARCHIVE_DAMAGED, two().zip64CountSlip(1));
        row("no entry", ErrorCode.ARCHIVE_EMPTY, plain().zip64CountSlip(-1));
    }

    private void places() {
        ErrorCode damaged = ErrorCode.ARCHIVE_DAMAGED;
        row("a directory of exabytes", damaged, plain().zip64SizeSlip(1L << 62));
        row("a directory of negative size", damaged, plain().zip64SizeSlip(Long.MIN_VALUE));
        row("a directory beyond the end", damaged, plain().zip64OffsetSlip(1L << 40));
        row("a directory at a negative offset", damaged, plain().zip64OffsetSlip(Long.MIN_VALUE));
        row("a directory one byte later", damaged, plain().zip64OffsetSlip(1));
        ErrorCode extra = ErrorCode.ARCHIVE_EXTRA_BYTES;
        row("a directory one byte earlier", extra, plain().zip64OffsetSlip(-1));
        row("an end record with an unknown part", damaged, plain().zip64RecordSlip(8));
        row("an end record of negative size", damaged, plain().zip64RecordSlip(-99));
        row("a locator at a negative offset", damaged, plain().zip64LocatorSlip(Long.MIN_VALUE));
    }

    private void entries() {
        ErrorCode damaged = ErrorCode.ARCHIVE_DAMAGED;
        RawEntry wraps = deflated("planted", "x").size(NONE);
        row(
                "a size that an int takes for ten",
                ErrorCode.ARCHIVE_ENTRY_TOO_LARGE,
                RawZip.of(wraps.extra(field(1, number((1L << 32) + 10)))));
        RawEntry packed = deflated("planted", "x").sizes(NONE, 1);
        row(
                "a compressed size of exabytes",
                damaged,
                RawZip.of(packed.extra(field(1, number(Long.MAX_VALUE)))));
        RawEntry astray = stored("planted", "x").offset(NONE);
        row(
                "an entry beyond the end",
                damaged,
                RawZip.of(astray.extra(field(1, number(1L << 40)))));
        RawEntry behind = stored("planted", "x").offset(NONE);
        row(
                "an entry at a negative offset",
                damaged,
                RawZip.of(stored("a", "y"), behind.extra(field(1, number(-1)))));
        row(
                "an entry at an offset left to no field",
                damaged,
                RawZip.of(stored("a", "x").offset(NONE)));
        byte[] other = field(1, joined(number(9), number(9)));
        row(
                "local sizes that differ",
                ErrorCode.ARCHIVE_HEADERS_DIFFER,
                RawZip.of(stored("planted", "x").localSizes(NONE, NONE).localExtra(other)));
        row(
                "local sizes left to no field",
                ErrorCode.ARCHIVE_HEADERS_DIFFER,
                RawZip.of(stored("planted", "x").localSizes(NONE, NONE)));
    }

    private void row(String name, ErrorCode expected, RawZip zip) {
        corpus.zip("ZIP64: " + name, expected, () -> zip);
    }

    private static RawZip plain() {
        return RawZip.of(stored("planted", "x"));
    }

    private static RawZip two() {
        return plain().add(stored("b", "y"));
    }
}
