package io.digitalworker.facts.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** A file with its redacted text, deflated: a quarter of its size in memory. */
final class StoredText {
    private final SourceFile file;
    private final byte[] deflated;

    private StoredText(SourceFile file, byte[] deflated) {
        this.file = file;
        this.deflated = deflated;
    }

    static StoredText of(SourceFile file, String text) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() / 4 + 64);
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater, 8_192)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return new StoredText(file, bytes.toByteArray());
    }

    SourceFile file() {
        return file;
    }

    String text() {
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(deflated))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
