package io.digitalworker.generator.open;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.Options;
import io.digitalworker.facts.Facts;
import io.digitalworker.facts.inventory.Inventory;
import io.digitalworker.generator.Submission;
import io.digitalworker.generator.objects.FakeObjectStore;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OpenSourceTest {
    private static final String GREENFIELD = "{\"scenario\": \"greenfield\"}";
    private static final String HYBRID = "{\"scenario\": \"hybrid\"}";

    @TempDir Path directory;
    private final FakeObjectStore objects = new FakeObjectStore();
    private final OpenSource open = new OpenSource(objects);

    @Test
    void givesArchiveDescriptorAndOptions() throws IOException {
        Submission submission = Submission.of("job-1").storedIn(objects);

        try (Source source = (Source) open.open(submission.job(), directory)) {
            assertThat(source.archive().orElseThrow().sha256())
                    .isEqualTo(submission.archive().sha256());
            assertThat(source.archive().orElseThrow().entries()).hasSize(4);
            assertThat(source.descriptor().moduleName()).isEqualTo("Shop.Pickup");
            assertThat(source.options().documents()).containsExactly("srs");
        }
    }

    @Test
    void refusesAnArchiveThatTheGateRefuses() throws IOException {
        Submission submission =
                Submission.of("job-1")
                        .withArchive("no ZIP at all, though long enough".getBytes(UTF_8));

        assertRefused(submission, ErrorCode.ARCHIVE_NOT_ZIP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"archive.zip", "descriptor.json", "options.json"})
    void refusesAJobWhoseSourceIsGone(String object) throws IOException {
        Submission submission = Submission.of("job-1").storedIn(objects);
        objects.lose("job-1/" + object);

        assertThat(open.open(submission.job(), directory))
                .as("without %s", object)
                .isEqualTo(new OpenResult.Refused(ErrorCode.INPUT_MISSING));
    }

    @Test
    void givesNoArchiveWhereTheScenarioDoesWithout() throws IOException {
        Submission submission =
                Submission.of("job-1").withoutArchive().withOptions(GREENFIELD).storedIn(objects);

        try (Source source = (Source) open.open(submission.job(), directory)) {
            assertThat(source.archive()).isEmpty();
            assertThat(source.tree().files()).isEmpty();
            assertThat(source.facts(source.tree(), Inventory.of(source.tree())))
                    .isEqualTo(Facts.none());
        }
        assertThat(objects.history()).doesNotContain("fetch archive.zip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"brownfield", "hybrid", "migration"})
    void refusesEveryOtherScenarioWithoutAnArchive(String scenario) throws IOException {
        assertRefused(
                Submission.of("job-1")
                        .withoutArchive()
                        .withOptions("{\"scenario\": \"" + scenario + "\"}"),
                ErrorCode.ARCHIVE_MISSING);
    }

    @Test
    void givesTheDocumentThatIsToBeKept() throws IOException {
        Submission submission =
                Submission.of("job-1")
                        .withOptions(HYBRID)
                        .withExisting("# Design\n\n## Überblick\n\nText.\n")
                        .storedIn(objects);

        try (Source source = (Source) open.open(submission.job(), directory)) {
            assertThat(source.existing().orElseThrow().about("Überblick")).isPresent();
            assertThat(source.existing().orElseThrow().sha256())
                    .isEqualTo(submission.existing().sha256());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|# fine|EXISTING_UNEXPECTED",
                "{\"scenario\": \"hybrid\"}|' '|EXISTING_EMPTY",
            })
    void refusesADocumentThatIngestWouldRefuse(String options, String text, ErrorCode code)
            throws IOException {
        assertRefused(Submission.of("job-1").withOptions(options).withExisting(text), code);
    }

    @Test
    void refusesADocumentThatIsNoTextOrTooLong() throws IOException {
        Submission hybrid = Submission.of("job-1").withOptions(HYBRID);
        assertRefused(
                hybrid.withExisting("\u00fc".getBytes(ISO_8859_1)), ErrorCode.EXISTING_NOT_TEXT);
        assertRefused(
                hybrid.withExisting("x".repeat(Options.MAX_EXISTING_BYTES + 1)),
                ErrorCode.EXISTING_TOO_LARGE);
    }

    @Test
    void refusesAJobWhoseDocumentIsGone() throws IOException {
        Submission submission =
                Submission.of("job-1").withOptions(HYBRID).withExisting("# Text").storedIn(objects);
        objects.lose("job-1/existing.md");

        assertThat(open.open(submission.job(), directory))
                .isEqualTo(new OpenResult.Refused(ErrorCode.INPUT_MISSING));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"moduleName\"|DESCRIPTOR_NOT_JSON",
                "{} {}|DESCRIPTOR_INVALID",
                "null|DESCRIPTOR_INVALID",
                "{}|DESCRIPTOR_INVALID",
                "[]|DESCRIPTOR_INVALID",
                "{\"unknown\": 1}|DESCRIPTOR_INVALID"
            })
    void refusesADescriptorThatIngestWouldRefuse(String json, ErrorCode code) throws IOException {
        assertRefused(Submission.of("job-1").withDescriptor(json), code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{|OPTIONS_NOT_JSON",
                "{\"detail\": \"endless\"}|OPTIONS_INVALID",
                "{\"sections\": [\"weather\"]}|OPTIONS_INVALID",
                "{\"unknown\": 1}|OPTIONS_INVALID"
            })
    void refusesOptionsThatIngestWouldRefuse(String json, ErrorCode code) throws IOException {
        assertRefused(Submission.of("job-1").withOptions(json), code);
    }

    @Test
    void failsOnAnObjectThatIsNotTheOneSubmitted() throws IOException {
        Submission submission = Submission.of("job-1").storedIn(objects);
        objects.hold("job-1/archive.zip", "something else".getBytes(UTF_8));

        assertThatThrownBy(() -> open.open(submission.job(), directory))
                .as("no fault of the caller: an operator has to look")
                .isInstanceOf(SourceDiffers.class)
                .hasMessageContaining("job-1/archive.zip");
    }

    private void assertRefused(Submission submission, ErrorCode code) throws IOException {
        submission.storedIn(objects);
        assertThat(open.open(submission.job(), directory)).isEqualTo(new OpenResult.Refused(code));
    }
}
