package io.digitalworker.archive;

import io.digitalworker.api.ErrorCode;
import java.util.Arrays;

import static io.digitalworker.archive.RawEntry.deflated;
import static io.digitalworker.archive.RawEntry.stored;
import static io.digitalworker.archive.SampleBytes.joined;
import static java.nio.charset.StandardCharsets.UTF_8;

/** Archives that break off in each of their parts, or are two in one. */
final class HostileCuts {
    private static final byte[] COMMENT = "planted comment".getBytes(UTF_8);
    private static final byte[] WHOLE = sample().comment(COMMENT).toBytes();
    private static final int END = WHOLE.length - COMMENT.length - EndRecord.SIZE;
    private static final int LOCATOR = END - 20;
    private static final int ZIP64 = LOCATOR - 56;

    private final Corpus corpus;

    private HostileCuts(Corpus corpus) {
        this.corpus = corpus;
    }

    static void addTo(Corpus corpus) {
        HostileCuts rows = new HostileCuts(corpus);
        rows.cuts();
        rows.twoInOne();
    }

    private void cuts() {
        int directory = ZIP64 - 2 * (CentralHeader.SIZE + 1);
        corpus.bytes(
                "cut in the first signature",
                ErrorCode.ARCHIVE_NOT_ZIP,
                () -> Arrays.copyOf(WHOLE, 4));
        cut("the first local header", LocalHeader.SIZE - 3);
        cut("the first name", LocalHeader.SIZE);
        cut("the first data", LocalHeader.SIZE + 3);
        cut("the data descriptor", directory - 7);
        cut("the directory, before it begins", directory);
        cut("the first central header", directory + 9);
        cut("the second central header", ZIP64 - 3);
        cut("the ZIP64 end record", ZIP64 + 30);
        cut("the ZIP64 locator", LOCATOR + 10);
        cut("the end record, before it begins", END);
        cut("the end record", END + 12);
        cut("the comment, before it begins", END + EndRecord.SIZE);
        cut("the comment", WHOLE.length - 1);
    }

    private void cut(String where, int length) {
        corpus.bytes(
                "cut in " + where, ErrorCode.ARCHIVE_DAMAGED, () -> Arrays.copyOf(WHOLE, length));
    }

    private void twoInOne() {
        ErrorCode extra = ErrorCode.ARCHIVE_EXTRA_BYTES;
        ErrorCode differ = ErrorCode.ARCHIVE_HEADERS_DIFFER;
        byte[] other = RawZip.of(stored("planted.exe", "planted")).toBytes();
        corpus.zip("another archive before it", extra, () -> sample().leading(other));
        corpus.zip(
                "another archive before it that the offsets count",
                extra,
                () -> sample().leadingKnownToOffsets(other));
        corpus.zip(
                "another archive before its directory",
                extra,
                () -> sample().beforeDirectory(other));
        corpus.bytes(
                "another archive behind its comment",
                extra,
                () -> joined(sample().comment((byte) 'c').toBytes(), other));
        corpus.zip("two end records", differ, () -> sample().comment(endRecord()));
        corpus.zip("another archive in its comment", differ, () -> sample().comment(other));
    }

    /** Of an archive that would begin where this one does. */
    private static byte[] endRecord() {
        byte[] one = RawZip.of(stored("a", "x")).toBytes();
        return Arrays.copyOfRange(one, one.length - EndRecord.SIZE, one.length);
    }

    private static RawZip sample() {
        RawEntry streamed = deflated("b", "planted ".repeat(20)).withDescriptor();
        return RawZip.of(stored("a", "planted content"), streamed).zip64();
    }
}
