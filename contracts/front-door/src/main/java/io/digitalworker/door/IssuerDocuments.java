package io.digitalworker.door;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What the issuer publishes: its discovery document (OpenID Connect Discovery 1.0 §4) and its keys. */
final class IssuerDocuments {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(3);
    private static final int MOST_BYTES = 256 * 1024;

    private final String issuer;
    private final Optional<URI> keys;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(CONNECT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    /**
     * @throws IllegalStateException as {@link Issuer#of}
     */
    IssuerDocuments(DoorConfig.Jwt config) {
        this.issuer = Issuer.of(config);
        this.keys = config.keys();
        keys.ifPresent(address -> Issuer.mustBeSafe("keys", address));
    }

    /** Asks the issuer for its present keys. */
    JWKSet keys() throws IOException {
        try {
            return JWKSet.parse(get(keys.isPresent() ? keys.get() : discovered()));
        } catch (ParseException e) {
            throw new IOException("what it answers cannot be read");
        }
    }

    private URI discovered() throws IOException, ParseException {
        Map<String, Object> document =
                JSONObjectUtils.parse(
                        get(
                                URI.create(
                                        withoutSlash(issuer)
                                                + "/.well-known/openid-configuration")));
        if (!issuer.equals(document.get("issuer"))) {
            throw new IOException("its discovery document is of another issuer");
        }
        URI address = JSONObjectUtils.getURI(document, "jwks_uri");
        if (address == null || !Loopback.isSafe(address)) {
            throw new IOException("its discovery document names no keys that could be believed");
        }
        return address;
    }

    private static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    private String get(URI address) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address).timeout(ANSWER).build();
        try {
            HttpResponse<InputStream> answer =
                    http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                return text(answer.statusCode(), body);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        }
    }

    private static String text(int status, InputStream body) throws IOException {
        if (status != 200) {
            throw new IOException("it answers " + status);
        }
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new IOException("it answers more than " + MOST_BYTES + " bytes");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
