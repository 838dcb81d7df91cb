package io.digitalworker.api;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RevisionRequestTest {
    private static final String ANSWER = "{'questionId': 'Q-load', 'answer': 'Ten a second.'}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'action': 'answer', 'message': 'Who may write a review?'}",
                "{'action': 'revise', 'message': 'Say more about rights.'}",
                "{'action': 'revise', 'message': 'Say more.', 'sections': ['data-model']}",
                "{'action': 'revise', 'answers': [" + ANSWER + "]}",
                "{'action': 'detail'}",
                "{'action': 'detail', 'message': 'errors', 'sections': ['data-model']}",
                "{'action': 'simplify', 'sections': ['data-model']}",
                "{'action': 'approve'}"
            })
    void takesWhatEachActionIsFor(String json) throws Exception {
        assertThat(request(json).faults()).isEmpty();
        assertThat(schemaFaults(json)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "action|{}",
                "action|{'action': 'improve'}",
                "message|{'action': 'answer'}",
                "message|{'action': 'answer', 'message': '  '}",
                "message|{'action': 'revise'}",
                "message|{'action': 'approve', 'message': 'Fine.'}",
                "answers|{'action': 'detail', 'answers': [" + ANSWER + "]}",
                "sections|{'action': 'approve', 'sections': ['data-model']}",
                "sections|{'action': 'answer', 'message': 'Who?', 'sections': ['data-model']}",
                "sections|{'action': 'revise', 'answers': ["
                        + ANSWER
                        + "], 'sections': ['data-model']}",
                "sections[0]|{'action': 'detail', 'sections': ['Data model']}",
                "answers[0].questionId|{'action': 'revise',"
                        + " 'answers': [{'questionId': 'load', 'answer': 'Ten.'}]}",
                "answers[0].answer|{'action': 'revise',"
                        + " 'answers': [{'questionId': 'Q-load', 'answer': ' '}]}"
            })
    void namesTheFieldThatIsWrong(String example) throws Exception {
        String field = example.substring(0, example.indexOf('|'));
        String json = example.substring(example.indexOf('|') + 1);

        assertThat(request(json).faults()).extracting(FieldError::field).containsExactly(field);
        assertThat(schemaFaults(json)).as("the schema refuses it too").isNotEmpty();
    }

    @Test
    void keepsItsLimits() {
        RevisionRequest most =
                new RevisionRequest(
                        "revise",
                        "m".repeat(RevisionRequest.MAX_MESSAGE),
                        List.of(new RevisionAnswer("Q-1", "a".repeat(4_000))),
                        List.of());
        assertThat(most.faults()).isEmpty();

        RevisionRequest tooMuch =
                new RevisionRequest(
                        "revise",
                        "m".repeat(RevisionRequest.MAX_MESSAGE + 1),
                        Collections.nCopies(101, new RevisionAnswer("Q-1", "a")),
                        Collections.nCopies(101, "data-model"));
        assertThat(tooMuch.faults())
                .extracting(FieldError::field)
                .containsExactly("message", "answers", "sections");
    }

    @Test
    void answersAQuestionOnce() {
        RevisionAnswer answer = new RevisionAnswer("Q-1", "a");
        RevisionRequest twice =
                new RevisionRequest("revise", null, List.of(answer, answer), List.of());

        assertThat(twice.faults())
                .extracting(FieldError::field)
                .containsExactly("answers[1].questionId");
    }

    @Test
    void neverRepeatsWhatWasSent() {
        RevisionRequest planted =
                new RevisionRequest(
                        "planted-action",
                        null,
                        List.of(new RevisionAnswer("planted-question", "planted".repeat(600))),
                        List.of("planted section"));

        assertThat(planted.faults()).hasSize(4);
        assertThat(planted.faults().toString()).doesNotContain("planted");
    }

    @Test
    void isReadBackFromItsRecordAsItWasAsked() throws Exception {
        RevisionRecord record =
                new RevisionRecord("root", 1_000, List.of())
                        .and(new RevisionRecord.Step("one", 2_000, request("{'action': 'detail'}")))
                        .and(
                                new RevisionRecord.Step(
                                        "two",
                                        3_000,
                                        request(
                                                "{'action': 'revise', 'answers': ["
                                                        + ANSWER
                                                        + "]}")));

        String json = Schemas.JSON.writeValueAsString(record);

        assertThat(Schemas.JSON.readValue(json, RevisionRecord.class)).isEqualTo(record);
        assertThat(record.faults()).isEmpty();
        assertThat(new RevisionRecord("root", 1, List.of()).faults()).hasSize(1);
        assertThat(record.steps().get(1).request().toDo()).isEqualTo(RevisionAction.REVISE);
    }

    private static RevisionRequest request(String json) throws Exception {
        return Schemas.JSON.readValue(json.replace('\'', '"'), RevisionRequest.class);
    }

    private static List<String> schemaFaults(String json) throws Exception {
        return Schemas.faults("revision-request", Schemas.JSON.readTree(json.replace('\'', '"')));
    }
}
