package io.digitalworker.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.digitalworker.archive.RawEntry.deflated;
import static io.digitalworker.archive.RawEntry.directory;
import static io.digitalworker.archive.RawEntry.stored;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** A damaged archive is refused, or the damage does not matter; nothing is ever thrown. */
class MutatedArchiveTest {
    private static final byte[] VALID =
            RawZip.of(
                            directory("src/"),
                            stored("src/stored.txt", "stored content"),
                            deflated("src/deflated.txt", "deflated ".repeat(20)).withDescriptor(),
                            RawExtra.withUnicodePath("ascii", "unicode"))
                    .zip64()
                    .comment("a comment".getBytes(UTF_8))
                    .toBytes();

    @TempDir Path directory;
    private Path zip;
    private FileChannel file;

    @BeforeEach
    void open() throws IOException {
        zip = directory.resolve("mutated.zip");
        file = FileChannel.open(zip, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        put(VALID, 0);
    }

    @AfterEach
    void close() throws IOException {
        file.close();
    }

    @Test
    void anyChangedByteIsRefusedOrHarmless() throws IOException {
        Map<String, String> contents = Gate.contents(VALID);
        for (int at = 0; at < VALID.length; at++) {
            for (int change = 1; change < 256; change = change < 128 ? change * 2 : change + 127) {
                put(new byte[] {(byte) (VALID[at] ^ change)}, at);
                checkHarmless(contents, "byte " + at + " changed by " + change);
            }
            put(new byte[] {VALID[at]}, at);
        }
    }

    @Test
    void anyCutIsRefused() throws IOException {
        for (int length = VALID.length - 1; length >= 0; length--) {
            file.truncate(length);
            assertThat(ArchiveGate.standard().open(zip))
                    .as("the first " + length + " bytes")
                    .isInstanceOf(Refusal.class);
        }
    }

    @Test
    void severalChangedBytesThrowNothing() throws IOException {
        Random random = new Random(42);
        for (int round = 0; round < 3_000; round++) {
            byte[] mutated = VALID.clone();
            for (int i = 0; i < 1 + random.nextInt(6); i++) {
                mutated[random.nextInt(mutated.length)] = (byte) random.nextInt();
            }
            put(mutated, 0);
            readAll("round " + round);
        }
    }

    private void checkHarmless(Map<String, String> contents, String change) throws IOException {
        Map<String, String> found = readAll(change);
        if (found != null) {
            assertThat(found).as(change).isEqualTo(contents);
        }
    }

    /** What the gate lets in; null if it refuses. */
    private Map<String, String> readAll(String change) throws IOException {
        try {
            if (ArchiveGate.standard().open(zip) instanceof CheckedArchive archive) {
                try (archive) {
                    return Gate.contents(archive);
                }
            }
            return null;
        } catch (RuntimeException e) {
            throw new AssertionError(change + " made the gate throw", e);
        }
    }

    private void put(byte[] bytes, int at) throws IOException {
        file.write(ByteBuffer.wrap(bytes), at);
    }
}
