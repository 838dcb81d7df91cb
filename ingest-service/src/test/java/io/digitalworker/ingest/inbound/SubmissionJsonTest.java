package io.digitalworker.ingest.inbound;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.digitalworker.api.Schemas;
import io.digitalworker.api.contract.OpenApi;
import io.digitalworker.ingest.check.Checked;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SubmissionJsonTest {
    private final ObjectNode whole = Schemas.JSON.createObjectNode();

    @Test
    void takesTheFieldsThatTheContractDescribesAndNoOther() {
        OpenApi.read()
                .component("schemas", "Submission")
                .get("properties")
                .fieldNames()
                .forEachRemaining(name -> whole.put(name, "x"));

        assertThat(read()).as("every field of the contract").isInstanceOf(Checked.Sound.class);
        whole.put("callbackUrl", "x");
        assertThat(read()).as("a field of options").isInstanceOf(Checked.Faulty.class);
    }

    private Checked<?> read() {
        return SubmissionJson.read(whole.toString().getBytes(StandardCharsets.UTF_8));
    }
}
