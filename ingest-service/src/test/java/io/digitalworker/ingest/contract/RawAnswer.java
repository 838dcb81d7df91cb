package io.digitalworker.ingest.contract;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer as it came over the wire.
 *
 * @param status 0 if there was none
 * @param headers by name in lower case
 */
record RawAnswer(int status, Map<String, List<String>> headers, byte[] body) {
    static final RawAnswer NONE = new RawAnswer(0, Map.of(), new byte[0]);

    /** Reads the last answer of a connection; those before it only said 100. */
    static RawAnswer of(byte[] received) {
        String text = new String(received, StandardCharsets.ISO_8859_1);
        int from = 0;
        while (text.startsWith("HTTP/1.1 100", from)) {
            from = text.indexOf("\r\n\r\n", from) + 4;
        }
        int end = text.indexOf("\r\n\r\n", from);
        if (end < 0 || !text.startsWith("HTTP/1.", from)) {
            return NONE;
        }
        String[] lines = text.substring(from, end).split("\r\n");
        Map<String, List<String>> headers = new TreeMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.computeIfAbsent(
                            lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                            unseen -> new ArrayList<>())
                    .add(lines[i].substring(colon + 1).trim());
        }
        boolean chunked = headers.getOrDefault("transfer-encoding", List.of()).contains("chunked");
        String body = text.substring(end + 4);
        return new RawAnswer(
                Integer.parseInt(lines[0].substring(9, 12)),
                headers,
                (chunked ? joined(body) : body).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String joined(String chunks) {
        StringBuilder body = new StringBuilder();
        int at = 0;
        while (at < chunks.length()) {
            int line = chunks.indexOf("\r\n", at);
            int size = line < 0 ? 0 : Integer.parseInt(chunks.substring(at, line).trim(), 16);
            if (size == 0 || line + 2 + size > chunks.length()) {
                break;
            }
            body.append(chunks, line + 2, line + 2 + size);
            at = line + 2 + size + 2;
        }
        return body.toString();
    }

    String header(String name) {
        List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        return values.isEmpty() ? null : values.get(0);
    }

    /** Without parameters. */
    String mediaType() {
        String type = header("content-type");
        return type == null ? "" : type.split(";")[0].trim();
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
