package io.digitalworker.ingest;

import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** Uploads as clients make them: announced, then put to the bucket. */
final class Uploading {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Uploading() {}

    static Response announce(Object size, String sha256) {
        return given().contentType("application/json")
                .body("{\"size\": " + size + ", \"sha256\": \"" + sha256 + "\"}")
                .post("/v1/uploads");
    }

    static Response announce(byte[] content) {
        Response answer = announce(content.length, sha256(content));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer;
    }

    /** Puts content to an address as it was given. */
    static HttpResponse<String> put(Response announced, byte[] content) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(announced.jsonPath().getString("url")));
        Map<String, String> headers = announced.jsonPath().getMap("headers");
        headers.forEach(request::header);
        request.method(
                announced.jsonPath().getString("method"),
                HttpRequest.BodyPublishers.ofByteArray(content));
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("the bucket did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Its identifier, after everything went well. */
    static String uploaded(byte[] content) {
        Response announced = announce(content);
        HttpResponse<String> answer = put(announced, content);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return announced.jsonPath().getString("uploadId");
    }

    static Response submit(String body) {
        return given().contentType("application/json").body(body).post("/v1/generate-spec");
    }

    static Response submit(String uploadId, String descriptor) {
        return submit("{\"uploadId\": \"" + uploadId + "\", \"descriptor\": " + descriptor + "}");
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
