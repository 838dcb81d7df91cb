package io.digitalworker.api;

/** The answer to {@code GET /v1/health}. */
public record Health(String status) {
    public static final Health OK = new Health("OK");
}
