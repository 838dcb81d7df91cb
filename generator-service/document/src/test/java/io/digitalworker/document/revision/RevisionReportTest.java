package io.digitalworker.document.revision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.digitalworker.document.revision.Conversation.Turn;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The object {@code revision} of the report. */
class RevisionReportTest {
    @Test
    void followsItsSchemaAndNamesEverySection() throws IOException {
        Conversation talk = new Conversation();
        Turn request = talk.revise("Name the owner of `WrappingPaper`.", "data-model");
        Turn detail = talk.turn("simplify", null);

        for (Turn turn : new Turn[] {request, detail}) {
            JsonNode json = turn.outcome().json();
            assertThat(schema().validate(json)).as(json.toString()).isEmpty();
            assertThat(json.get("sections"))
                    .hasSizeGreaterThanOrEqualTo(turn.after().texts().size());
        }
        JsonNode json = request.outcome().json();
        assertThat(json.at("/analysis/code").asBoolean()).isTrue();
        assertThat(json.at("/notes/0/rule").asText()).isEqualTo("request-quoted-not-made");
        assertThat(json.get("concerned")).hasSize(2);
    }

    @Test
    void tellsTheSentencesThatCameAndWent() {
        Conversation talk = new Conversation();
        talk.revise("Name the owner of each table.", "data-model");
        JsonNode json = talk.turn("simplify", null).outcome().json();

        JsonNode history = section(json, "srs", "revision-history");
        assertThat(history.get("change").asText()).isEqualTo("changed");
        assertThat(history.at("/added/count").asInt() + history.at("/reworded/count").asInt())
                .isGreaterThan(0);
        JsonNode requirements = section(json, "srs", "functional-requirements");
        assertThat(requirements.at("/removed/count").asInt()).isGreaterThan(0);
        assertThat(requirements.at("/removed/sentences")).hasSizeLessThanOrEqualTo(50).isNotEmpty();
    }

    private static JsonNode section(JsonNode revision, String document, String id) {
        for (JsonNode section : revision.get("sections")) {
            if (section.get("document").asText().equals(document)
                    && section.get("id").asText().equals(id)) {
                return section;
            }
        }
        throw new AssertionError("no section " + id + " of " + document);
    }

    private static JsonSchema schema() throws IOException {
        try (InputStream in = RevisionReportTest.class.getResourceAsStream("/schema/report.json")) {
            JsonNode report = new ObjectMapper().readTree(in);
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(report.at("/properties/revision"));
        }
    }
}
