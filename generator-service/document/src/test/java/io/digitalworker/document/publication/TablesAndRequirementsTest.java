package io.digitalworker.document.publication;

import io.digitalworker.document.Sample;
import io.digitalworker.document.brief.FactNames;
import io.digitalworker.document.brief.FeatureEvidence;
import io.digitalworker.document.brief.Material;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Call;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.Unresolved;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class TablesAndRequirementsTest {
    private static final Sample SAMPLE = Sample.example();
    private static final Material MATERIAL = SAMPLE.material();
    private static final List<String> LINES = TraceabilityCsv.write(MATERIAL).lines().toList();
    private static final String REQUIREMENTS =
            new String(SAMPLE.artifacts().file("requirements.md").bytes(), UTF_8);

    @Test
    void everyFactOfAFeatureHasARow() {
        for (FeatureEvidence feature : MATERIAL.features()) {
            String prefix = "FR-" + feature.feature().id() + "-";
            for (Fact fact : MATERIAL.linked(feature.feature().id()).facts()) {
                String place =
                        "," + fact.evidence().path() + "," + fact.evidence().startLine() + ",";
                assertThat(LINES)
                        .anyMatch(
                                line ->
                                        fact instanceof Call
                                                || fact instanceof Unresolved
                                                || (line.startsWith(prefix)
                                                        && line.contains(place)));
            }
        }
    }

    @Test
    void endpointsAndTablesStandBesideTheirMembers() {
        assertThat(LINES)
                .anyMatch(
                        line ->
                                line.startsWith("FR-GW-1-1,")
                                        && line.contains("GiftWrapController.Choose,method")
                                        && line.contains("POST /cart/wrap/{cartItemId}"))
                .anyMatch(
                        line ->
                                line.contains("CartItemWrap,entities")
                                        && line.endsWith(",,CartItemWrap,"));
    }

    @Test
    void everyTypeIsLinkedToAFeatureOrUncovered() {
        Set<String> uncovered = new HashSet<>();
        for (String line : LINES) {
            if (line.startsWith(",,uncovered,")) {
                uncovered.add(line.split(",", -1)[3]);
            }
        }
        assertThat(uncovered).contains("SchemaMigration").doesNotContain("GiftWrappingService");
        Set<String> paths = new HashSet<>();
        MATERIAL.linked().facts().forEach(fact -> paths.add(fact.evidence().path()));
        MATERIAL.features().stream()
                .flatMap(feature -> feature.matches().stream())
                .forEach(match -> paths.add(match.chunk().evidence().path()));
        for (TypeDeclaration type : MATERIAL.facts().types()) {
            assertThat(uncovered.contains(type.name()) || paths.contains(type.evidence().path()))
                    .as(type.name())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "=1+1   | '=1+1",
                "+1     | '+1",
                "-1     | '-1",
                "@a     | '@a",
                "＝1     | '＝1",
                "a,b    | \"a,b\"",
                "a\"b    | \"a\"\"b\"",
                "=a,b   | \"'=a,b\"",
                "plain  | plain",
            })
    void noSpreadsheetRunsAField(String value, String written) {
        assertThat(Csv.line(List.of(value))).isEqualTo(written + "\r\n");
    }

    @Test
    void blanksBeforeAFormulaDoNotHideIt() {
        assertThat(Csv.line(List.of("  =1"))).isEqualTo("'  =1\r\n");
        assertThat(Csv.line(List.of("\n=1"))).isEqualTo("\"'\n=1\"\r\n");
    }

    @Test
    void everyFeatureIsARequirementWithAStoryAndNumberedCriteria() {
        int number = 1;
        for (FeatureEvidence feature : MATERIAL.features()) {
            String heading = "### Requirement " + number++ + ": " + feature.requirement() + "\n";
            assertThat(REQUIREMENTS).contains(heading);
            String own = REQUIREMENTS.substring(REQUIREMENTS.indexOf(heading));
            assertThat(own.indexOf("**User Story:** As a ")).isPositive();
            assertThat(own).contains("“" + feature.feature().description() + "”");
            assertThat(own.indexOf("#### Acceptance Criteria\n\n1. ")).isPositive();
        }
        assertThat(REQUIREMENTS).startsWith("# Requirements Document\n\n## Introduction\n");
    }

    @Test
    void everyCriterionIsEarsAndNamesOnlyWhatFactsSay() {
        Pattern ears =
                Pattern.compile("\\d+\\. ((WHEN|WHERE|WHILE) .+ |IF .+ THEN )?THE SYSTEM SHALL .+");
        Set<String> names = new HashSet<>();
        for (Fact fact : MATERIAL.facts().facts()) {
            names.addAll(FactNames.of(fact));
            names.add(fact.evidence().id());
        }
        List<String> criteria =
                REQUIREMENTS.lines().filter(line -> line.matches("\\d+\\. .*")).toList();
        assertThat(criteria).hasSizeGreaterThan(20);
        for (String criterion : criteria) {
            if (criterion.contains("NEEDS CLARIFICATION")) {
                continue;
            }
            assertThat(criterion).matches(ears);
            Pattern.compile("`([^`]+)`")
                    .matcher(criterion)
                    .results()
                    .map(found -> found.group(1))
                    .forEach(
                            name ->
                                    assertThat(name.split("[. ](?=[A-Za-z0-9]+$)"))
                                            .anyMatch(
                                                    part ->
                                                            names.contains(name)
                                                                    || names.contains(part)));
        }
    }

    @Test
    void whatNobodyImplementedHasNoCriterionOfTheCode() {
        String last = REQUIREMENTS.substring(REQUIREMENTS.indexOf("FR-GW-5-1"));
        assertThat(last).contains("NEEDS CLARIFICATION: no code was found").doesNotContain("SHALL");
    }

    @Test
    void everyEndpointOfAFeatureIsACriterion() {
        for (Endpoint endpoint : MATERIAL.linked().all(Endpoint.class)) {
            assertThat(REQUIREMENTS)
                    .contains("WHEN a client requests `" + FactNames.headline(endpoint) + "`");
        }
    }
}
