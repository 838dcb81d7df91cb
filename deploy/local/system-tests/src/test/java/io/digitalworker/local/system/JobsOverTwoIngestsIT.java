package io.digitalworker.local.system;

import io.digitalworker.local.launcher.installation.Home;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Jobs submitted under a key, listed and followed by signed-in callers, over two ingest processes of
 * which one dies.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JobsOverTwoIngestsIT {
    private static final int AT_ONCE = 200;
    private static final String KEY = "one-key-of-everybody";
    private static final String CALLER = "caller-7d41";
    private static final String OTHER = "other-c2a0";
    private static final String IDEA =
            """
            {"moduleName": "Desk", "version": "0.1", "actors": ["warden"],
             "features": [{"id": "F-1", "description": "A warden counts the keys by hand"}]}
            """;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private TwoIngests doors;
    private OutsideView view;
    private byte[] archive;
    private String descriptor;

    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path directory) throws IOException {
        doors = TwoIngests.start(directory);
        view = new OutsideView(doors.plant().cloud());
        Path example = Home.find().example();
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
    @Order(1)
    void aCursorIsFollowedFromOneProcessToTheOtherAndShowsNothingOfOthers() {
        List<String> mine = new ArrayList<>();
        List<String> theirs = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            mine.add(0, submitted(CALLER));
            theirs.add(0, submitted(OTHER));
        }

        List<String> listed = new ArrayList<>();
        String cursor = null;
        do {
            Response page = page(CALLER, cursor);
            listed.addAll(page.<List<String>>path("jobs.jobId"));
            cursor = page.path("cursor");
        } while (cursor != null);

        assertThat(listed).isEqualTo(mine);
        String forOther = page(CALLER, null).path("cursor");
        assertThat(page(OTHER, forOther).<List<String>>path("jobs.jobId"))
                .as("with a cursor of somebody else")
                .isSubsetOf(theirs);
    }

    @Test
    @Order(2)
    void twoHundredSubmissionsAtOnceUnderAKeyAreOneJob() throws Exception {
        Set<String> before = jobs();
        Set<String> told = new TreeSet<>();
        for (Response answer : atOnce(() -> keyed("crowd", descriptor))) {
            if (answer.statusCode() == 409) {
                assertThat(code(answer)).isEqualTo("IDEMPOTENCY_IN_PROGRESS");
                assertThat(answer.header("Retry-After")).isEqualTo("2");
            } else {
                told.add(accepted(answer));
            }
        }
        Set<String> made = jobs();
        made.removeAll(before);

        assertThat(made).as("jobs made of one submission sent %d times", AT_ONCE).hasSize(1);
        assertThat(told).as("the job that callers were told of").isEqualTo(made);
        assertThat(twice(() -> accepted(keyed("crowd", descriptor))))
                .as("afterwards both processes know it")
                .containsOnly(made.iterator().next());
    }

    @Test
    @Order(3)
    void aKeyIsForOneContentOfOneCaller() {
        String mine = accepted(keyed("first", descriptor));
        String other = descriptor.replace("1.2.0", "1.2.1");
        assertThat(other).as("another version").isNotEqualTo(descriptor);

        assertThat(twice(() -> keyed("first", other)))
                .allSatisfy(
                        answer -> {
                            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(422);
                            assertThat(code(answer)).isEqualTo("IDEMPOTENCY_KEY_REUSED");
                        });
        String theirs = accepted(keyed("second", other));
        assertThat(theirs).as("the job of another caller with the same key").isNotEqualTo(mine);
        assertThat(twice(() -> accepted(keyed("first", descriptor)))).containsOnly(mine);
        assertThat(twice(() -> accepted(keyed("second", other)))).containsOnly(theirs);
    }

    @Test
    @Order(4)
    void aClientWhoseProcessIsKilledGoesOnAtTheOtherWithoutGapOrRepetition() throws Exception {
        String job = accepted(example(CALLER, descriptor).post("/v1/generate-spec"));
        List<Long> seen = new ArrayList<>();
        URI first = doors.both().get(0);
        URI second = doors.both().get(1);

        try (BufferedReader stream = follow(second, job, 0)) {
            readEvents(stream, seen, 2);
            doors.killSecond();
            readEvents(stream, seen, Integer.MAX_VALUE);
        } catch (IOException killed) {
            assertThat(seen).as("events told before the process died").isNotEmpty();
        }
        int before = seen.size();
        while (status(first, job, last(seen)) == 200) {
            try (BufferedReader stream = follow(first, job, last(seen))) {
                readEvents(stream, seen, Integer.MAX_VALUE);
            }
        }

        List<String> history = view.history(job);
        assertThat(history).endsWith("JobSucceeded");
        assertThat(seen).isEqualTo(LongStream.rangeClosed(1, history.size()).boxed().toList());
        assertThat(before).as("told by the process that died").isLessThan(seen.size());
    }

    private static List<Response> atOnce(Callable<Response> submission) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
        List<Response> answers = new ArrayList<>();
        try {
            for (Future<Response> answer :
                    pool.invokeAll(Collections.nCopies(AT_ONCE, submission))) {
                answers.add(answer.get());
            }
        } finally {
            pool.shutdownNow();
        }
        return answers;
    }

    /** Once by each process. */
    private static <T> List<T> twice(Supplier<T> call) {
        return List.of(call.get(), call.get());
    }

    private Response keyed(String caller, String about) {
        return example(caller, about).header("Idempotency-Key", KEY).post("/v1/generate-spec");
    }

    private Set<String> jobs() {
        return view.ledger().stream()
                .filter(item -> item.get("Metadata").s().equals("job"))
                .map(item -> item.get("JobId").s())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String code(Response answer) {
        return answer.jsonPath().getString("code");
    }

    private static long last(List<Long> seen) {
        return seen.isEmpty() ? 0 : seen.get(seen.size() - 1);
    }

    /** Reads until that many more events were told, or the end. */
    private static void readEvents(BufferedReader stream, List<Long> seen, int most)
            throws IOException {
        int told = 0;
        for (String line = stream.readLine(); line != null; line = stream.readLine()) {
            if (line.startsWith("id:")) {
                seen.add(Long.parseLong(line.substring(3).strip()));
                told++;
            }
            if (told == most) {
                return;
            }
        }
    }

    private BufferedReader follow(URI door, String job, long after) throws Exception {
        var answer =
                http.send(request(door, job, after), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    private int status(URI door, String job, long after) throws Exception {
        var answer =
                http.send(request(door, job, after), HttpResponse.BodyHandlers.ofInputStream());
        answer.body().close();
        return answer.statusCode();
    }

    private HttpRequest request(URI door, String job, long after) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(door.resolve("/v1/jobs/" + job + "/events"))
                        .timeout(Duration.ofSeconds(20))
                        .header("Authorization", "Bearer " + doors.token(CALLER));
        return (after == 0 ? request : request.header("Last-Event-ID", Long.toString(after)))
                .build();
    }

    private Response page(String caller, String cursor) {
        RequestSpecification request = as(caller).queryParam("limit", 2);
        Response page =
                (cursor == null ? request : request.queryParam("cursor", cursor)).get("/v1/jobs");
        assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
        return page;
    }

    private String submitted(String caller) {
        return accepted(
                as(caller)
                        .multiPart("descriptor", "d.json", IDEA.getBytes(StandardCharsets.UTF_8))
                        .multiPart("options", "{\"scenario\": \"greenfield\"}", "application/json")
                        .post("/v1/generate-spec"));
    }

    private RequestSpecification example(String caller, String about) {
        return as(caller)
                .multiPart("archive", "a.zip", archive)
                .multiPart("descriptor", "d.json", about.getBytes(StandardCharsets.UTF_8));
    }

    private static String accepted(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        return answer.path("jobId");
    }

    private RequestSpecification as(String caller) {
        return given().baseUri(doors.api().toString())
                .header("Authorization", "Bearer " + doors.token(caller));
    }
}
