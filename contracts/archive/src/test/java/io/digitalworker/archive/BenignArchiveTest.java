package io.digitalworker.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

import static io.digitalworker.archive.RawEntry.deflated;
import static io.digitalworker.archive.RawEntry.directory;
import static io.digitalworker.archive.RawEntry.stored;
import static io.digitalworker.archive.RawExtra.field;
import static io.digitalworker.archive.RawExtra.number;
import static io.digitalworker.archive.RawExtra.withUnicodePath;
import static io.digitalworker.archive.SampleBytes.joined;
import static io.digitalworker.archive.SampleBytes.random;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Archives as ordinary tools lay them out. */
class BenignArchiveTest {
    private static final int MB = 1 << 20;

    @Test
    void acceptsWhatJavaWrites() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setComment("made by Java");
            zip.putNextEntry(new ZipEntry("src/"));
            write(zip, new ZipEntry("src/Größe.java"), "class Größe {}");
            write(zip, new ZipEntry("empty"), "");
            write(zip, storedByJava("plain.txt", "plain"), "plain");
        }

        assertThat(Gate.contents(bytes.toByteArray()))
                .isEqualTo(
                        Map.of(
                                "src/Größe.java",
                                "class Größe {}",
                                "empty",
                                "",
                                "plain.txt",
                                "plain"));
    }

    @Test
    void acceptsWhatTheZipCommandWrites() throws IOException {
        byte[] localTimes = field(0x5455, new byte[9]);
        byte[] centralTimes = field(0x5455, new byte[5]);
        RawZip zip =
                RawZip.of(
                        directory("src/").extra(centralTimes).localExtra(localTimes),
                        stored("src/a.txt", "x").extra(centralTimes).localExtra(localTimes),
                        deflated("src/b.txt", "y".repeat(99)).mode(0100755));

        assertThat(Gate.contents(zip))
                .isEqualTo(Map.of("src/a.txt", "x", "src/b.txt", "y".repeat(99)));
    }

    @Test
    void acceptsWhatMacWrites() throws IOException {
        byte[] decomposed = "plugin/Gro\u0308\u00dfe.cs".getBytes(UTF_8);
        RawZip zip =
                RawZip.of(
                        directory("plugin/").madeBy(3),
                        deflated("", "class A {}").name(decomposed).withDescriptor(),
                        deflated("__MACOSX/plugin/._A.cs", "Mac OS X").withDescriptor());

        assertThat(Gate.contents(zip))
                .as("names without the UTF-8 flag, decomposed")
                .isEqualTo(
                        Map.of(
                                "plugin/Gr\u00f6\u00dfe.cs", "class A {}",
                                "__MACOSX/plugin/._A.cs", "Mac OS X"));
    }

    @Test
    void acceptsWhatOldWindowsToolsWrite() throws IOException {
        byte[] ibm437 = {'G', 'r', (byte) 0x94, (byte) 0xE1, 'e', '.', 't', 'x', 't'};
        RawZip zip =
                RawZip.of(
                        stored("Plugin\\", "").madeBy(0).mode(0),
                        stored("Plugin\\Views\\a.cshtml", "x").madeBy(0).mode(0),
                        stored("", "y").name(ibm437).madeBy(0).mode(0));

        assertThat(Gate.contents(zip))
                .isEqualTo(Map.of("Plugin/Views/a.cshtml", "x", "Grö\u00dfe.txt", "y"));
    }

    @Test
    void acceptsWhatBsdtarWrites() throws IOException {
        RawZip zip = RawZip.of(directory("./"), directory("./src/."), stored("./src/./a", "x"));

        assertThat(Gate.contents(zip)).isEqualTo(Map.of("src/a", "x"));
    }

    @Test
    void acceptsTheModeThatOldMavenWritesForDirectories() throws IOException {
        RawZip zip = RawZip.of(directory("META-INF/").mode(0177777), stored("META-INF/a", "x"));

        assertThat(Gate.contents(zip)).isEqualTo(Map.of("META-INF/a", "x"));
    }

    @Test
    void acceptsZip64OfASmallArchive() throws IOException {
        RawZip zip = RawZip.of(stored("a", "x"), stored("b", "y"));

        assertThat(Gate.contents(zip.zip64())).isEqualTo(Map.of("a", "x", "b", "y"));
        assertThat(Gate.contents(zip.zip64Only())).isEqualTo(Map.of("a", "x", "b", "y"));
    }

    @Test
    void acceptsAStreamedEntryWithZip64Numbers() throws IOException {
        long none = 0xFFFFFFFFL;
        byte[] unknown = field(ExtraFields.ZIP64, joined(number(0), number(0)));
        byte[] known = field(ExtraFields.ZIP64, joined(number(3), number(3)));
        LittleEndian descriptor = new LittleEndian().u32(0x08074b50);
        descriptor.u32(RawEntry.crcOf("abc".getBytes(UTF_8))).u64(3).u64(3);
        RawEntry entry = stored("a", "abc").sizes(none, none).extra(known);
        entry.described(descriptor.toBytes()).localSizes(none, none).localExtra(unknown);

        assertThat(Gate.contents(RawZip.of(entry))).isEqualTo(Map.of("a", "abc"));
    }

    @Test
    void acceptsDescriptorsWithoutSignature() throws IOException {
        long crc = RawEntry.crcOf("abc".getBytes(UTF_8));
        LittleEndian narrow = new LittleEndian().u32(crc).u32(3).u32(3);
        LittleEndian wide = new LittleEndian().u32(crc).u64(3).u64(3);
        RawZip zip =
                RawZip.of(
                        stored("a", "abc").described(narrow.toBytes()),
                        stored("b", "abc").described(wide.toBytes()));

        assertThat(Gate.contents(zip)).isEqualTo(Map.of("a", "abc", "b", "abc"));
    }

    @Test
    void believesAUnicodePathThatBelongsToTheName() throws IOException {
        byte[] stale = RawExtra.unicodePath("renamed since", "other");
        RawZip zip = RawZip.of(withUnicodePath("Gr__e", "Größe"), stored("b", "y").extra(stale));

        assertThat(Gate.contents(zip)).isEqualTo(Map.of("Größe", "x", "b", "y"));
    }

    @Test
    void acceptsAnArchiveWithinTheArchive() throws IOException {
        byte[] inner = RawZip.of(stored("inner", "x")).toBytes();

        assertThat(Gate.contents(RawZip.of(stored("nested.zip", inner))))
                .containsOnlyKeys("nested.zip");
    }

    /** 42.zip in small, and whatever unpacks to itself: nobody opens an archive in an archive. */
    @Test
    void acceptsBombsWithinTheArchiveAsTheSmallFilesThatTheyAre() throws IOException {
        byte[] bomb = RawZip.of(deflated("zeros", new byte[49 * MB])).toBytes();
        RawZip zip = RawZip.of();
        for (int i = 0; i < 16; i++) {
            zip.add(deflated("bomb" + i + ".zip", bomb));
        }

        try (CheckedArchive archive = Gate.accepted(zip.toBytes())) {
            assertThat(archive.entries()).hasSize(16);
            assertThat(archive.read(archive.entries().get(0))).isEqualTo(bomb);
        }
    }

    @Test
    void acceptsNamesThatOnlyOtherProgramsReadAsMore() throws IOException {
        List<String> names =
                List.of(
                        "%2e%2e/a",
                        "..%2fa",
                        "\uff0e\uff0e/a",
                        "\u2024\u2024/a",
                        "~/a",
                        "$HOME/a",
                        "-rf",
                        "a;b",
                        "a|b",
                        "`a`",
                        "$(a)",
                        "*?",
                        "<a>",
                        "a\"b",
                        "a'b",
                        "=1+1");

        assertThat(Gate.contents(named(names)).keySet()).containsExactlyInAnyOrderElementsOf(names);
    }

    /** Real code has files of these names, and none is ever written under its own name. */
    @Test
    void acceptsNamesThatOnlyWindowsReservesSinceRealCodeHasThem() throws IOException {
        List<String> names =
                List.of(
                        "drivers/aux.c",
                        "con",
                        "NUL.txt",
                        "com1",
                        "lpt9.log",
                        "a.txt:stream",
                        "a.txt::$DATA",
                        "ends with a dot.",
                        "ends with a space ",
                        "PROGRA~1");

        assertThat(Gate.contents(named(names)).keySet()).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void acceptsNamesThatOnlyLookEqual() throws IOException {
        List<String> names = List.of("a", "\u0430", "0", "O", "l", "1", "e\u0301", "e");

        assertThat(Gate.contents(named(names))).hasSize(names.size());
    }

    @Test
    void acceptsHeadersThatDifferInWhatNoReaderActsOn() throws IOException {
        RawEntry entry = stored("a", "x").localVersionAndTime(45, 0x6000);

        assertThat(Gate.contents(RawZip.of(entry))).isEqualTo(Map.of("a", "x"));
    }

    /** Windows' mark of a link also stands on files of deduplicated volumes, with their content. */
    @Test
    void acceptsWhatWindowsMarksAsReparsePoint() throws IOException {
        RawEntry entry = stored("a", "x").mode(0).madeBy(10).dosAttributes(0x420);

        assertThat(Gate.contents(RawZip.of(entry))).isEqualTo(Map.of("a", "x"));
    }

    @Test
    void acceptsZip64FieldsOfSingleEntries() throws IOException {
        long none = 0xFFFFFFFFL;
        byte[] both = field(ExtraFields.ZIP64, joined(number(1), number(1)));
        RawEntry sizes = stored("a", "x").sizes(none, none).extra(both);
        byte[] place = field(ExtraFields.ZIP64, number(31 + both.length + 1));
        RawEntry offset = stored("b", "y").extra(place).localExtra().offset(none);

        assertThat(Gate.contents(RawZip.of(sizes, offset))).isEqualTo(Map.of("a", "x", "b", "y"));
    }

    @Test
    void acceptsPaddingOfAlignmentTools() throws IOException {
        RawEntry aligned = stored("a", "x").localExtra(new byte[3]);

        assertThat(Gate.contents(RawZip.of(aligned))).isEqualTo(Map.of("a", "x"));
    }

    @Test
    void acceptsNamesThatOnlyLookAlikeToPeople() throws IOException {
        RawZip zip =
                RawZip.of(
                        stored("a..b/...", "dots"),
                        stored("Foo::Bar.3pm", "colons"),
                        stored("C/:", "late colon"),
                        stored("a b/a-b", "lower than a slash"),
                        stored("a", "beside 'a b'"),
                        stored("emoji \uD83D\uDE00", "beyond 16 bits"));

        assertThat(Gate.contents(zip)).hasSize(6);
    }

    @Test
    void acceptsDirectoriesThatCoincide() throws IOException {
        RawZip zip = RawZip.of(directory("Docs/"), directory("docs/"), stored("docs/a", "x"));

        assertThat(Gate.contents(zip)).isEqualTo(Map.of("docs/a", "x"));
    }

    @Test
    void acceptsASmallFileThatCompressesAThousandTimes() throws IOException {
        byte[] zeros = new byte[MB];

        assertThat(Gate.contents(RawZip.of(deflated("zeros", zeros)))).containsOnlyKeys("zeros");
    }

    @Test
    void acceptsEntriesThatLieInAnotherOrderThanTheDirectoryNamesThem() throws IOException {
        RawEntry first = stored("b", "x");
        RawEntry second = stored("a", "y");
        byte[] straight = RawZip.of(first, second).toBytes();
        byte[] swapped = RawZip.of(first, second).directoryBackwards().toBytes();

        assertThat(Gate.contents(swapped)).isEqualTo(Gate.contents(straight));
    }

    @Test
    void acceptsOneEntryOfRandomBytesInSeveralBlocks() throws IOException {
        byte[] noise = random(200_000);

        try (CheckedArchive archive =
                Gate.accepted(RawZip.of(deflated("noise", noise)).toBytes())) {
            assertThat(archive.read(archive.entries().get(0))).isEqualTo(noise);
        }
    }

    private static RawZip named(List<String> names) {
        RawZip zip = RawZip.of();
        names.forEach(name -> zip.add(stored(name, name)));
        return zip;
    }

    private static ZipEntry storedByJava(String name, String content) {
        ZipEntry entry = new ZipEntry(name);
        CRC32 crc = new CRC32();
        crc.update(content.getBytes(UTF_8));
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length());
        entry.setCrc(crc.getValue());
        return entry;
    }

    private static void write(ZipOutputStream zip, ZipEntry entry, String content)
            throws IOException {
        zip.putNextEntry(entry);
        zip.write(content.getBytes(UTF_8));
        zip.closeEntry();
    }
}
