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
import java.util.List;
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

/** Jobs listed and followed by signed-in callers, over two ingest processes of which one dies. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JobsOverTwoIngestsIT {
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

    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path directory) throws IOException {
        doors = TwoIngests.start(directory);
        view = new OutsideView(doors.plant().cloud());
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
    void aClientWhoseProcessIsKilledGoesOnAtTheOtherWithoutGapOrRepetition() throws Exception {
        String job = submittedExample();
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

    private String submittedExample() throws IOException {
        Path example = Home.find().example();
        return accepted(
                as(CALLER)
                        .multiPart("archive", "a.zip", Submission.archiveOf(example))
                        .multiPart(
                                "descriptor",
                                "d.json",
                                Submission.descriptorOf(example).getBytes(StandardCharsets.UTF_8))
                        .post("/v1/generate-spec"));
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
