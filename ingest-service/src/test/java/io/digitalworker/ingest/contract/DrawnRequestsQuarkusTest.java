package io.digitalworker.ingest.contract;

import io.digitalworker.api.contract.OpenApi;
import io.digitalworker.ingest.SampleArchives;
import io.digitalworker.runtime.testing.EmbeddedCloudResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests drawn from the contract, by {@code -Drequests.seed}; as many as {@code -Drequests=N} says.
 * None is answered by a status, a code, a header or a body that the contract does not declare.
 */
@QuarkusTest
@WithTestResource(EmbeddedCloudResource.class)
class DrawnRequestsQuarkusTest {
    private static final Logger LOG = Logger.getLogger(DrawnRequestsQuarkusTest.class);
    private static final int REQUESTS = Integer.getInteger("requests", 5_000);
    private static final long SEED = Long.getLong("requests.seed", System.nanoTime());
    private static final int TOLD = 25;
    private static final Path REPORT = Path.of("target", "drawn-requests.txt");

    private static final String DESCRIPTOR =
            "{\"moduleName\": \"M\", \"version\": \"1\", \"features\":"
                    + " [{\"id\": \"F\", \"description\": \"d\"}]}";

    @TestHTTPResource URL address;

    @Test
    void noRequestIsAnsweredByWhatIsNotDeclared() throws IOException {
        OpenApi api = OpenApi.read();
        InetSocketAddress server = new InetSocketAddress(address.getHost(), address.getPort());
        Map<String, List<String>> known =
                Map.of(
                        "jobId",
                        Stream.generate(this::job).limit(3).toList(),
                        "batchId",
                        List.of(batch()));
        DrawnRequests requests = new DrawnRequests(api, known, new Random(SEED));
        Verdict verdict = new Verdict(api);
        Map<Integer, Integer> statuses = new TreeMap<>();
        Map<String, String> faults = new TreeMap<>();
        for (int i = 0; i < REQUESTS; i++) {
            RawRequest request = requests.next();
            RawAnswer answer = request.send(server);
            statuses.merge(answer.status(), 1, Integer::sum);
            for (String fault : verdict.on(request, answer)) {
                faults.putIfAbsent(
                        fault.substring(0, Math.min(300, fault.length())), i + ":\n" + request);
            }
        }
        LOG.infof("%d requests of seed %d, by status: %s", REQUESTS, SEED, statuses);
        Files.writeString(REPORT, String.join("\n", faults.values()));
        assertThat(faults.keySet().stream().limit(TOLD).toList())
                .as("of %d requests by -Drequests.seed=%d; each in %s", REQUESTS, SEED, REPORT)
                .isEmpty();
        assertThat(statuses.keySet())
                .as("what the requests reach")
                .contains(200, 202, 400, 404, 415);
    }

    private String job() {
        return given().multiPart("archive", "a.zip", SampleArchives.sound())
                .multiPart("descriptor", DESCRIPTOR)
                .post("/v1/generate-spec")
                .then()
                .statusCode(202)
                .extract()
                .path("jobId");
    }

    private String batch() {
        return given().contentType("application/json")
                .body(
                        "{\"submissions\": [{\"descriptor\": "
                                + DESCRIPTOR
                                + ", \"options\": {\"scenario\": \"greenfield\"}}]}")
                .post("/v1/batches")
                .then()
                .statusCode(202)
                .extract()
                .path("batchId");
    }
}
