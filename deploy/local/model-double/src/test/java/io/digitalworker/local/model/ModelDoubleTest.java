package io.digitalworker.local.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ModelDoubleTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROMPT =
            """
            {"system": [{"text": "rules"}, {"cachePoint": {"type": "default"}}],
             "messages": [{"role": "user", "content": [{"text":
               "Write the section \\"Overview\\" of a Software Requirements Specification, in English.\\nF1 endpoint E1: address=\\"GET /x\\" handler=A.B\\nF2 entity E2: name=C\\nS1 E3: D.E\\n"}]}],
             "inferenceConfig": {"maxTokens": 500}}
            """;

    @TempDir Path folder;
    private final HttpClient client = HttpClient.newHttpClient();
    private ModelDouble model;

    @BeforeEach
    void start() throws IOException {
        model = ModelDouble.start(folder.resolve("calls.jsonl"));
    }

    @AfterEach
    void stop() {
        model.close();
    }

    @Test
    void answersWithHandlesThatThePromptGives() throws Exception {
        JsonNode answer = JSON.readTree(text(converse("a-model")));

        assertThat(answer.path("blocks").toString())
                .contains("{F1.handler} handles {F1.address}.", "{F2}", "{S1}")
                .contains("\"evidence\":[\"E1\"]");
    }

    @Test
    void keepsALineForTheArrivalAndOneForTheEnd() throws Exception {
        converse("arn%3Aaws%3Abedrock%2Fa-model");

        List<CallRecord> lines = History.read(folder.resolve("calls.jsonl"));
        assertThat(lines).extracting(CallRecord::outcome).containsExactly("arrived", "answered");
        CallRecord over = lines.get(1);
        assertThat(over.model()).isEqualTo("arn:aws:bedrock/a-model");
        assertThat(over.section()).isEqualTo("Software Requirements Specification/Overview");
        assertThat(over.tokensIn()).isPositive();
        assertThat(over.tokensCacheWritten()).as("up to the cache point").isPositive();
        assertThat(over.prompt()).as("not kept unless it is asked for").isNull();
    }

    @Test
    void takesItsScriptWhileItRuns() throws Exception {
        Rule rule = Rule.times(Fault.THROTTLED, 2).ofModel("first").retryAfter(9);
        HttpResponse<String> set =
                client.send(
                        HttpRequest.newBuilder(model.endpoint().resolve("/control/script"))
                                .PUT(
                                        BodyPublishers.ofString(
                                                JSON.writeValueAsString(Script.PLAIN.with(rule))))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(set.statusCode()).isEqualTo(200);

        assertThat(converse("other").statusCode()).isEqualTo(200);
        HttpResponse<String> throttled = converse("first");
        assertThat(throttled.statusCode()).isEqualTo(429);
        assertThat(throttled.headers().firstValue("x-amzn-ErrorType"))
                .isEqualTo(Optional.of("ThrottlingException"));
        assertThat(throttled.headers().firstValue("retry-after")).isEqualTo(Optional.of("9"));
        assertThat(converse("first").statusCode()).isEqualTo(429);
        assertThat(converse("first").statusCode()).isEqualTo(200);
    }

    @Test
    void letsCallsPassBeforeTheOneThatFails() throws Exception {
        model.script(Script.PLAIN.with(Rule.once(Fault.BROKEN, 1)));

        assertThat(converse("m").statusCode()).isEqualTo(200);
        assertThat(converse("m").statusCode()).isEqualTo(500);
        assertThat(converse("m").statusCode()).isEqualTo(200);
    }

    @Test
    void speaksAsFastAsItsScriptSays() throws Exception {
        model.script(Script.PLAIN.paced(100, 200));

        long begun = System.nanoTime();
        JsonNode usage = JSON.readTree(converse("m").body()).path("usage");
        double seconds = (System.nanoTime() - begun) / 1e9;

        assertThat(seconds)
                .as("tokens out: %s", usage)
                .isGreaterThan(0.09 + usage.path("outputTokens").asDouble() / 200);
    }

    @Test
    void endsAnAnswerAtTheGreatestNumberOfTokens() throws Exception {
        String shortened = PROMPT.replace("500", "3");

        JsonNode answer = JSON.readTree(send("m", shortened).body());

        assertThat(answer.path("stopReason").asText()).isEqualTo("max_tokens");
        assertThat(answer.path("usage").path("outputTokens").asInt()).isEqualTo(3);
    }

    @Test
    void namesThingsThatAreNowhereWhereItIsToldTo() throws Exception {
        model.script(Script.PLAIN.with(Rule.always(Fault.GHOSTS)));

        assertThat(text(converse("m"))).contains("GhostController.Haunt", "{F9999.handler}");
    }

    private static String text(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body()).at("/output/message/content/0/text").asText();
    }

    private HttpResponse<String> converse(String model) throws Exception {
        return send(model, PROMPT);
    }

    private HttpResponse<String> send(String id, String body) throws Exception {
        URI address = model.endpoint().resolve("/model/" + id + "/converse");
        return client.send(
                HttpRequest.newBuilder(address).POST(BodyPublishers.ofString(body)).build(),
                BodyHandlers.ofString());
    }
}
