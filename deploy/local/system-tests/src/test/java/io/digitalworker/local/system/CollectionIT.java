package io.digitalworker.local.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.digitalworker.local.launcher.installation.Home;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The smoke test: the collection of requests that an installation offers for download, run against that
 * installation from the first request to the last, with all that it keeps of answers for later ones.
 */
class CollectionIT {
    private static final Pattern STATUS = Pattern.compile("have\\.status\\((\\d+)\\)");
    private static final Pattern KEPT =
            Pattern.compile("set\\(\"(\\w+)\", pm\\.response\\.json\\(\\)\\.(\\w+)\\)");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Map<String, String> variables = new LinkedHashMap<>();

    @Test
    void everyRequestOfTheCollectionIsAnsweredAsItSays(
            @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path directory) throws IOException {
        try (Plant plant = Plant.start(directory, new SourceRefused())) {
            JsonNode collection =
                    new ObjectMapper()
                            .readTree(
                                    given().get(
                                                    plant.api()
                                                            .resolve(
                                                                    "/docs/requests.postman_collection.json"))
                                            .asString());
            variables.put("baseUrl", plant.api().toString().replaceAll("/$", ""));
            for (JsonNode item : collection.get("item")) {
                run(item);
                if (item.at("/request/body/mode").asText().equals("formdata")) {
                    awaitSuccess();
                }
            }
            assertThat(variables).containsKeys("jobId", "uploadId", "batchId");
        }
    }

    private void run(JsonNode item) {
        JsonNode request = item.get("request");
        String script = item.at("/event/0/script/exec").toString().replace("\\\"", "\"");
        Response answer =
                body(request, given().redirects().follow(false).urlEncodingEnabled(false))
                        .request(
                                request.get("method").asText(),
                                filled(request.get("url").asText()));

        assertThat(answer.statusCode())
                .as(item.get("name").asText() + ": " + answer.asString())
                .isEqualTo(Integer.parseInt(found(STATUS, script).group(1)));
        Matcher kept = KEPT.matcher(script);
        if (kept.find()) {
            variables.put(kept.group(1), answer.jsonPath().getString(kept.group(2)));
        }
    }

    private RequestSpecification body(JsonNode request, RequestSpecification made) {
        for (JsonNode header : request.get("header")) {
            made.header(header.get("key").asText(), filled(header.get("value").asText()));
        }
        JsonNode body = request.path("body");
        if (body.path("mode").asText().equals("raw")) {
            return made.body(filled(body.get("raw").asText()));
        }
        for (JsonNode part : body.path("formdata")) {
            if (part.get("type").asText().equals("file")) {
                made.multiPart(
                        part.get("key").asText(),
                        "archive.zip",
                        Submission.zip(Home.find().example().resolve("plugin")));
            } else {
                made.multiPart(part.get("key").asText(), descriptor(), "application/json");
            }
        }
        return made;
    }

    /** Of the archive that is chosen; the collection has one of its own for an example. */
    private static String descriptor() {
        try {
            return Files.readString(Home.find().example().resolve("descriptor.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String filled(String text) {
        String filled = text.replace("{{$guid}}", UUID.randomUUID().toString());
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            filled = filled.replace("{{" + variable.getKey() + "}}", variable.getValue());
        }
        assertThat(filled).as("a variable that nothing was kept for").doesNotContain("{{");
        return filled;
    }

    private void awaitSuccess() {
        String status = filled("{{baseUrl}}/v1/job-status/{{jobId}}");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(given().get(status).jsonPath().getString("status"))
                                        .isEqualTo("Succeeded"));
    }

    private static Matcher found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
        return matcher;
    }
}
