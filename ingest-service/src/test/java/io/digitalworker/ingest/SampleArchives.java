package io.digitalworker.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives as callers send them, and as they should not. */
public final class SampleArchives {
    private SampleArchives() {}

    public static byte[] sound() {
        return zip("src/A.cs", "class A { }");
    }

    static byte[] empty() {
        return end(0, 0, 0);
    }

    static byte[] escaping() {
        return zip("../A.cs", "class A { }");
    }

    static byte[] ratio() {
        return zip("A.cs", "a".repeat(4 << 20));
    }

    /** Sets the first bit of the general flags, in both headers of the one entry. */
    static byte[] encrypted() {
        byte[] zip = sound();
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int central = bytes.getInt(zip.length - 6);
        zip[6] |= 1;
        zip[central + 8] |= 1;
        return zip;
    }

    /** Two entries of the central directory with one place. */
    static byte[] overlapping() {
        byte[] content = "class A { }".getBytes(StandardCharsets.UTF_8);
        byte[] local = header(0x04034b50, "A.cs", content);
        byte[] first = header(0x02014b50, "A.cs", content);
        byte[] second = header(0x02014b50, "B.cs", content);
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        zip.writeBytes(local);
        zip.writeBytes(content);
        int at = zip.size();
        zip.writeBytes(first);
        zip.writeBytes(second);
        zip.writeBytes(end(2, zip.size() - at, at));
        return zip.toByteArray();
    }

    /** An archive of exactly so many bytes, stored, in two files. */
    static Path ofSize(Path file, int bytes) {
        int headers = 2 * (30 + 46 + 2 * "a.cs".length()) + 22;
        int content = bytes - headers;
        try {
            Files.write(file, stored(content / 2, content - content / 2));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] stored(int first, int second) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(first + second + 200);
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            store(zip, "a.cs", first);
            store(zip, "b.cs", second);
        }
        return out.toByteArray();
    }

    private static void store(ZipOutputStream zip, String name, int size) throws IOException {
        byte[] content = new byte[size];
        new Random(1).nextBytes(content);
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(size);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] zip(String name, String content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A header of a stored file at offset 0: local, or of the central directory. */
    private static byte[] header(int signature, String name, byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        boolean central = signature == 0x02014b50;
        ByteBuffer bytes =
                ByteBuffer.allocate((central ? 46 : 30) + name.length())
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(signature);
        if (central) {
            bytes.putShort((short) 20);
        }
        bytes.putShort((short) 20).putShort((short) 0).putShort((short) 0).putInt(0x00210000);
        bytes.putInt((int) crc.getValue()).putInt(content.length).putInt(content.length);
        bytes.putShort((short) name.length()).putShort((short) 0);
        if (central) {
            bytes.put(new byte[14]);
        }
        return bytes.put(name.getBytes(StandardCharsets.UTF_8)).array();
    }

    private static byte[] end(int entries, int size, int offset) {
        return ByteBuffer.allocate(22)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x06054b50)
                .putInt(0)
                .putShort((short) entries)
                .putShort((short) entries)
                .putInt(size)
                .putInt(offset)
                .putShort((short) 0)
                .array();
    }
}
