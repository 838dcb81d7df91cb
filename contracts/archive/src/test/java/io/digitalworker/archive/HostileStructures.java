package io.digitalworker.archive;

import io.digitalworker.api.ErrorCode;

import static io.digitalworker.archive.RawEntry.deflate;
import static io.digitalworker.archive.RawEntry.deflated;
import static io.digitalworker.archive.RawEntry.directory;
import static io.digitalworker.archive.RawEntry.stored;
import static io.digitalworker.archive.RawExtra.field;
import static io.digitalworker.archive.SampleBytes.behead;
import static io.digitalworker.archive.SampleBytes.cut;
import static io.digitalworker.archive.SampleBytes.joined;
import static io.digitalworker.archive.SampleBytes.random;
import static java.nio.charset.StandardCharsets.UTF_8;

/** Archives whose parts overlap, leave gaps, contradict one another or are missing. */
final class HostileStructures {
    private final Corpus corpus;

    private HostileStructures(Corpus corpus) {
        this.corpus = corpus;
    }

    static void addTo(Corpus corpus) {
        HostileStructures rows = new HostileStructures(corpus);
        rows.notArchives();
        rows.overlaps();
        rows.extraBytes();
        rows.contradictions();
        rows.damaged();
    }

    private void notArchives() {
        ErrorCode notZip = ErrorCode.ARCHIVE_NOT_ZIP;
        corpus.bytes("no bytes at all", notZip, () -> new byte[0]);
        corpus.bytes("a text", notZip, () -> "planted text, not an archive".getBytes(UTF_8));
        corpus.bytes("random bytes", notZip, () -> random(100_000));
        corpus.bytes("a gzip stream", notZip, () -> new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0});
        ErrorCode empty = ErrorCode.ARCHIVE_EMPTY;
        corpus.zip("an end record alone", empty, () -> RawZip.of());
        corpus.zip("directories alone", empty, () -> RawZip.of(directory("a/"), directory("b/")));
    }

    private void overlaps() {
        ErrorCode overlapping = ErrorCode.ARCHIVE_OVERLAPPING;
        corpus.zip(
                "two entries with one place",
                overlapping,
                () -> RawZip.of(stored("a", random(90)), stored("b", "x").offset(0)));
        corpus.zip("an entry within another's data", overlapping, HostileStructures::nested);
        corpus.zip("a thousand entries with one place", overlapping, HostileStructures::oneKernel);
        corpus.zip("more data than there is room", overlapping, HostileStructures::tooLittleRoom);
        corpus.zip(
                "data that reaches into the next entry",
                overlapping,
                () -> RawZip.of(stored("a", "planted").sizes(50, 50), stored("b", random(90))));
        corpus.zip(
                "data that reaches into the central directory",
                overlapping,
                () -> {
                    RawEntry padded = stored("a", "x").extra(field(0xCAFE, random(40)));
                    return RawZip.of(padded, stored("b", "x").sizes(9, 9));
                });
    }

    /** The inner entry's local header and data are the outer one's content. */
    private static RawZip nested() {
        RawEntry inner = stored("inner", "planted");
        LittleEndian content = new LittleEndian();
        inner.writeLocal(content, 0);
        RawEntry outer = stored("outer", content.toBytes());
        RawEntry again = stored("inner", "planted").offset(LocalHeader.SIZE + "outer".length());
        return RawZip.of(outer, again);
    }

    /** As in Fifield's bombs: one kernel of data that many names claim for theirs. */
    private static RawZip oneKernel() {
        RawZip zip = RawZip.of();
        for (int i = 0; i < 1_000; i++) {
            zip.add(deflated("planted" + i, "kernel").offset(0));
        }
        return zip;
    }

    private static RawZip tooLittleRoom() {
        return RawZip.of(stored("a", random(90)), stored("b", "x").sizes(90, 90));
    }

    private void extraBytes() {
        ErrorCode extra = ErrorCode.ARCHIVE_EXTRA_BYTES;
        byte[] planted = HostileArchive.PLANTED.getBytes(UTF_8);
        corpus.zip("bytes after the end", extra, () -> plain().trailing(planted));
        corpus.zip("one byte after the end", extra, () -> plain().trailing((byte) 0));
        corpus.zip("bytes before the beginning", extra, () -> plain().leading(planted));
        corpus.zip(
                "bytes before the beginning that the offsets count",
                extra,
                () -> plain().leadingKnownToOffsets(planted));
        corpus.zip("a program before the archive", extra, () -> plain().leading(random(5_000)));
        corpus.zip("bytes before the directory", extra, () -> plain().beforeDirectory(planted));
        corpus.zip("bytes before the end record", extra, () -> plain().beforeEnd(planted));
        corpus.zip("bytes before a ZIP64 end", extra, () -> plain().zip64().beforeEnd(planted));
        corpus.zip("an entry unknown to the directory", extra, HostileStructures::hiddenEntry);
        corpus.bytes(
                "two archives, one after the other",
                extra,
                () -> joined(plain().toBytes(), plain().toBytes()));
        corpus.zip("bytes behind the compressed data", extra, HostileStructures::slackData);
        corpus.zip(
                "an offset into the middle of the next entry",
                extra,
                () -> RawZip.of(stored("a", "x"), stored("b", random(99)).offset(50)));
        corpus.zip(
                "bytes behind a data descriptor",
                extra,
                () -> RawZip.of(stored("planted", "x").described(new byte[40])));
        corpus.zip(
                "bytes too few for a data descriptor",
                extra,
                () -> RawZip.of(stored("planted", "x").described(new byte[5])));
    }

    private static RawZip hiddenEntry() {
        LittleEndian hidden = new LittleEndian();
        stored("planted", "hidden").writeLocal(hidden, 0);
        return RawZip.of(stored("a", "x").after(hidden.toBytes()), stored("b", "y"));
    }

    private static RawZip slackData() {
        byte[] content = HostileArchive.PLANTED.getBytes(UTF_8);
        byte[] data = joined(deflate(content), content);
        RawEntry entry = deflated("planted", content).data(data);
        return RawZip.of(entry.sizes(data.length, content.length));
    }

    private void contradictions() {
        ErrorCode differ = ErrorCode.ARCHIVE_HEADERS_DIFFER;
        corpus.zip(
                "one entry less counted", differ, () -> plain().add(stored("b", "")).countSlip(-1));
        corpus.zip("a ZIP64 count that differs", differ, () -> plain().zip64().countSlip(1));
        corpus.zip(
                "a ZIP64 offset that differs",
                differ,
                () -> plain().zip64().directoryOffsetSlip(1));
        corpus.zip("an archive in the comment", differ, () -> plain().comment(plain().toBytes()));
        corpus.zip(
                "an end record in the comment that does not fit",
                differ,
                () -> plain().comment(joined(plain().toBytes(), new byte[3])));
        corpus.zip(
                "a directory longer than its entries",
                differ,
                () -> plain().beforeEnd(new byte[5]).directorySizeSlip(5));
        corpus.zip("a directory shorter than its entries", differ, HostileStructures::endInside);
    }

    /** The last central header's extra field reaches into the end record. */
    private static RawZip endInside() {
        byte[] extra = new LittleEndian().u16(0xCAFE).u16(4).toBytes();
        return RawZip.of(stored("planted", "x").extra(extra).centralExtraLength(8));
    }

    private void damaged() {
        ErrorCode damaged = ErrorCode.ARCHIVE_DAMAGED;
        corpus.bytes("cut before its end", damaged, () -> cut(plain().toBytes(), 30));
        corpus.bytes("cut in its end record", damaged, () -> cut(plain().toBytes(), 1));
        corpus.bytes("cut at its beginning", damaged, () -> behead(plain().toBytes(), 9));
        corpus.zip("one entry more counted", damaged, () -> plain().countSlip(1));
        corpus.zip("the second of two disks", damaged, () -> plain().disk(1));
        corpus.zip("a ZIP64 locator that misses", damaged, () -> plain().zip64LocatorSlip(1));
        corpus.zip(
                "a ZIP64 locator alone", damaged, () -> plain().beforeEnd(locatorAlone(plain())));
        corpus.bytes(
                "a local header without its signature",
                damaged,
                () -> joined(new byte[] {'X'}, behead(plain().toBytes(), 1)));
    }

    /** A locator for a ZIP64 end record, where there is something else. */
    private static byte[] locatorAlone(RawZip before) {
        byte[] other = random(56);
        int start = before.toBytes().length - EndRecord.SIZE;
        LittleEndian bytes = new LittleEndian().bytes(other);
        return bytes.u32(0x07064b50).u32(0).u64(start).u32(1).toBytes();
    }

    private static RawZip plain() {
        return RawZip.of(stored("planted.txt", "planted content"));
    }
}
