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

import static org.assertj.core.api.Assertions.assertThat;

class GateSpeedTest {
    private static final int FILES = 5_000;
    private static final int FILE_SIZE = 14_000;

    @TempDir Path directory;

    @Test
    void checksAShopSystemWithinASecondAndAHalf() throws IOException {
        Path zip = shopSystem();
        assertThat(Files.size(zip)).as("size of the sample").isBetween(20L << 20, 30L << 20);

        long start = System.nanoTime();
        try (CheckedArchive archive = Gate.accepted(ArchiveGate.standard().open(zip))) {
            Duration taken = Duration.ofNanos(System.nanoTime() - start);
            assertThat(archive.entries()).hasSize(FILES);
            assertThat(taken).as("time to check 25 MB").isLessThan(Duration.ofMillis(1_500));
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
        return text.substring(0, length).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }
}
