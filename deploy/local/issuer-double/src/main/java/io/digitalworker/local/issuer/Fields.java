package io.digitalworker.local.issuer;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The fields of a query or of a form. */
record Fields(Map<String, String> values) {
    private static final int MOST_BYTES = 64 * 1024;

    static Fields ofQuery(HttpExchange exchange) {
        return parse(exchange.getRequestURI().getRawQuery());
    }

    static Fields ofForm(HttpExchange exchange) throws IOException {
        return parse(new String(exchange.getRequestBody().readNBytes(MOST_BYTES), UTF_8));
    }

    private static Fields parse(@Nullable String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : text == null ? new String[0] : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return new Fields(values);
    }

    /** Empty where it is not there. */
    String get(String name) {
        return values.getOrDefault(name, "");
    }

    static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, UTF_8);
    }
}
