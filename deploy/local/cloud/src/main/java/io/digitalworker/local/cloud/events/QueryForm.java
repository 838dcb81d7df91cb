package io.digitalworker.local.cloud.events;

import io.digitalworker.local.cloud.http.AwsFault;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The parameters of a request in the query protocol. */
final class QueryForm {
    private final Map<String, String> parameters;

    private QueryForm(Map<String, String> parameters) {
        this.parameters = parameters;
    }

    static QueryForm parse(String encoded) {
        Map<String, String> parameters = new TreeMap<>();
        for (String pair : encoded.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return new QueryForm(parameters);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw Sns.invalid("the request is not properly encoded");
        }
    }

    @Nullable String get(String name) {
        return parameters.get(name);
    }

    String required(String name) {
        String value = parameters.get(name);
        if (value == null || value.isEmpty()) {
            throw Sns.invalid(name + " Reason: no value");
        }
        return value;
    }

    /** The members of a map such as {@code Attributes.entry.1.key} and {@code .value}. */
    Map<String, String> entries(String prefix, String key, String value) {
        Map<String, String> entries = new TreeMap<>();
        for (int i = 1; parameters.containsKey(prefix + i + key); i++) {
            entries.put(
                    required(prefix + i + key), parameters.getOrDefault(prefix + i + value, ""));
        }
        return entries;
    }

    /** A name that ends with a dot allows all that begin with it; the rest is refused by name. */
    void allow(String action, String... names) {
        for (String parameter : parameters.keySet()) {
            boolean allowed = parameter.equals("Action") || parameter.equals("Version");
            for (String name : names) {
                allowed |= name.endsWith(".") ? parameter.startsWith(name) : parameter.equals(name);
            }
            if (!allowed) {
                throw AwsFault.notImplemented("Parameter " + parameter + " of " + action);
            }
        }
    }
}
