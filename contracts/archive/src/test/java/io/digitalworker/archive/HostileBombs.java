package io.digitalworker.archive;

import io.digitalworker.api.ErrorCode;
import java.util.ArrayDeque;
import java.util.Deque;

import static io.digitalworker.archive.RawEntry.deflated;
import static io.digitalworker.archive.RawEntry.stored;
import static io.digitalworker.archive.RawExtra.field;
import static io.digitalworker.archive.SampleBytes.joined;

/** Bombs that lie flat, lie within one another, or share their data. */
final class HostileBombs {
    private static final int MB = 1 << 20;

    /** Small enough to be let in at any ratio, so that sharing it is the only fault. */
    private static final int KERNEL = 300_000;

    private static final int STORED_BLOCK = 5;

    private final Corpus corpus;

    private HostileBombs(Corpus corpus) {
        this.corpus = corpus;
    }

    static void addTo(Corpus corpus) {
        HostileBombs rows = new HostileBombs(corpus);
        rows.flat();
        rows.nested();
        rows.sharing();
        rows.lying();
    }

    private void flat() {
        ErrorCode ratio = ErrorCode.ARCHIVE_RATIO_TOO_HIGH;
        corpus.zip(
                "50 MB of zeros", ratio, () -> RawZip.of(deflated("planted", new byte[50 * MB])));
        corpus.zip("a bomb behind sound files", ratio, HostileBombs::behindSoundFiles);
        corpus.zip(
                "600 files of 1 MB of zeros",
                ErrorCode.ARCHIVE_INFLATES_TOO_LARGE,
                HostileBombs::manySmall);
    }

    private static RawZip behindSoundFiles() {
        RawZip zip = RawZip.of();
        for (int i = 0; i < 100; i++) {
            zip.add(stored("sound" + i, "class A {}"));
        }
        return zip.add(deflated("planted", new byte[3 * MB]));
    }

    private static RawZip manySmall() {
        RawEntry zeros = deflated("planted", new byte[MB]);
        byte[] data = RawEntry.deflate(new byte[MB]);
        long crc = RawEntry.crcOf(new byte[MB]);
        RawZip zip = RawZip.of(zeros);
        for (int i = 0; i < 599; i++) {
            RawEntry again = deflated("planted" + i, "").data(data);
            zip.add(again.sizes(data.length, MB).crc(crc));
        }
        return zip;
    }

    private void nested() {
        corpus.zip(
                "an archive of zeros within an archive",
                ErrorCode.ARCHIVE_RATIO_TOO_HIGH,
                () -> {
                    byte[] inner = RawZip.of(stored("planted", new byte[20 * MB])).toBytes();
                    return RawZip.of(deflated("inner.zip", inner));
                });
    }

    private void sharing() {
        ErrorCode overlapping = ErrorCode.ARCHIVE_OVERLAPPING;
        corpus.zip("headers quoted by blocks of the data before", overlapping, () -> quoting(50));
        corpus.zip("a header quoted by an extra field", overlapping, HostileBombs::quotedByField);
        corpus.zip("two entries that share the end of their data", overlapping, () -> quoting(2));
    }

    /**
     * As in Fifield's "better zip bomb": the data of each entry is one block that quotes the next
     * entry's local header, followed by that entry's own data. Ordinary readers unpack it.
     */
    static RawZip quoting(int entries) {
        byte[] content = new byte[KERNEL];
        byte[] kernel = RawEntry.deflate(content);
        RawEntry next = deflated("planted", content);
        Deque<RawEntry> inOrder = new ArrayDeque<>();
        inOrder.addFirst(next);
        int packed = kernel.length;
        for (int i = 1; i < entries; i++) {
            byte[] header = next.localHeader();
            content = joined(header, content);
            packed += STORED_BLOCK + header.length;
            next = deflated("planted" + i, "").data(blockOf(header.length));
            next.sizes(packed, content.length).crc(RawEntry.crcOf(content));
            inOrder.addFirst(next);
        }
        return RawZip.of(inOrder.toArray(RawEntry[]::new));
    }

    /** The head of a block that is stored and not the last one. */
    private static byte[] blockOf(int length) {
        LittleEndian block = new LittleEndian().bytes((byte) 0).u16(length);
        return block.u16(~length).toBytes();
    }

    /** The data belongs to both; the second header lies in an extra field of the first. */
    private static RawZip quotedByField() {
        byte[] content = new byte[9_000];
        RawEntry inner = stored("planted", content);
        byte[] quoted = field(0xCAFE, inner.localHeader());
        RawEntry outer = stored("outer", content).localExtra(quoted);
        int innerOffset = outer.localHeader().length - inner.localHeader().length;
        return RawZip.of(outer, stored("planted", content).data().offset(innerOffset));
    }

    private void lying() {
        ErrorCode differ = ErrorCode.ARCHIVE_HEADERS_DIFFER;
        corpus.zip("zeros that claim to be none", differ, () -> RawZip.of(zerosThatClaim(0)));
        corpus.zip(
                "zeros that claim one byte less",
                differ,
                () -> RawZip.of(zerosThatClaim(MB / 2 - 1)));
        corpus.zip(
                "zeros that claim one byte more",
                differ,
                () -> RawZip.of(zerosThatClaim(MB / 2 + 1)));
    }

    private static RawEntry zerosThatClaim(int size) {
        return deflated("planted", new byte[MB / 2]).size(size);
    }
}
