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
        assertThat(Outline.of(detail("overview")).membersPerFeature())
                .isLessThan(Outline.of(detail("standard")).membersPerFeature());
        assertThat(Outline.of(detail("standard")).membersPerFeature())
                .isLessThan(Outline.of(detail("comprehensive")).membersPerFeature());
    }

    @Test
    void sectionIdsAreTheAnchorsOfTheirTitles() {
        assertThat(Outline.of(Options.defaults()).sections())
                .allSatisfy(
                        section ->
                                assertThat(section.id())
                                        .isEqualTo(
                                                section.title()
                                                        .toLowerCase(Locale.ROOT)
                                                        .replace(' ', '-')));
    }

    @Test
    void refusesOptionsWithFaultsAndSectionsThatContradictThemselves() {
        assertThatIllegalArgumentException().isThrownBy(() -> Outline.of(detail("tiny")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Section("a", "A", SectionContent.UNAVAILABLE, ""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Section("A b", "A", SectionContent.SUMMARY, null));
        Section twice = new Section("a", "A", SectionContent.SUMMARY, null);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Outline("srs", 1, List.of(twice, twice)));
    }
}
