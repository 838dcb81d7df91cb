package io.digitalworker.ingest.store;

import io.digitalworker.api.Descriptor;
import io.digitalworker.api.Feature;
import io.digitalworker.api.Options;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CanonicalJsonTest {
    @Test
    void sortsFieldsAndLeavesOutWhatIsEmpty() {
        Descriptor descriptor =
                new Descriptor(
                        "M\u00f6bel",
                        List.of(new Feature("F1", "d")),
                        "1",
                        List.of(),
                        List.of(),
                        List.of());

        assertThat(new String(CanonicalJson.of(descriptor), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"features\":[{\"description\":\"d\",\"id\":\"F1\"}],"
                                + "\"moduleName\":\"M\u00f6bel\",\"version\":\"1\"}");
    }

    @Test
    void writesDefaultsOut() {
        assertThat(new String(CanonicalJson.of(Options.defaults()), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"detail\":\"standard\",\"diagrams\":\"mermaid\",\"documents\":[\"srs\"],"
                                + "\"language\":\"en\",\"scenario\":\"brownfield\","
                                + "\"writer\":\"auto\"}");
    }
}
