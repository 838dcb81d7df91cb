package io.digitalworker.archive;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

class GateSpeedTest {
    private static final int FILES = 5_000;
    private static final int FILE_SIZE = 14_000;

    @TempDir Path directory;

    @Test
    void checksAShopSystemWithinASecondAndAHalf() throws IOException {
        Path zip = shopSystem();
        assertThat(Files.size(zip)).as("size of the sample").isBetween(20L << 20, 30L << 20);

        CpuTime time = CpuTime.start();
        try (CheckedArchive archive = Gate.accepted(ArchiveGate.standard().open(zip))) {
            Duration taken = time.taken();
            assertThat(archive.entries()).hasSize(FILES);
            assertThat(taken).as("time to check 25 MB").isLessThan(Duration.ofMillis(1_500));
        }
    }

    /** Names cost the most of all structure; a third of what 50 MB can hold. */
    @Test
    void checksAnArchiveOfNothingButNamesInTime() throws IOException {
        RawZip names = RawZip.of();
        for (int i = 0; i < 8_000; i++) {
            names.add(RawEntry.stored(i + "/" + "\u00e9\u0416\u0301".repeat(150), ""));
        }
        Path zip = Files.write(directory.resolve("names.zip"), names.toBytes());

        CpuTime time = CpuTime.start();
        try (CheckedArchive archive = Gate.accepted(ArchiveGate.standard().open(zip))) {
            Duration taken = time.taken();
            assertThat(archive.entries()).hasSize(8_000);
            assertThat(taken).as("time to check 8,000 names").isLessThan(Duration.ofSeconds(2));
        }
    }

    private Path shopSystem() throws IOException {
        byte[] text = text(4 << 20);
        Random random = new Random(1);
        Path zip = directory.resolve("shop.zip");
        try (ZipOutputStream out =
                new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(zip)))) {
            out.setLevel(Deflater.BEST_SPEED);
            for (int i = 0; i < FILES; i++) {
                out.putNextEntry(new ZipEntry("src/Module" + i % 50 + "/File" + i + ".cs"));
                out.write(text, random.nextInt(text.length - FILE_SIZE), FILE_SIZE);
                out.closeEntry();
            }
        }
        return zip;
    }

    /** Words of which some are of their own, so that it compresses about as source code does. */
    private static byte[] text(int length) {
        Random random = new Random(2);
        StringBuilder text = new StringBuilder(length + 20);
        while (text.length() < length) {
            boolean known = random.nextInt(4) > 0;
            text.append(
                    known ? "word" + random.nextInt(99) : Integer.toString(random.nextInt(), 36));
            text.append(' ');
        }
        return text.substring(0, length).getBytes(US_ASCII);
    }
}
