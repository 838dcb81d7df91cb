package io.digitalworker.ingest.door;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;

/** A request of which only the beginning is sent. */
final class Wire {
    private static final int PATIENCE_MS = 10_000;

    private Wire() {}

    /**
     * Announces a body of 40 MB, sends 10 bytes of it, and reads the answer until the connection ends.
     *
     * @param headers each with its line break
     */
    static String announceLargeBody(URL service, String path, String headers) throws IOException {
        String request =
                "POST "
                        + path
                        + " HTTP/1.1\r\nHost: localhost\r\n"
                        + headers
                        + "Content-Type: multipart/form-data; boundary=b\r\n"
                        + "Content-Length: 40000000\r\n\r\n--b\r\nConte";
        InetAddress host = InetAddress.getByName(service.getHost());
        try (Socket socket = new Socket(host, service.getPort())) {
            socket.setSoTimeout(PATIENCE_MS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
