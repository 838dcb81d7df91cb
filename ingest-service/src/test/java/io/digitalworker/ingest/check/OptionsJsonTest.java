package io.digitalworker.ingest.check;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.FieldError;
import io.digitalworker.api.Options;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class OptionsJsonTest {
    @Test
    void whatIsLeftOutHasItsDefault() {
        assertThat(read("{}")).isEqualTo(new Checked.Sound<>(Options.defaults()));
    }

    @Test
    void readsEveryField() {
        Options read =
                ((Checked.Sound<Options>)
                                read(
                                        """
                                        {"documents": ["srs"], "detail": "overview",
                                         "diagrams": "ascii", "scenario": "brownfield",
                                         "language": "en", "writer": "extractive",
                                         "callbackUrl": "https://h.example/", "maxUsd": 0.25,
                                         "maxTokens": 100000, "estimateOnly": true}
                                        """))
                        .value();

        assertThat(read.detail()).isEqualTo("overview");
        assertThat(read.diagrams()).isEqualTo("ascii");
        assertThat(read.writer()).isEqualTo("extractive");
        assertThat(read.callbackUrl()).isEqualTo("https://h.example/");
        assertThat(read.maxUsd()).isEqualByComparingTo("0.25");
        assertThat(read.maxTokens()).isEqualTo(100_000);
        assertThat(read.estimateOnly()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"colour\": \"red\"}       | colour",
                "{\"detail\": 1}             | detail",
                "{\"detail\": \"everything\"}| detail",
                "{\"documents\": \"srs\"}    | documents",
                "{\"documents\": [\"poem\"]} | documents[0]",
                "{\"documents\": [1]}        | documents[0]",
                "{\"callbackUrl\": \"\"}     | callbackUrl",
                "{\"maxUsd\": \"1\"}         | maxUsd",
                "{\"maxUsd\": -0.01}         | maxUsd",
                "{\"maxUsd\": 1000.01}       | maxUsd",
                "{\"maxUsd\": 1e999999}      | maxUsd",
                "{\"maxTokens\": 1.5}        | maxTokens",
                "{\"maxTokens\": -1}         | maxTokens",
                "{\"maxTokens\": 99999999999999999999} | maxTokens",
                "{\"estimateOnly\": \"yes\"} | estimateOnly",
                "{\"sections\": [\"traceability\", \"Data\"]} | sections[1]",
            })
    void namesTheFieldAtFault(String text, String field) {
        Checked.Faulty<Options> faulty = (Checked.Faulty<Options>) read(text);

        assertThat(faulty.code()).isEqualTo(ErrorCode.OPTIONS_INVALID);
        assertThat(faulty.details()).extracting(FieldError::field).containsExactly(field);
    }

    @Test
    void refusesWhatIsNotJsonOrTooLong() {
        assertThat(read("no")).isEqualTo(Checked.faulty(ErrorCode.OPTIONS_NOT_JSON));
        assertThat(((Checked.Faulty<Options>) read("{}" + " ".repeat(Options.MAX_BYTES))).code())
                .isEqualTo(ErrorCode.OPTIONS_INVALID);
    }

    private static Checked<Options> read(String text) {
        return OptionsJson.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
