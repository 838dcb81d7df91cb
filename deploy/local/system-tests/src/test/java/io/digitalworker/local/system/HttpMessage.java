package io.digitalworker.local.system;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** A request or an answer of HTTP/1.1 as it stood on the wire, read to its end. */
record HttpMessage(String start, List<String> headers, byte[] body, byte[] raw) {
    /** Returns null where the peer has closed the connection between two messages. */
    static HttpMessage readRequest(InputStream in, OutputStream back) throws IOException {
        byte[] head = readHead(in);
        if (head == null) {
            return null;
        }
        List<String> lines = lines(head);
        List<String> headers = lines.subList(1, lines.size());
        if ("100-continue".equalsIgnoreCase(header(headers, "expect"))) {
            back.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            back.flush();
            lines = lines.stream().filter(l -> !lower(l).startsWith("expect:")).toList();
            headers = lines.subList(1, lines.size());
            head = (String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
        }
        return withBody(lines.get(0), headers, head, in, false);
    }

    /** Passes over interim answers. */
    static HttpMessage readAnswer(InputStream in, boolean toHead) throws IOException {
        while (true) {
            byte[] head = readHead(in);
            if (head == null) {
                throw new EOFException("no answer");
            }
            List<String> lines = lines(head);
            int status = Integer.parseInt(lines.get(0).split(" ")[1]);
            if (status >= 200) {
                boolean empty = toHead || status == 204 || status == 304;
                return withBody(lines.get(0), lines.subList(1, lines.size()), head, in, empty);
            }
        }
    }

    /** An answer without a body, such as {@code 403 Forbidden}. */
    static HttpMessage empty(String status) {
        String head = "HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n";
        return new HttpMessage(
                "HTTP/1.1 " + status,
                List.of("Content-Length: 0"),
                new byte[0],
                head.getBytes(StandardCharsets.ISO_8859_1));
    }

    String header(String name) {
        return header(headers, name);
    }

    boolean closes() {
        return "close".equalsIgnoreCase(header("connection"));
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    private static HttpMessage withBody(
            String start, List<String> headers, byte[] head, InputStream in, boolean empty)
            throws IOException {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        raw.write(head);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (!empty && "chunked".equalsIgnoreCase(header(headers, "transfer-encoding"))) {
            readChunks(in, raw, body);
        } else if (!empty) {
            String length = header(headers, "content-length");
            byte[] bytes = in.readNBytes(length == null ? 0 : Integer.parseInt(length));
            raw.write(bytes);
            body.write(bytes);
        }
        return new HttpMessage(start, headers, body.toByteArray(), raw.toByteArray());
    }

    private static void readChunks(InputStream in, OutputStream raw, OutputStream body)
            throws IOException {
        while (true) {
            byte[] line = readLine(in);
            raw.write(line);
            int size =
                    Integer.parseInt(
                            new String(line, StandardCharsets.ISO_8859_1).strip().split(";")[0],
                            16);
            byte[] chunk = in.readNBytes(size);
            raw.write(chunk);
            body.write(chunk);
            raw.write(readLine(in));
            if (size == 0) {
                return;
            }
        }
    }

    private static byte[] readLine(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next;
        do {
            next = in.read();
            if (next < 0) {
                throw new EOFException("cut off inside a line");
            }
            line.write(next);
        } while (next != '\n');
        return line.toByteArray();
    }

    private static byte[] readHead(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int matched = 0;
        while (matched < 4) {
            int next = in.read();
            if (next < 0) {
                if (head.size() == 0) {
                    return null;
                }
                throw new EOFException("cut off inside a head");
            }
            head.write(next);
            boolean expected = next == (matched % 2 == 0 ? '\r' : '\n');
            matched = expected ? matched + 1 : next == '\r' ? 1 : 0;
        }
        return head.toByteArray();
    }

    private static List<String> lines(byte[] head) {
        return new String(head, StandardCharsets.ISO_8859_1).strip().lines().toList();
    }

    private static String header(List<String> headers, String name) {
        return headers.stream()
                .filter(line -> lower(line).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse(null);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
