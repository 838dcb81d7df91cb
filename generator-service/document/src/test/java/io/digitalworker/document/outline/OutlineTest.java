package io.digitalworker.document.outline;

import io.digitalworker.api.Options;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class OutlineTest {
    private static Options detail(String detail) {
        return new Options(List.of("srs"), detail, null, null, null, null, null);
    }

    @Test
    void detailDecidesHowMuchIsListed() {
        assertThat(Detail.OVERVIEW.places()).isLessThan(Detail.STANDARD.places());
        assertThat(Detail.STANDARD.places()).isLessThan(Detail.COMPREHENSIVE.places());
        assertThat(outline(detail("overview")).detail()).isEqualTo(Detail.OVERVIEW);
    }

    @Test
    void aSectionIsThereFromItsDetailOnAndInItsScenarios() {
        Section section = new Section("a", "A", "summary", "standard", List.of("migration"));
        assertThat(section.isIn(Detail.STANDARD, "migration")).isTrue();
        assertThat(section.isIn(Detail.OVERVIEW, "migration")).isFalse();
        assertThat(section.isIn(Detail.STANDARD, "brownfield")).isFalse();
    }

    private static Outline outline(Options options) {
        return Outline.all(options).get(0);
    }

    @Test
    void sectionIdsAreTheAnchorsOfTheirTitles() {
        assertThat(outline(Options.defaults()).sections())
                .allSatisfy(
                        section ->
                                assertThat(section.id())
                                        .isEqualTo(
                                                section.title()
                                                        .toLowerCase(Locale.ROOT)
                                                        .replace(' ', '-')));
    }

    @Test
    void refusesOptionsWithFaultsAndSectionsThatStandTwice() {
        assertThatIllegalArgumentException().isThrownBy(() -> outline(detail("tiny")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Section("A b", "A", "summary", null, List.of()));
        Section twice = new Section("a", "A", "summary", null, List.of());
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new Outline(
                                        "srs",
                                        "SRS",
                                        Detail.STANDARD,
                                        "en",
                                        "brownfield",
                                        "mermaid",
                                        0,
                                        List.of(twice, twice)));
    }
}
