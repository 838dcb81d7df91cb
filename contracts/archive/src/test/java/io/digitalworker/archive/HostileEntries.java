package io.digitalworker.archive;

import io.digitalworker.api.ErrorCode;

import static io.digitalworker.archive.RawEntry.deflated;
import static io.digitalworker.archive.RawEntry.stored;
import static io.digitalworker.archive.RawExtra.field;
import static io.digitalworker.archive.RawExtra.number;
import static io.digitalworker.archive.RawExtra.unicodePath;
import static io.digitalworker.archive.RawExtra.withUnicodePath;
import static io.digitalworker.archive.SampleBytes.joined;

/** Archives with an entry that contradicts itself, cannot be read, or is of a kind not let in. */
final class HostileEntries {
    private final Corpus corpus;

    private HostileEntries(Corpus corpus) {
        this.corpus = corpus;
    }

    static void addTo(Corpus corpus) {
        HostileEntries rows = new HostileEntries(corpus);
        rows.linksAndDevices();
        rows.linksUnderOtherNames();
        rows.encrypted();
        rows.unsupportedMethods();
        rows.contradictingHeaders();
        rows.contradictingDescriptors();
        rows.damagedEntries();
    }

    private void linksAndDevices() {
        for (int kind : new int[] {0120000, 0060000, 0020000, 0010000, 0140000, 0110000, 0170000}) {
            corpus.zip(
                    "Unix file of kind " + Integer.toOctalString(kind),
                    ErrorCode.ARCHIVE_LINK_OR_DEVICE,
                    () -> RawZip.of(stored("planted", "/etc/passwd").mode(kind | 0777)));
        }
        corpus.zip(
                "a link that claims to come from DOS",
                ErrorCode.ARCHIVE_LINK_OR_DEVICE,
                () -> RawZip.of(stored("planted", "/etc/passwd").mode(0120777).madeBy(0)));
        byte[] asi = field(ExtraFields.ASI_UNIX, new LittleEndian().u32(0).u16(0120777).toBytes());
        corpus.zip(
                "a link by an extra field",
                ErrorCode.ARCHIVE_LINK_OR_DEVICE,
                () -> RawZip.of(stored("planted", "x").extra(asi)));
        corpus.zip(
                "a link by an extra field of the local header",
                ErrorCode.ARCHIVE_LINK_OR_DEVICE,
                () -> RawZip.of(stored("planted", "x").localExtra(asi)));
    }

    private void linksUnderOtherNames() {
        ErrorCode link = ErrorCode.ARCHIVE_LINK_OR_DEVICE;
        corpus.zip(
                "a link with the name of a directory",
                link,
                () -> RawZip.of(stored("planted/", "").mode(0120777)));
        corpus.zip(
                "a link, then a file under it",
                link,
                () -> RawZip.of(stored("a", "/etc").mode(0120777), stored("a/planted", "x")));
        corpus.zip(
                "a socket that claims to come from macOS",
                link,
                () -> RawZip.of(stored("planted", "").mode(0140777).madeBy(19)));
        byte[] device = new LittleEndian().u32(0).u16(0060660).u32(0x0801).toBytes();
        corpus.zip(
                "a device by an extra field",
                link,
                () -> RawZip.of(stored("planted", "").extra(field(ExtraFields.ASI_UNIX, device))));
    }

    private void encrypted() {
        ErrorCode encrypted = ErrorCode.ARCHIVE_ENCRYPTED;
        corpus.zip("encrypted", encrypted, () -> RawZip.of(stored("planted", "x").flag(1)));
        corpus.zip(
                "strongly encrypted",
                encrypted,
                () -> RawZip.of(stored("planted", "x").flag(1 << 6)));
        corpus.zip(
                "masked headers", encrypted, () -> RawZip.of(stored("planted", "x").flag(1 << 13)));
        corpus.zip(
                "AES by its method", encrypted, () -> RawZip.of(stored("planted", "x").method(99)));
    }

    private void unsupportedMethods() {
        for (int method :
                new int[] {1, 2, 5, 6, 9, 10, 12, 14, 19, 20, 93, 94, 95, 96, 97, 98, 0xFFFF}) {
            corpus.zip(
                    "method " + method,
                    ErrorCode.ARCHIVE_METHOD_UNSUPPORTED,
                    () -> RawZip.of(stored("planted", "x").method(method)));
        }
        corpus.zip(
                "patched data",
                ErrorCode.ARCHIVE_METHOD_UNSUPPORTED,
                () -> RawZip.of(stored("planted", "x").flag(1 << 5)));
    }

