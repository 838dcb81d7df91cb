package io.digitalworker.local.cloud;

import io.digitalworker.local.cloud.objects.AllowedOrigins;
import io.digitalworker.local.cloud.table.DynamoDb;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CloudOptionsTest {
    @Test
    void readsEveryArgument() throws Exception {
        String line =
                "--data d --sqs-port 1 --s3-port 2 --dynamodb-port 3 --events-port 4"
                        + " --index-lag-ms 500 --conflict-percent 2 --throttle-percent 3 --seed 9"
                        + " --cors-origins http://localhost:8080,https://*.example.com"
                        + " --detached";
        assertThat(CloudOptions.parse(line.split(" ")))
                .isEqualTo(
                        new CloudOptions(
                                Path.of("d"),
                                1,
                                2,
                                3,
                                4,
                                new DynamoDb.Troubles(Duration.ofMillis(500), 2, 3, 9),
                                new AllowedOrigins(
                                        List.of("http://localhost:8080", "https://*.example.com")),
                                true));
        assertThat(CloudOptions.parse("--data", "d").detached()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "--colour, unknown argument --colour",
        "--sqs-port, --sqs-port needs a value",
        "--sqs-port x, --sqs-port needs a number",
        "--sqs-port 65536, --sqs-port must be 0 to 65535",
        "--conflict-percent 101, --conflict-percent must be 0 to 100",
        "--cors-origins localhost:8080, must be like http://127.0.0.1:8080",
        "--cors-origins http://*.a.*, with at most one *",
        "--cors-origins http://localhost/, not http://localhost/",
        "--seed 1, --data DIR is missing"
    })
    void namesWhatIsWrong(String line, String message) {
        assertThatThrownBy(() -> CloudOptions.parse(line.split(" ")))
                .isInstanceOf(CloudOptions.Unusable.class)
                .hasMessageContaining(message);
    }
}
