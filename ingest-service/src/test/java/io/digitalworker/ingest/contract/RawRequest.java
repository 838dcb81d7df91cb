package io.digitalworker.ingest.contract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/**
 * A request as it goes over the wire.
 *
 * @param method as in the first line; empty for what is no HTTP, or nearly none
 * @param target as in the first line
 * @param cut whether its end is missing: it may then go unanswered
 */
record RawRequest(String method, String target, byte[] bytes, boolean cut) {
    private static final int PATIENCE_MS = 10_000;

    /** Sends it on a connection of its own; of an endless answer the beginning is enough. */
    RawAnswer send(InetSocketAddress server) throws IOException {
        try (Socket socket = new Socket(server.getAddress(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MS);
            try {
                write(socket);
            } catch (IOException refusedEarly) {
                // the answer is there all the same
            }
            return RawAnswer.of(read(socket.getInputStream()));
        }
    }

    private void write(Socket socket) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes);
        out.flush();
        if (cut) {
            socket.shutdownOutput();
        }
    }

    private static byte[] read(InputStream in) throws IOException {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        byte[] buffer = new byte[16 << 10];
        try {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                received.write(buffer, 0, n);
                String begun = received.toString(StandardCharsets.ISO_8859_1);
                if (begun.contains("text/event-stream") && begun.contains("\r\n\r\n")) {
                    break;
                }
            }
        } catch (SocketTimeoutException late) {
            return new byte[0];
        } catch (IOException closed) {
            // what came before counts
        }
        return received.toByteArray();
    }

    /** The beginning, for a message of failure. */
    @Override
    public String toString() {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.substring(0, Math.min(700, text.length()))
                .replaceAll("[^\\x20-\\x7e\\n]", "?")
                .indent(4);
    }
}