    private void contradictingHeaders() {
        differs("another name", stored("planted", "x").localName("other00"));
        differs("a longer name", stored("planted", "x").localName("planted.exe"));
        differs("another method", deflated("planted", "x").localMethod(RawEntry.STORED));
        differs("another checksum", stored("planted", "x").localCrc(1));
        differs("another compressed size", deflated("planted", "x").localSizes(99, 1));
        differs("another size", deflated("planted", "x").localSizes(3, 99));
        differs("sizes of zero without descriptor", stored("planted", "x").localSizes(0, 0));
        differs("deflated here, stored there", stored("planted", "x").localMethod(8));
        differs("a name in other letters", stored("planted", "x").localName("Planted"));
        differs("no name", stored("planted", "x").localName("").localExtra(new byte[9]));
        differs("patched data", stored("planted", "x").localFlags(RawEntry.UTF8 | 1 << 5));
        differs("masked headers", stored("planted", "x").localFlags(RawEntry.UTF8 | 1 << 13));
        differs("no descriptor", stored("planted", "x").withDescriptor().localFlags(RawEntry.UTF8));
        differs("a checksum of zero without descriptor", stored("planted", "x").localCrc(0));
        differs("another character set", stored("planted", "x").localFlags(0));
        differs("encryption", stored("planted", "x").localFlags(RawEntry.UTF8 | 1));
        differs("a descriptor", stored("planted", "x").localFlags(RawEntry.UTF8 | 8));
        differs("stored with two sizes", stored("planted", "x").sizes(1, 2));
        differs("a directory with content", stored("planted/", "x"));
        differs("a directory by mode, a file by name", stored("planted", "").mode(040755));
        byte[] path = unicodePath("planted", "other");
        differs("a Unicode path", withUnicodePath("planted", "planted").localExtra(path));
        differs("two UTF-8 names", stored("planted", "x").extra(path));
        byte[] twice = joined(field(1, number(1)), field(1, number(1)));
        differs("an extra field given twice", stored("planted", "x").extra(twice));
    }

    private void contradictingDescriptors() {
        long crc = RawEntry.crcOf(new byte[] {'x'});
        LittleEndian wrongSize = new LittleEndian().u32(0x08074b50).u32(crc).u32(1).u32(2);
        LittleEndian wrongCrc = new LittleEndian().u32(0x08074b50).u32(crc + 1).u32(1).u32(1);
        LittleEndian packed = new LittleEndian().u32(0x08074b50).u32(crc).u32(2).u32(1);
        differs(
                "a compressed size in the descriptor",
                stored("a", "x").described(packed.toBytes()));
        LittleEndian wide = new LittleEndian().u32(crc).u64(1).u64(2);
        differs("a size in the descriptor", stored("a", "x").described(wrongSize.toBytes()));
        differs("a checksum in the descriptor", stored("a", "x").described(wrongCrc.toBytes()));
        differs("a size in a ZIP64 descriptor", stored("a", "x").described(wide.toBytes()));
        differs("a size before the descriptor", stored("a", "x").withDescriptor().localSizes(1, 2));
    }

    private void damagedEntries() {
        ErrorCode damaged = ErrorCode.ARCHIVE_DAMAGED;
        corpus.zip("a wrong checksum", damaged, () -> RawZip.of(stored("planted", "x").crc(1)));
        corpus.zip(
                "data that is not deflated",
                damaged,
                () -> RawZip.of(ofData(new byte[] {7, 7, 7})));
        corpus.zip("deflated data that breaks off", damaged, () -> RawZip.of(ofData((byte) 0x4b)));
        corpus.zip(
                "a block of a kind that does not exist",
                damaged,
                () -> RawZip.of(ofData((byte) 0x07, (byte) 0)));
        corpus.zip(
                "a distance to before the beginning",
                damaged,
                () -> RawZip.of(ofData((byte) 0x03, (byte) 0x82, (byte) 0, (byte) 0)));
        corpus.zip(
                "a stored block that contradicts its length",
                damaged,
                () ->
                        RawZip.of(
                                ofData(
                                        (byte) 1, (byte) 1, (byte) 0, (byte) 1, (byte) 0,
                                        (byte) 9)));
        corpus.zip("no data, yet deflated", damaged, () -> RawZip.of(ofData()));
        corpus.zip(
                "a descriptor that is not there",
                damaged,
                () -> RawZip.of(stored("planted", "x").flag(RawEntry.DESCRIPTOR)));
        corpus.zip(
                "a descriptor without its signature",
                damaged,
                () -> RawZip.of(stored("planted", "x").described(new byte[16])));
        corpus.zip(
                "an entry on another disk",
                damaged,
                () -> RawZip.of(stored("planted", "x").disk(1)));
        corpus.zip(
                "data larger than the archive",
                damaged,
                () -> RawZip.of(deflated("planted", "x").sizes(1_000, 1)));
        corpus.zip(
                "an extra field that is too long",
                damaged,
                () ->
                        RawZip.of(
                                stored("planted", "x")
                                        .extra((byte) 9, (byte) 0, (byte) 99, (byte) 0)));
        corpus.zip(
                "a ZIP64 field that is too short",
                damaged,
                () -> RawZip.of(stored("planted", "x").size(0xFFFFFFFFL).extra(field(1))));
    }

    private void differs(String name, RawEntry entry) {
        corpus.zip("headers: " + name, ErrorCode.ARCHIVE_HEADERS_DIFFER, () -> RawZip.of(entry));
    }

    private static RawEntry ofData(byte... data) {
        return deflated("planted", "x").data(data).sizes(data.length, 1);
    }
}
