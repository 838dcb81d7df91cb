package io.digitalworker.local.launcher.client;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** An OAuth access token, as {@code jwt} installations take it (RFC 6750). */
public final class BearerToken implements Identity {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._~+/-]+=*");
    private final Supplier<String> token;

    /** @param token asked for at every attempt, since a file may hold a fresher one by then */
    public BearerToken(Supplier<String> token) {
        this.token = token;
    }

    @Override
    public void prove(HttpRequest.Builder request, String method, URI address, byte[] body) {
        String value = token.get().strip();
        if (!FORM.matcher(value).matches()) {
            throw new CallerUnknown(
                    "What was given as the token is none: it is empty, or holds spaces or other"
                            + " characters. Give the access token alone, without \"Bearer\".");
        }
        request.header("Authorization", "Bearer " + value);
    }
}
