package io.digitalworker.ingest;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.archive.Corpus;
import io.digitalworker.archive.HostileArchive;
import io.digitalworker.runtime.testing.EmbeddedCloudResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

import static io.digitalworker.ingest.Forms.DESCRIPTOR;
import static io.digitalworker.ingest.Forms.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/**
 * The gate's corpus by HTTP: up to three archives of each code get the code that the gate gives them,
 * and leave nothing. (The code for what is larger than 50
 * MB: {@link RefusedSubmissionQuarkusTest}.)
 */
@QuarkusTest
@WithTestResource(EmbeddedCloudResource.class)
class HostileArchivesQuarkusTest {
    private static final int OF_EACH = 3;

    /** RestAssured takes half a minute to send the archive of 300,000 entries. */
    private static final int MOST_BYTES = 8 << 20;

    @Inject S3Client s3;
    @Inject DynamoDbClient db;

    static List<HostileArchive> sample() {
        Map<ErrorCode, Integer> taken = new EnumMap<>(ErrorCode.class);
        List<HostileArchive> sample = new ArrayList<>();
        for (HostileArchive archive : Corpus.ofHostileArchives()) {
            boolean wanted = taken.getOrDefault(archive.expected(), 0) < OF_EACH;
            if (wanted && archive.bytes().get().length <= MOST_BYTES) {
                taken.merge(archive.expected(), 1, Integer::sum);
                sample.add(archive);
            }
        }
        return sample;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sample")
    void answersWithTheCodeOfTheGateAndStoresNothing(HostileArchive archive) {
        int before = stored();

        var answer = form(archive.bytes().get(), DESCRIPTOR).post("/v1/generate-spec");

        assertThat(answer.asString()).doesNotContain(HostileArchive.PLANTED);
        answer.then()
                .statusCode(archive.expected().httpStatus())
                .contentType("application/problem+json")
                .body("code", equalTo(archive.expected().name()));
        assertThat(stored()).as("objects and items after: " + archive.name()).isEqualTo(before);
    }

    private int stored() {
        return s3.listObjectsV2(list -> list.bucket("digital-worker-input")).keyCount()
                + db.scan(scan -> scan.tableName("DigitalWorkerJobs")).count();
    }
}
