package io.digitalworker.document.writing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.digitalworker.document.ScenarioSample;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.document.publication.WrittenDocument;
import io.digitalworker.document.rendering.RenderedFile;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ScenariosTest {
    private static final String ALL =
            """
            {"scenario": "greenfield", "documents": ["srs", "functional-spec", "tech-design"]}
            """;

    private static final String LOANS =
            """
            {"moduleName": "Loan desk", "version": "0.1",
             "features": [
               {"id": "L-1", "description": "A clerk records an application with 3 documents; the applicant gets a receipt if the upload was complete."},
               {"id": "L-2", "description": "An application waits a limited time for `missing` documents, then it is rejected."},
               {"id": "L-3", "description": "The head of credit sees applications of the last weeks quickly."}],
             "actors": ["clerk", "head of credit"],
             "nfr": ["95 % of searches answer within 2 seconds", "Personal data is encrypted"],
             "constraints": ["Runs on AWS in Frankfurt"]}
            """;

    private static final String BARE =
            """
            {"moduleName": "Loan desk", "version": "0.1",
             "features": [{"id": "L-1", "description": "TODO_list of getFoo() in {x}"}]}
            """;

    private static final String NOTES =
            """
            # Gift wrapping: notes

            Written by hand in 2019. <script>alert(1)</script>

            ## Executive summary

            Paper is chosen by `GET /cart/wrap/{cartItemId}`; the fee comes from
            `GiftWrappingService.GetWrappingFeeAsync`. Rows live in `WrapTable`, not in wrap_rows.

            - one
              - nested `cartitemwrap`

            | Field | Meaning |
            |---|---|
            | `Fee` | money, 3 digits |

            ## Roll-out

            ```js
            POST('/wrap/all')
            ```

            Ask Bob first.
            """;

    private static final ScenarioSample GREENFIELD = ScenarioSample.greenfield(LOANS, ALL);
    private static final ScenarioSample HYBRID =
            ScenarioSample.example("{\"scenario\": \"hybrid\"}", NOTES);

    private static Stream<SectionDraft> drafts(ScenarioSample sample) {
        return sample.documents().stream().flatMap(each -> each.verified().drafts().stream());
    }

    private static Stream<Sentence> sentences(ScenarioSample sample) {
        return drafts(sample).flatMap(SectionDraft::sentences);
    }

    private static void isSound(ScenarioSample sample) {
        for (WrittenDocument document : sample.documents()) {
            assertThat(document.verified().faults()).as(document.name()).isEmpty();
            assertThat(document.verified().ghosts()).isZero();
            assertThat(document.verified().citations())
                    .isEqualTo(document.verified().citationsValid());
        }
    }

    @Test
    void greenfieldNeedsNoArchiveAndNamesNoCode() throws IOException {
        isSound(GREENFIELD);
        for (String name : List.of("srs", "functional-spec", "tech-design")) {
            assertThat(GREENFIELD.text(name + ".md").replace("\\`", "")).doesNotContain("`");
        }
        JsonNode manifest = new ObjectMapper().readTree(GREENFIELD.text("manifest.json"));
        assertThat(manifest.at("/inputs").has("archive")).isFalse();
        assertThat(GREENFIELD.files().files())
                .extracting(RenderedFile::name)
                .doesNotContain("openapi.yaml");
    }

    @Test
    void whatIsOnlyIntendedIsProposedAndEveryFeatureIsThere() {
        Set<String> quotes =
                sentences(GREENFIELD)
                        .filter(sentence -> sentence.claimClass() == ClaimClass.PROPOSED)
                        .map(Sentence::shown)
                        .collect(Collectors.toSet());
        assertThat(quotes)
                .contains(
                        "Runs on AWS in Frankfurt",
                        "95 % of searches answer within 2 seconds",
                        "clerk",
                        "the applicant gets a receipt if the upload was complete.");
        for (String feature : List.of("FR-L-1-1", "FR-L-2-1", "FR-L-3-1")) {
            assertThat(GREENFIELD.text("srs.md")).contains("### " + feature);
            assertThat(GREENFIELD.text("functional-spec.md")).contains(feature);
        }
        assertThat(sentences(GREENFIELD).map(Sentence::claimClass)).contains(ClaimClass.ASSUMED);
    }

    @Test
    void whatTheDescriptorDoesNotSayIsAskedOrAssumed() {
        ScenarioSample bare = ScenarioSample.greenfield(BARE, ALL);
        isSound(bare);
        assertThat(drafts(bare).flatMap(draft -> draft.questions().stream()))
                .extracting(question -> question.id())
                .contains(
                        "Q-actors",
                        "Q-constraints",
                        "Q-quality-performance",
                        "Q-quality-security",
                        "Q-failures",
                        "Q-data");
        assertThat(bare.text("srs.md"))
                .contains("no constraint is told. *(ASSUMED)*")
                .contains("no quality is asked for. *(ASSUMED)*");
        assertThat(bare.text("functional-spec.md"))
                .contains("no actors are told apart. *(ASSUMED)*");
        assertThat(drafts(GREENFIELD).flatMap(draft -> draft.questions().stream()))
                .extracting(question -> question.id())
                .contains("Q-measures")
                .doesNotContain("Q-actors", "Q-quality-performance", "Q-constraints");
    }

    @Test
    void twoIntendedDocumentsShareFewSentences() {
        List<Set<String>> documents =
                GREENFIELD.documents().stream().map(ScenariosTest::narrative).toList();
        for (Set<String> one : documents) {
            for (Set<String> other : documents) {
                if (one != other) {
                    long shared = one.stream().filter(other::contains).count();
                    assertThat(shared * 100 / one.size()).isLessThanOrEqualTo(30);
                }
            }
        }
    }

    /**
     * Sentences of the writer, without the two sections that close every document; the words of the
     * descriptor are the same wherever they are quoted.
     */
    private static Set<String> narrative(WrittenDocument document) {
        return document.verified().drafts().stream()
                .filter(draft -> !draft.section().content().equals(ClosingSections.QUESTIONS))
                .filter(draft -> !draft.section().content().equals(ClosingSections.COMPLETENESS))
                .flatMap(SectionDraft::sentences)
                .filter(s -> s.spans().stream().noneMatch(Span.Quote.class::isInstance))
                .map(Sentence::shown)
                .filter(shown -> shown.split(" ").length > 3)
                .collect(Collectors.toSet());
    }

    @Test
    void hybridKeepsWhatWasWrittenAndFillsTheGaps() {
        isSound(HYBRID);
        assertThat(HYBRID.text("srs.md"))
                .contains(
                        "### As written before\n\nPaper is chosen by `GET /cart/wrap/{cartItemId}`;")
                .contains("`GiftWrappingService.GetWrappingFeeAsync`")
                .containsPattern("\\|`Fee`(\\[\\^[a-z0-9-]+])?\\|money, 3 digits\\|")
                .contains("### As found in the code\n\nThis document covers ")
                .contains("### Roll-out\n\n```js\nPOST('/wrap/all')\n```\n\nAsk Bob first.")
                .contains("Written by hand in 2019.");
        assertThat(HYBRID.text("srs.html")).doesNotContain("<script>alert");
    }

    @Test
    void hybridChecksEachNameAndListsTheDeviations() {
        SectionDraft deviations =
                drafts(HYBRID)
                        .filter(draft -> draft.section().content().equals("deviations"))
                        .findFirst()
                        .orElseThrow();
        List<String> shown = deviations.sentences().map(Sentence::shown).toList();
        assertThat(shown)
                .contains("WrapTable", "wrap_rows", "cartitemwrap", "written as CartItemWrap")
                .contains("POST /cart/wrap/{cartItemId}/remove")
                .doesNotContain("GET /cart/wrap/{cartItemId}", "Fee");
        assertThat(HYBRID.text("srs.md")).doesNotContain("`WrapTable`").contains("WrapTable");
        assertThat(sentences(HYBRID).filter(s -> s.shown().contains("Rows live in")))
                .allMatch(sentence -> sentence.claimClass() == ClaimClass.NEEDS_SME);
        assertThat(deviations.questions()).hasSize(1);
    }

    @Test
    void hybridWithoutAPartialDocumentSaysSo() {
        ScenarioSample none = ScenarioSample.example("{\"scenario\": \"hybrid\"}", "");
        isSound(none);
        assertThat(none.text("srs.md")).contains("no partial document came with the job");
    }

    @Test
    void aPartialDocumentCannotHarm() {
        String deep =
                "> ".repeat(5_000) + "*".repeat(5_000) + "- ".repeat(5_000) + "[](javascript:x)";
        ScenarioSample hostile =
                ScenarioSample.example(
                        "{\"scenario\": \"hybrid\"}",
                        deep
                                + "\n\n## `\u0000`\n\n|a|b|\n|---|---|\n|x|\n\n<img src=x onerror=y>\n");
        isSound(hostile);
        assertThat(hostile.text("srs.html"))
                .doesNotContain("<img src=x")
                .doesNotContain("href=\"javascript");
    }

    @Test
    void migrationTellsTargetGapAndTheWorkOnFeatures() {
        String descriptor =
                """
                {"moduleName": "Misc.GiftWrapping", "version": "2",
                 "features": [{"id": "GW-1", "description": "A shopper chooses a wrapping paper for a shopping cart item and adds a greeting."},
                              {"id": "GW-5", "description": "The recipient picks the courier's delivery slot."}],
                 "constraints": ["Runs without nopCommerce on PostgreSQL"]}
                """;
        ScenarioSample migration =
                ScenarioSample.example(
                        descriptor,
                        "{\"scenario\": \"migration\", \"detail\": \"comprehensive\"}",
                        "");
        isSound(migration);
        assertThat(migration.text("srs.md"))
                .contains("## Target of the migration")
                .contains("- Runs without nopCommerce on PostgreSQL *(PROPOSED)*")
                .contains("carry over and compare")
                .containsPattern("FR-GW-5-1\\|no-evidence.*\\|build")
                .contains("## Code base");
        assertThat(sentences(migration))
                .filteredOn(sentence -> sentence.claimClass() == ClaimClass.PROPOSED)
                .isNotEmpty()
                .allMatch(s -> s.spans().stream().noneMatch(Span.Mention.class::isInstance));
    }

    @Test
    void manifestsOfAllScenariosFitTheirSchema() throws IOException {
        JsonNode schema =
                new ObjectMapper()
                        .readTree(getClass().getResourceAsStream("/schema/manifest.json"));
        for (ScenarioSample sample : List.of(GREENFIELD, HYBRID)) {
            JsonNode manifest = new ObjectMapper().readTree(sample.text("manifest.json"));
            assertThat(
                            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                                    .getSchema(schema)
                                    .validate(manifest))
                    .isEmpty();
        }
        JsonNode templates =
                new ObjectMapper().readTree(HYBRID.text("manifest.json")).at("/templates");
        assertThat(templates.findValuesAsText("name"))
                .containsExactly(
                        "messages/messages_en.properties",
                        "outline/hybrid/srs.json",
                        "outline/srs.json");
    }
}
