package io.digitalworker.ingest.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.digitalworker.api.FieldError;
import io.digitalworker.api.Schemas;
import io.digitalworker.api.contract.OpenApi;
import io.digitalworker.ingest.check.Checked;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BatchJsonTest {
    private final ObjectNode submission = described("BatchSubmission");
    private final ObjectNode whole = described("BatchRequest");

    @Test
    void takesTheFieldsThatTheContractDescribesAndNoOther() {
        whole.putArray("submissions").add(submission);

        assertThat(read()).as("every field of the contract").isInstanceOf(Checked.Sound.class);
        submission.put("existing", "x");
        assertThat(((Checked.Faulty<BatchRequest>) read()).details())
                .as("a field of single submissions alone")
                .extracting(FieldError::field)
                .containsExactly("submissions[0].existing");
    }

    private static ObjectNode described(String schema) {
        ObjectNode whole = Schemas.JSON.createObjectNode();
        OpenApi.read()
                .component("schemas", schema)
                .get("properties")
                .fieldNames()
                .forEachRemaining(name -> whole.put(name, "x"));
        return whole;
    }

    private Checked<BatchRequest> read() {
        return BatchJson.read(whole.toString().getBytes(StandardCharsets.UTF_8));
    }
}
