package io.digitalworker.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class DataCheckTest {
    private static final int MEGABYTE = 1024 * 1024;

    @TempDir private Path directory;

    /** Four entries that do not compress, each of a megabyte and with its name as first bytes. */
    private byte[] large() throws IOException {
        Path zip = directory.resolve("large.zip");
        Random random = new Random(7);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (int i = 1; i <= 4; i++) {
                byte[] content = new byte[MEGABYTE];
                random.nextBytes(content);
                out.putNextEntry(new ZipEntry("f" + i + ".bin"));
                out.write(content);
                out.closeEntry();
            }
        }
        return Files.readAllBytes(zip);
    }

    private GateResult opened(byte[] zip) throws IOException {
        Path path = directory.resolve("opened.zip");
        Files.write(path, zip);
        return ArchiveGate.standard().open(path);
    }

    private static void damage(byte[] zip, String entry) {
        String text = new String(zip, StandardCharsets.ISO_8859_1);
        int data = text.indexOf(entry) + MEGABYTE / 2;
        zip[data] ^= 0x55;
    }

    @Test
    void hashesAndChecksALargeArchive() throws Exception {
        byte[] zip = large();
        try (CheckedArchive archive = (CheckedArchive) opened(zip)) {
            assertThat(archive.entries()).hasSize(4);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(zip);
            assertThat(archive.sha256()).isEqualTo(HexFormat.of().formatHex(digest));
        }
    }

    @RepeatedTest(10)
    void ofSeveralFaultsTheFirstEntrysCounts() throws IOException {
        byte[] zip = large();
        damage(zip, "f2.bin");
        damage(zip, "f4.bin");
        damage(zip, "f3.bin");
        assertThat(opened(zip))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.detail()).startsWith("entry 2 of 4"));
    }
}
