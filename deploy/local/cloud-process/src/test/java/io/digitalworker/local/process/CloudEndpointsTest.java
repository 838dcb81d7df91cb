package io.digitalworker.local.process;

import java.net.URI;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CloudEndpointsTest {
    @Test
    void readsTheLineOfAReadyCloud() {
        assertThat(
                        CloudEndpoints.parse(
                                "READY sqs=http://127.0.0.1:1 s3=http://127.0.0.1:2"
                                        + " dynamodb=http://127.0.0.1:3 events=http://127.0.0.1:4"))
                .isEqualTo(
                        new CloudEndpoints(
                                URI.create("http://127.0.0.1:1"),
                                URI.create("http://127.0.0.1:2"),
                                URI.create("http://127.0.0.1:3"),
                                URI.create("http://127.0.0.1:4")));
    }

    @Test
    void refusesAnyOtherLineAndSaysIt() {
        assertThatThrownBy(() -> CloudEndpoints.parse("Listening"))
                .hasMessageContaining("Listening");
        assertThatThrownBy(() -> CloudEndpoints.parse("READY sqs=http://127.0.0.1:1"))
                .hasMessageContaining("no endpoint for s3");
    }
}
