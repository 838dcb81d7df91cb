package io.digitalworker.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DescriptorTest {
    private static final List<Feature> ONE = List.of(new Feature("F-1", "Customers can pay."));

    private static Descriptor named(String moduleName) {
        return new Descriptor(moduleName, ONE, "1.0", null, null, null);
    }

    private static Descriptor with(Feature... features) {
        return new Descriptor("Shop", List.of(features), "1.0", null, null, null);
    }

    private static List<String> fields(Descriptor descriptor) {
        return descriptor.faults().stream().map(FieldError::field).toList();
    }

    @Test
    void acceptsWhatIsComplete() {
        Descriptor descriptor =
                new Descriptor(
                        "Nop.Plugin Zahlung_2-b",
                        ONE,
                        "4.70",
                        List.of("customer"),
                        List.of("fast"),
                        List.of("on premises"));

        assertThat(descriptor.faults()).isEmpty();
        assertThat(schemaFaults(descriptor)).isEmpty();
    }

    @ParameterizedTest(name = "module name ''{0}''")
    @CsvSource(
            value = {"null", "''", "a/b", "<b>", "a\tb"},
            nullValues = "null")
    void refusesModuleNamesThatMayNotStandInTheLedger(String name) {
        assertThat(fields(named(name))).containsExactly("moduleName");
        if (name != null) {
            assertThat(schemaFaults(named(name))).isNotEmpty();
        }
    }

    @ParameterizedTest(name = "module name ''{0}''")
    @ValueSource(strings = {"समीक्षा सेवा", "เครื่องมือ", "Cafe\u0301 2.0"})
    void takesLettersWithTheirMarks(String name) {
        assertThat(named(name).faults()).isEmpty();
        assertThat(schemaFaults(named(name))).isEmpty();
    }

    @Test
    void refusesAMarkWithNoLetterBeforeIt() {
        assertThat(fields(named("\u0301cole"))).containsExactly("moduleName");
        assertThat(schemaFaults(named("\u0301cole"))).hasSize(1);
    }

    @Test
    void refusesNamesAndVersionsThatAreTooLong() {
        assertThat(named("n".repeat(120)).faults()).isEmpty();
        assertThat(fields(named("n".repeat(121)))).containsExactly("moduleName");
        Descriptor versioned = new Descriptor("Shop", ONE, "1".repeat(41), null, null, null);
        assertThat(fields(versioned)).containsExactly("version");
        assertThat(schemaFaults(versioned)).hasSize(1);
        assertThat(fields(new Descriptor("Shop", ONE, " ", null, null, null)))
                .containsExactly("version");
    }

    @Test
    void namesTheFeatureAndFieldAtFault() {
        Descriptor descriptor =
                with(
                        new Feature("F-1", "Fine."),
                        new Feature("F-1", "Used twice."),
                        new Feature("no spaces", " "),
                        new Feature(null, null),
                        new Feature("F-4", "x".repeat(Descriptor.MAX_TEXT + 1)));

        assertThat(fields(descriptor))
                .containsExactly(
                        "features[1].id",
                        "features[2].id",
                        "features[2].description",
                        "features[3].id",
                        "features[3].description",
                        "features[4].description");
    }

    @Test
    void wantsOneToTwoHundredFeatures() {
        assertThat(fields(new Descriptor("Shop", null, "1", null, null, null)))
                .containsExactly("features");
        Feature[] many =
                IntStream.range(0, 201)
                        .mapToObj(i -> new Feature("F" + i, "text"))
                        .toArray(Feature[]::new);
        assertThat(fields(with(many))).containsExactly("features");
    }

    @Test
    void refusesBlankAndEndlessTexts() {
        Descriptor descriptor =
                new Descriptor(
                        "Shop",
                        ONE,
                        "1",
                        List.of("fine", " "),
                        List.of("x".repeat(Descriptor.MAX_TEXT + 1)),
                        Collections.nCopies(201, "text"));

        assertThat(fields(descriptor)).containsExactly("actors[1]", "nfr[0]", "constraints");
        assertThat(schemaFaults(descriptor)).hasSize(3);
    }

    @Test
    void neverRepeatsWhatWasSent() {
        List<FieldError> faults = new ArrayList<>(named("<script>secret</script>").faults());
        faults.addAll(with(new Feature("<secret>", "")).faults());

        assertThat(faults).hasSize(3).noneMatch(fault -> fault.toString().contains("secret"));
    }

    @Test
    void hasASchemaThatRefusesUnknownFields() throws Exception {
        JsonNode unknown =
                Schemas.JSON.readTree(
                        """
                        {"moduleName": "Shop", "version": "1", "colour": "blue",
                         "features": [{"id": "F-1", "description": "d", "size": 3}]}
                        """);

        assertThat(Schemas.faults("descriptor", unknown))
                .hasSize(2)
                .anyMatch(fault -> fault.contains("colour"))
                .anyMatch(fault -> fault.contains("size"));
    }

    private static List<String> schemaFaults(Descriptor descriptor) {
        return Schemas.faults("descriptor", Schemas.JSON.valueToTree(descriptor));
    }
}
