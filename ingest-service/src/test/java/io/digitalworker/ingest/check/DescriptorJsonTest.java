package io.digitalworker.ingest.check;

import io.digitalworker.api.Descriptor;
import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.FieldError;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DescriptorJsonTest {
    private static final String SOUND =
            """
            {"moduleName": "Product Reviews", "version": "1.0",
             "features": [{"id": "F1", "description": "Customers write reviews."}],
             "actors": ["Customer"], "nfr": null}
            """;

    @Test
    void readsEveryField() {
        Descriptor read = ((Checked.Sound<Descriptor>) read(SOUND)).value();

        assertThat(read.moduleName()).isEqualTo("Product Reviews");
        assertThat(read.version()).isEqualTo("1.0");
        assertThat(read.features()).singleElement().matches(f -> f.id().equals("F1"));
        assertThat(read.actors()).containsExactly("Customer");
        assertThat(read.nfr()).as("null is the same as absence").isEmpty();
    }

    @Test
    void readsByteOrderMark() {
        assertThat(read("\uFEFF" + SOUND)).isInstanceOf(Checked.Sound.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "x",
                "[]",
                "\"text\"",
                "1",
                "null",
                "{",
                "{\"moduleName\": }",
                "{\"moduleName\": \"a\",}",
                "{'moduleName': 'a'}",
                "{moduleName: 1}",
                "{} {}",
                "{} x",
                "{\"a\": NaN}",
                "{\"a\": 01}",
                "// comment\n{}",
                "{\"a\":[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]}"
            })
    void refusesWhatIsNotOneJsonObject(String text) {
        assertThat(read(text)).isEqualTo(Checked.faulty(ErrorCode.DESCRIPTOR_NOT_JSON));
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] latin1 =
                "{\"moduleName\": \"Gr\u00f6\u00dfe\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(DescriptorJson.read(latin1))
                .isEqualTo(Checked.faulty(ErrorCode.DESCRIPTOR_NOT_JSON));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"secret\": 1}                          | secret                 | is not a field of this object",
                "{\"se<b>cret\": 1}                       | ?                      | is not a field of this object",
                "{\"features\": [{\"x\": 1}]}             | features[0].x          | is not a field of this object",
                "{\"moduleName\": 5}                      | moduleName             | must be a text",
                "{\"moduleName\": {\"a\": 1}}             | moduleName             | must be a text",
                "{\"version\": true}                      | version                | must be a text",
                "{\"features\": {}}                       | features               | must be a list",
                "{\"features\": \"a\"}                    | features               | must be a list",
                "{\"features\": [1]}                      | features[0]            | must be an object",
                "{\"features\": [null]}                   | features[0]            | must be an object",
                "{\"features\": [{\"id\": 1.5}]}          | features[0].id         | must be a text",
                "{\"features\": [{}, {\"description\": []}]} | features[1].description | must be a text",
                "{\"actors\": [null]}                     | actors[0]              | must be a text",
                "{\"nfr\": [\"a\", 2]}                    | nfr[1]                 | must be a text",
                "{\"version\": \"1\", \"version\": \"2\"} | version                | stands there twice",
                "{\"features\": [{\"id\": \"a\", \"id\": \"b\"}]} | features[0].id | stands there twice",
            })
    void namesTheFieldAtFault(String text, String field, String message) {
        ErrorCode code =
                message.startsWith("is not a field")
                        ? ErrorCode.DESCRIPTOR_FIELD_UNKNOWN
                        : ErrorCode.DESCRIPTOR_INVALID;
        assertThat(read(text)).isEqualTo(Checked.faulty(code, field, message));
    }

    @Test
    void tellsAnUnknownFieldFromOtherFaultsOnlyWhereItIsAlone() {
        assertThat(code(read("{\"secret\": 1, \"moduleName\": 5}")))
                .isEqualTo(ErrorCode.DESCRIPTOR_INVALID);
    }

    @Test
    void saysThatThereIsNoFeature() {
        assertThat(code(read("{\"moduleName\": \"M\", \"version\": \"1\"}")))
                .isEqualTo(ErrorCode.DESCRIPTOR_WITHOUT_FEATURES);
    }

    private static ErrorCode code(Checked<Descriptor> checked) {
        return ((Checked.Faulty<Descriptor>) checked).code();
    }

    @Test
    void asksTheDescriptorWhatElseIsWrong() {
        assertThat(faults(read("{}")))
                .extracting(FieldError::field)
                .containsExactly("moduleName", "version", "features");
        assertThat(faults(read(SOUND.replace("\"F1\"", "null"))))
                .extracting(FieldError::field)
                .containsExactly("features[0].id");
    }

    @Test
    void takesUpToItsLimitAndNotAByteMore() {
        String room = " ".repeat(Descriptor.MAX_BYTES - SOUND.length());

        assertThat(read(SOUND + room)).isInstanceOf(Checked.Sound.class);
        assertThat(faults(read(SOUND + room + " ")))
                .extracting(FieldError::field)
                .containsExactly("descriptor");
    }

    private static List<FieldError> faults(Checked<Descriptor> checked) {
        return ((Checked.Faulty<Descriptor>) checked).details();
    }

    private static Checked<Descriptor> read(String text) {
        return DescriptorJson.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
