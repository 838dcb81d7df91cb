package io.digitalworker.facts.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** A file with its redacted text: plain while there is room, else deflated to a quarter of its size. */
final class StoredText {
    private final SourceFile file;
    private final @Nullable String plain;
    private final byte[] deflated;

    private StoredText(SourceFile file, @Nullable String plain, byte[] deflated) {
        this.file = file;
        this.plain = plain;
        this.deflated = deflated;
    }

    /** @param room characters that may still be kept plain, by all texts together */
    static StoredText of(SourceFile file, String text, AtomicLong room) {
        return room.addAndGet(-text.length()) >= 0
                ? new StoredText(file, text, new byte[0])
                : new StoredText(file, null, deflated(text));
    }

    private static byte[] deflated(String text) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() / 4 + 64);
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater, 8_192)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    SourceFile file() {
        return file;
    }

    String text() {
        if (plain != null) {
            return plain;
        }
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(deflated))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
