package io.digitalworker.local.cloud.objects;

import java.util.List;
import java.util.regex.Pattern;
import org.gaul.s3proxy.CrossOriginResourceSharing;

/**
 * Pages that browsers let at the buckets: what is a bucket's CORS configuration on AWS, here for all
 * buckets at once. They may use presigned addresses, with any header, and see the headers of uploads
 * and downloads.
 *
 * @param patterns such as {@code http://127.0.0.1:8080}; as on S3 each may hold one {@code *}
 */
public record AllowedOrigins(List<String> patterns) {
    /** No page but those of the store itself, of which there are none. */
    public static final AllowedOrigins NONE = new AllowedOrigins(List.of());

    private static final List<String> METHODS = List.of("GET", "HEAD", "PUT");
    private static final List<String> ANY_HEADER = List.of("*");
    private static final List<String> EXPOSED =
            List.of(
                    "ETag",
                    "Content-Length",
                    "Content-Disposition",
                    "Content-Range",
                    "x-amz-checksum-sha256",
                    "x-amz-request-id");
    private static final String WITHOUT_CREDENTIALS = "";

    public AllowedOrigins {
        patterns = List.copyOf(patterns);
        patterns.forEach(AllowedOrigins::check);
    }

    private static void check(String pattern) {
        if (!pattern.matches("https?://[^/*,\\s]*\\*?[^/*,\\s]*") || pattern.endsWith("//")) {
            throw new IllegalArgumentException(
                    "must be like http://127.0.0.1:8080, with at most one *, not " + pattern);
        }
    }

    CrossOriginResourceSharing rules() {
        return new CrossOriginResourceSharing(
                patterns.stream().map(AllowedOrigins::expression).toList(),
                METHODS,
                ANY_HEADER,
                EXPOSED,
                WITHOUT_CREDENTIALS);
    }

    /** The store takes regular expressions. */
    private static String expression(String pattern) {
        int star = pattern.indexOf('*');
        return star < 0
                ? Pattern.quote(pattern)
                : Pattern.quote(pattern.substring(0, star))
                        + ".*"
                        + Pattern.quote(pattern.substring(star + 1));
    }
}
