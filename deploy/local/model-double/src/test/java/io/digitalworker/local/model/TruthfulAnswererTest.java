package io.digitalworker.local.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TruthfulAnswererTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FACTS = facts();

    @Test
    void writesAboutAsManyWordsAsItMay() throws IOException {
        for (int most : List.of(60, 150, 300)) {
            List<String> said = said(answer(asking(most)));

            int words = said.stream().mapToInt(sentence -> sentence.split("\\s+").length).sum();
            assertThat(words)
                    .as("words, handles counted as one, of at most %d: %s", most, said)
                    .isBetween(most * 7 / 10, most);
        }
    }

    @Test
    void saysNothingTwiceAndNoShapeMoreThanThreeTimes() throws IOException {
        List<String> said = said(answer(asking(400)));
        Map<String, Integer> shapes = new HashMap<>();
        said.forEach(each -> shapes.merge(each.replaceAll("\\{[^}]*\\}", "…"), 1, Integer::sum));

        assertThat(new HashSet<>(said)).hasSameSizeAs(said);
        assertThat(shapes).hasSizeGreaterThan(15);
        assertThat(shapes.values()).allMatch(times -> times <= 3);
    }

    @Test
    void citesThePlaceOfTheFactThatItMentions() throws IOException {
        for (JsonNode block : answer(asking(200)).path("blocks")) {
            for (JsonNode sentence : block.path("sentences")) {
                String say = sentence.path("say").asText();
                String number = say.replaceFirst("^[^{]*\\{F(\\d+)[.}].*$", "$1");
                assertThat(sentence.path("evidence").get(0).asText())
                        .as(say)
                        .isEqualTo("E" + number);
            }
        }
    }

    @Test
    void placesWhatStaysOfTheDraftInItsOrder() throws IOException {
        List<String> kept = new ArrayList<>();
        answer(
                        asking(100)
                                + "B1 under \"Who\", stays: table of A | B\n"
                                + "B2, yours to write anew: {F1.handler} is there. [E1]\n"
                                + "B3, stays: heading \"What\"\n")
                .path("blocks")
                .forEach(
                        block -> {
                            if (block.path("kind").asText().equals("keep")) {
                                kept.add(block.path("block").asText());
                            }
                        });

        assertThat(kept).containsExactly("B1", "B3");
    }

    @Test
    void tellsFirstOfWhatTheDraftNames() throws IOException {
        String draft = "B1, yours to write anew: {F7.name} is there. [E7]\n";

        assertThat(said(answer(asking(60) + draft)).get(0)).contains("{F7");
    }

    @Test
    void readsListsAndQuotedValuesOfALine() {
        ListedFact fact =
                ListedFact.in(
                                "F3 endpoint E1: address=\"GET /x/{id}\" handler=A.B parameters:"
                                        + " 1(name=id in=path type=int required) 2(name=\"a b\")"
                                        + " responses: 1(status=200) authorization: 1=staff and 2 more")
                        .orElseThrow();

        assertThat(fact.parts())
                .containsEntry("address", "GET /x/{id}")
                .containsEntry("handler", "A.B")
                .containsEntry("parameters[1].name", "id")
                .containsEntry("parameters[1].type", "int")
                .containsEntry("parameters[2].name", "a b")
                .containsEntry("responses[1].status", "200")
                .containsEntry("authorization[1]", "staff");
    }

    @Test
    void doesNotSayWhatThePromptCut() {
        ListedFact fact = ListedFact.in("F1 entity E1: name=\"Long…\" table=Longs").orElseThrow();

        assertThat(fact.parts()).containsOnlyKeys("table");
    }

    private static JsonNode answer(String prompt) throws IOException {
        return JSON.readTree(new TruthfulAnswerer().answer(new Asked("m", "", prompt, 1, 4_000)));
    }

    private static List<String> said(JsonNode answer) {
        List<String> said = new ArrayList<>();
        answer.path("blocks")
                .forEach(
                        block ->
                                block.path("sentences")
                                        .forEach(each -> said.add(each.path("say").asText())));
        return said;
    }

    private static String asking(int words) {
        return "Write the section \"Overview\" of a Specification, in English.\n"
                + ("Write at most " + words + " words of your own; what you keep does not count.\n")
                + FACTS;
    }

    private static String facts() {
        StringBuilder facts = new StringBuilder();
        IntStream.rangeClosed(1, 5)
                .forEach(
                        n ->
                                facts.append(
                                        """
                                        F%1$d endpoint E%1$d: address="GET /%2$s" handler=%2$s.Get request=%2$sForm
                                        F%3$d call E%3$d: from=%2$s.Get to=%2$s.Load
                                        F%4$d entity E%4$d: name=%2$sRow table=%2$sRows fields: 1(name=%2$sId type=int)
                                        """
                                                .formatted(
                                                        n,
                                                        "Abcde".charAt(n - 1) + "x",
                                                        n + 5,
                                                        n + 10)));
        return facts.toString();
    }
}
