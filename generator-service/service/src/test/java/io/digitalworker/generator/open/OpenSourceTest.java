package io.digitalworker.generator.open;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.generator.Submission;
import io.digitalworker.generator.objects.FakeObjectStore;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OpenSourceTest {
    @TempDir Path directory;
    private final FakeObjectStore objects = new FakeObjectStore();
    private final OpenSource open = new OpenSource(objects);

    @Test
    void givesArchiveDescriptorAndOptions() throws IOException {
        Submission submission = Submission.of("job-1").storedIn(objects);

        try (Source source = (Source) open.open(submission.job(), directory)) {
            assertThat(source.archive().sha256()).isEqualTo(submission.archive().sha256());
            assertThat(source.archive().entries()).hasSize(4);
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
