package io.digitalworker.ingest.contract;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Headers, paths, queries and beginnings of requests that nobody sends by intention. */
final class OddWords {
    private static final List<String> HEADERS =
            List.of(
                    "X-Request-Id: <script>planted</script>",
                    "X-Request-Id: " + "planted".repeat(100),
                    "X-Request-Id: mine-1",
                    "Accept: image/png",
                    "Accept: planted",
                    "Accept: */*;q=planted",
                    "Accept: ,,,;;",
                    "Accept: application/json;q=0",
                    "Accept:",
                    "Accept-Encoding: gzip, planted;q=9",
                    "Accept-Language: planted",
                    "Authorization: Bearer planted",
                    "Authorization: Basic cGxhbnRlZA==",
                    "Authorization: AWS4-HMAC-SHA256 planted",
                    "If-None-Match: planted",
                    "If-None-Match: *",
                    "If-None-Match: \"planted\", W/\"planted\"",
                    "If-None-Match: \"",
                    "If-Match: \"planted\"",
                    "If-Modified-Since: planted",
                    "Range: bytes=0-0,planted",
                    "Last-Event-ID: planted",
                    "Last-Event-ID: -1",
                    "Last-Event-ID: 99999999999999999999999",
                    "Last-Event-ID: 0",
                    "Idempotency-Key:",
                    "Idempotency-Key: " + "k".repeat(256),
                    "Idempotency-Key: pl\u00e4nted",
                    "Idempotency-Key: one\r\nIdempotency-Key: two",
                    "Idempotency-Key: same",
                    "Cookie: planted=1; planted; =",
                    "Origin: http://planted.example",
                    "Origin: null",
                    "Origin: planted planted",
                    "traceparent: planted",
                    "traceparent: 00-" + "0".repeat(32) + "-" + "0".repeat(16) + "-00",
                    "X-Forwarded-For: planted",
                    "X-HTTP-Method-Override: DELETE",
                    "Forwarded: for=planted;host=planted.example",
                    "Upgrade: websocket\r\nConnection: Upgrade",
                    "X-Planted: " + "p".repeat(40_000),
                    "X-Planted: 1\r\n".repeat(900) + "X-Planted: 1");

    private OddWords() {}

    static String header(Random random) {
        return HEADERS.get(random.nextInt(HEADERS.size()));
    }

    /** After the name of a parameter. */
    static String queryValue(Random random) {
        List<String> values =
                List.of(
                        "",
                        "=",
                        "=planted",
                        "=-1",
                        "=0",
                        "=101",
                        "=1e3",
                        "=99999999999999999999",
                        "=%00",
                        "=%zz",
                        "=%",
                        "=%ff%fe",
                        "=%E0%A4%B9",
                        "=1&limit=2&status=Running&status=Failed",
                        "[]=1",
                        "=" + "p".repeat(30_000),
                        "=..%2f..%2fplanted",
                        "=null",
                        "=1;planted=2",
                        "=+20",
                        "=%2B20",
                        "=running",
                        "=\"planted\"");
        return values.get(random.nextInt(values.size()));
    }

    static String path(String target, Random random) {
        String path = target.replaceFirst("\\?.*", "");
        return switch (random.nextInt(22)) {
            case 0 -> path + "/";
            case 1 -> "/" + path;
            case 2 -> path.replaceFirst("/v1", "/v1/.");
            case 3 -> path.replaceFirst("/v1", "/v1/planted/..");
            case 4 -> path + "/..%2f..%2fplanted";
            case 5 -> path + "/%2e%2e/%2e%2e/planted";
            case 6 -> path + "%00";
            case 7 -> path + "%zz";
            case 8 -> path + "%";
            case 9 -> path + "%c0%ae";
            case 10 -> path + "%ff";
            case 11 -> path + ";planted=1";
            case 12 -> path.toUpperCase(java.util.Locale.ROOT);
            case 13 -> path.replace("v1", "v2");
            case 14 -> path + "/planted";
            case 15 -> path + "/" + "p".repeat(30_000);
            case 16 -> path + "/%E0%A4%B9%E0%A4%BF";
            case 17 -> "http://planted.example" + path;
            case 18 -> path + "#planted";
            case 19 -> path.replaceFirst("/v1", "/v1%2f");
            case 20 -> path + "/a/b/c";
            default -> "/" + "%2f".repeat(1 + random.nextInt(20)) + "planted";
        };
    }

    /** What is no HTTP, or nearly none. */
    static byte[] protocol(String target, Random random) {
        String rest = "Host: localhost\r\nConnection: close\r\n\r\n";
        String head = "GET " + target + " HTTP/1.1\r\n";
        List<String> beginnings =
                List.of(
                        "GET " + target + " HTTP/9.9\r\n" + rest,
                        "GET " + target + "\r\n" + rest,
                        "GET\r\n" + rest,
                        "get " + target + " HTTP/1.1\r\n" + rest,
                        "G\u00e4T " + target + " HTTP/1.1\r\n" + rest,
                        head + "Connection: close\r\n\r\n",
                        head + "planted\r\n" + rest,
                        head + "X-Planted : 1\r\n" + rest,
                        head + "X Planted: 1\r\n" + rest,
                        head + "X-Planted: a\u0000b\r\n" + rest,
                        head + "X-Planted: a\r\n  folded\r\n" + rest,
                        head + ": planted\r\n" + rest,
                        head + "Content-Length: planted\r\n" + rest,
                        head + "Content-Length: -1\r\n" + rest,
                        head + "Content-Length: 1\r\nContent-Length: 2\r\n" + rest + "ab",
                        head
                                + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n"
                                + rest
                                + "0\r\n\r\n",
                        head + "Transfer-Encoding: planted\r\n" + rest,
                        head + "Transfer-Encoding: chunked\r\n" + rest + "zz\r\n",
                        head + "Content-Length: 9000000000\r\n" + rest,
                        head + "X-Planted: " + "p".repeat(90_000) + "\r\n" + rest,
                        head + "X-Planted: 1\r\n".repeat(6_000) + rest,
                        "GET /v1/" + "p".repeat(90_000) + " HTTP/1.1\r\n" + rest,
                        "GET " + target + "?" + "p".repeat(9_000) + " HTTP/1.1\r\n" + rest,
                        "GET * HTTP/1.1\r\n" + rest,
                        "OPTIONS * HTTP/1.1\r\n" + rest,
                        "CONNECT localhost:1 HTTP/1.1\r\n" + rest,
                        "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001",
                        "\r\n\r\n" + head + rest,
                        "planted");
        return beginnings
                .get(random.nextInt(beginnings.size()))
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
