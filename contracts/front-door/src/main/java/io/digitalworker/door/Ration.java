package io.digitalworker.door;

/**
 * What one request was given.
 *
 * @param remaining requests that would be granted right after it
 * @param fullAfter seconds until all would be
 * @param retryAfter seconds after which one would be, where this one was not
 */
record Ration(boolean granted, long remaining, long fullAfter, long retryAfter) {
    /** {@code RateLimit} of draft-ietf-httpapi-ratelimit-headers. */
    String header() {
        return "\"" + Rates.POLICY + "\";r=" + remaining + ";t=" + fullAfter;
    }
}
