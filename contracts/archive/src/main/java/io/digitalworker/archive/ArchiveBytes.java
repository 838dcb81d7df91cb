package io.digitalworker.archive;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The archive as a file that is read at any place, and never past its end. */
final class ArchiveBytes implements Closeable {
    private static final int WINDOW = 8 * 1024;
    private static final int BLOCK = 64 * 1024;

    private final FileChannel channel;
    private final long size;
    private ByteBuffer window = ByteBuffer.allocate(0);
    private long windowStart;

    private ArchiveBytes(FileChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size();
    }

    static ArchiveBytes open(Path file) throws IOException {
        return new ArchiveBytes(FileChannel.open(file, StandardOpenOption.READ));
    }

    long size() {
        return size;
    }

    /**
     * Reads a record, looking ahead because records mostly follow one another. For one thread only,
     * unlike {@link #read}.
     */
    RawRecord record(long offset, int length) throws IOException, Refused {
        if (offset < 0 || offset > size - length) {
            throw Refused.damaged("a record lies outside the " + size + " bytes of the archive");
        }
        if (offset < windowStart || offset + length > windowStart + window.limit()) {
            moveWindow(offset, Math.max(length, WINDOW));
        }
        return new RawRecord(window.slice((int) (offset - windowStart), length));
    }

    private void moveWindow(long offset, int length) throws IOException {
        byte[] bytes = new byte[(int) Math.min(length, size - offset)];
        read(offset, bytes, bytes.length);
        window = ByteBuffer.wrap(bytes);
        windowStart = offset;
    }

    /** Fills the first {@code length} bytes of the array. */
    void read(long offset, byte[] into, int length) throws IOException {
        ByteBuffer target = ByteBuffer.wrap(into, 0, length);
        while (target.hasRemaining()) {
            if (channel.read(target, offset + target.position()) < 0) {
                throw new EOFException("the archive became shorter while it was read");
            }
        }
    }

    String sha256() throws IOException {
        MessageDigest digest = newSha256();
        byte[] block = new byte[BLOCK];
        for (long offset = 0; offset < size; offset += BLOCK) {
            int length = (int) Math.min(BLOCK, size - offset);
            read(offset, block, length);
            digest.update(block, 0, length);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
