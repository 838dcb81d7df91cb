package io.digitalworker.local.system;

import io.digitalworker.local.launcher.installation.Home;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** Submissions of signed-in callers under an {@code Idempotency-Key}, to two ingest processes in turn. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeysOverTwoIngestsIT {
    private static final int AT_ONCE = 200;

    private final Path example = Home.find().example();
    private final String key = UUID.randomUUID().toString();
    private TwoIngests doors;
    private OutsideView view;
    private byte[] archive;
    private String descriptor;

    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path directory) throws IOException {
        doors = TwoIngests.start(directory);
        view = new OutsideView(doors.plant().cloud());
        archive = Submission.archiveOf(example);
        descriptor = Submission.descriptorOf(example);
    }

    @AfterAll
    void end() throws IOException {
        if (view != null) {
            view.close();
        }
        if (doors != null) {
            doors.close();
        }
    }

    @Test
    void twoHundredAtOnceAreOneJob() throws Exception {
        String caller = "crowd";
        Set<String> before = jobs();
        Set<String> accepted = new TreeSet<>();
        for (Response answer : atOnce(() -> submit(caller, descriptor))) {
            if (answer.statusCode() == 409) {
                assertThat(code(answer)).isEqualTo("IDEMPOTENCY_IN_PROGRESS");
                assertThat(answer.header("Retry-After")).isEqualTo("2");
            } else {
                accepted.add(jobId(answer));
            }
        }
        Set<String> made = jobs();
        made.removeAll(before);

        assertThat(made).as("jobs made of one submission sent %d times", AT_ONCE).hasSize(1);
        assertThat(accepted).as("the job that callers were told").isEqualTo(made);
        assertThat(twice(() -> jobId(submit(caller, descriptor))))
                .as("afterwards each process knows it")
                .allMatch(made::contains);
    }

    @Test
    void otherContentUnderTheSameKeyIsRefusedByBoth() {
        String caller = "changed-their-mind";
        jobId(submit(caller, descriptor));
        String other = descriptor.replace("1.2.0", "1.2.1");
        assertThat(other).as("another version").isNotEqualTo(descriptor);

        assertThat(twice(() -> submit(caller, other)))
                .allSatisfy(
                        answer -> {
                            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(422);
                            assertThat(code(answer)).isEqualTo("IDEMPOTENCY_KEY_REUSED");
                        });
    }

    @Test
    void everyCallerHasKeysOfTheirOwn() {
        String one = jobId(submit("one", descriptor));
        String other = jobId(submit("other", descriptor));

        assertThat(other).as("the job of another caller with the same key").isNotEqualTo(one);
        assertThat(twice(() -> jobId(submit("one", descriptor)))).containsOnly(one);
        assertThat(twice(() -> jobId(submit("other", descriptor)))).containsOnly(other);
    }

    private static List<Response> atOnce(Callable<Response> submission) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<Response>> answers =
                    pool.invokeAll(Collections.nCopies(AT_ONCE, submission));
            List<Response> got = new ArrayList<>();
            for (Future<Response> answer : answers) {
                got.add(answer.get());
            }
            return got;
        } finally {
            pool.shutdownNow();
        }
    }

    /** Once by each process. */
    private static <T> List<T> twice(Supplier<T> call) {
        return List.of(call.get(), call.get());
    }

    private Response submit(String caller, String about) {
        return given().baseUri(doors.api().toString())
                .header("Authorization", "Bearer " + doors.token(caller))
                .header("Idempotency-Key", key)
                .multiPart("archive", "a.zip", archive, "application/zip")
                .multiPart("descriptor", about, "application/json")
                .post("/v1/generate-spec");
    }

    private Set<String> jobs() {
        Set<String> jobs = new TreeSet<>();
        view.ledger().stream()
                .filter(item -> item.get("Metadata").s().equals("job"))
                .forEach(item -> jobs.add(item.get("JobId").s()));
        return jobs;
    }

    private static String jobId(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        return answer.path("jobId");
    }

    private static String code(Response answer) {
        return answer.jsonPath().getString("code");
    }
}
