package io.digitalworker.document.prompt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.digitalworker.document.Sample;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.outline.Section;
import io.digitalworker.document.writing.Composers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PromptFilesTest {
    private static final double BEYOND = 1.25;

    @Test
    void everyInstructionIsForAContentThatIsComposed() {
        for (String content : Instruction.all().keySet()) {
            Section section = new Section("some", "Some", content, null, List.of());
            assertThat(Composers.of(section)).as(content).isPresent();
        }
    }

    @Test
    void whatIsMadeOfTablesAndListsIsNotWrittenByAModel() {
        assertThat(Instruction.all().keySet())
                .doesNotContain(
                        "glossary",
                        "design-glossary",
                        "references",
                        "traceability",
                        "revisions",
                        "completeness",
                        "questions",
                        "next-steps",
                        "review",
                        "review-steps",
                        "inventory",
                        "kept-parts",
                        "texts");
    }

    @Test
    void aComprehensiveSpecificationHasEightSectionsOfAModelAndKeepsToItsWords() {
        Material material = Asking.as(Sample.example(), "srs").material();
        List<Instruction> narrated = new ArrayList<>();
        for (SectionBrief brief : material.briefs()) {
            if (SectionPrompt.isFor(brief)) {
                narrated.add(Instruction.of(brief.section().content()).orElseThrow());
            }
        }
        int words = narrated.stream().mapToInt(Instruction::words).sum();
        assertThat(narrated).hasSizeGreaterThanOrEqualTo(8);
        assertThat(words * BEYOND)
                .as("words that are let pass, of %d asked for", words)
                .isLessThanOrEqualTo(material.outline().words());
    }

    @Test
    void theExampleInTheRulesKeepsToTheSchema() throws IOException {
        JsonNode example = new ObjectMapper().readTree(exampleAnswer());
        assertThat(schema().validate(example)).isEmpty();
    }

    @Test
    void theSchemaRefusesWhatTheRulesForbid() throws IOException {
        String assumed = exampleAnswer().replace("EXTRACTED", "ASSUMED");
        String more = exampleAnswer().replace("\"block\":\"B2\"", "\"block\":\"B2\",\"why\":\"x\"");
        ObjectMapper json = new ObjectMapper();
        assertThat(schema().validate(json.readTree(assumed))).isNotEmpty();
        assertThat(schema().validate(json.readTree(more))).isNotEmpty();
    }

    @Test
    void rulesAndSchemaAskTheSameRoles() throws IOException {
        JsonNode roles =
                new ObjectMapper()
                        .readTree(PromptFiles.answerSchema())
                        .at("/properties/questions/items/properties/role/enum");
        List<String> named = new ArrayList<>();
        roles.forEach(role -> named.add(role.asText()));
        assertThat(named).isEqualTo(AnswerReader.ROLES);
        String rules = PromptFiles.text("/prompt/system.md").replaceAll("\\s+", " ");
        assertThat(named).allSatisfy(role -> assertThat(rules).contains(role));
    }

    @Test
    void theVersionTellsOfEveryFile() {
        assertThat(PromptFiles.version()).matches("1-[0-9a-f]{12}");
        assertThat(PromptFiles.names())
                .isSorted()
                .allSatisfy(name -> assertThat(PromptFiles.text(name)).isNotBlank());
    }

    static String exampleAnswer() {
        return PromptFiles.text("/prompt/system.md")
                .lines()
                .filter(line -> line.startsWith("{\"blocks\""))
                .findFirst()
                .orElseThrow();
    }

    private static JsonSchema schema() {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(PromptFiles.answerSchema());
    }
}
