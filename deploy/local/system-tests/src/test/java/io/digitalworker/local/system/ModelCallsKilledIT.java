package io.digitalworker.local.system;

import io.digitalworker.local.launcher.installation.Home;
import io.digitalworker.local.launcher.installation.Service;
import io.digitalworker.local.model.CallRecord;
import io.digitalworker.local.model.Fault;
import io.digitalworker.local.model.ModelDouble;
import io.digitalworker.local.model.Rule;
import io.digitalworker.local.model.Script;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The generator killed before and after calls of a model: what was finished is not paid for again, and
 * the ledger never counts less than the model did. Three points by seed; all with {@code -Dkills=all};
 * {@code -Dseed=N}.
 */
class ModelCallsKilledIT {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int BY_SEED = 3;
    private static final int SECTIONS = 12;

    /** More than a draft and its repairs is not lost with a section. */
    private static final int OF_A_SECTION = 3;

    private static final String MODEL = "eu.anthropic.claude-haiku-4-5-20251001-v1:0";
    private static final String OPTIONS =
            "{\"documents\": [\"tech-design\"], \"detail\": \"comprehensive\"}";
    private static final Pattern CHECKPOINT =
            Pattern.compile(".*/work/tech-design\\.([a-z0-9-]+)-[0-9a-f]{64}\\.json");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    private ModelDouble model;
    private Plant plant;
    private OutsideView view;

    /** Where the generator dies: while the model thinks about a call, or once it has answered. */
    private record Kill(int call, boolean answered) {
        @Override
        public String toString() {
            return "killed " + (answered ? "after" : "before the answer to") + " call " + call;
        }
    }

    @BeforeEach
    void start() throws IOException {
        model = ModelDouble.start(directory.resolve("history.jsonl"));
        Map<String, String> generator =
                Map.of(
                        "BEDROCK_MODEL_ID",
                        MODEL,
                        "DIGITALWORKER_BEDROCK_ENDPOINT_OVERRIDE",
                        model.endpoint().toString(),
                        "DIGITALWORKER_BEDROCK_SECTIONS_AT_ONCE",
                        "1");
        plant =
                Plant.start(
                        directory, new CloudProxy.Watch() {}, Map.of(Service.GENERATOR, generator));
        view = new OutsideView(plant.cloud());
    }

    @AfterEach
    void end() throws IOException {
        if (view != null) {
            view.close();
        }
        if (plant != null) {
            plant.close();
        }
        if (model != null) {
            model.close();
        }
    }

    @Test
    void noFinishedSectionIsCalledAgainAndTheLedgerNeverCountsLess() throws Exception {
        int calls = undisturbed();
        List<Kill> kills = new ArrayList<>();
        for (int call = 1; call <= calls; call++) {
            kills.add(new Kill(call, false));
            kills.add(new Kill(call, true));
        }
        Collections.shuffle(kills, new Random(Long.getLong("seed", 1)));
        boolean all = "all".equals(System.getProperty("kills"));
        for (Kill kill : all ? kills : kills.subList(0, BY_SEED)) {
            holds(kill, calls);
        }
    }

    /** How many calls the job makes if nobody kills anything. */
    private int undisturbed() throws IOException {
        String jobId = submit();
        succeeded(jobId);
        List<CallRecord> calls = model.history().over();
        assertThat(finished(jobId))
                .as("sections in a model's words")
                .hasSizeGreaterThanOrEqualTo(SECTIONS);
        assertThat(calls.stream().map(CallRecord::section).distinct())
                .as("sections that the model was asked for")
                .hasSameSizeAs(finished(jobId));
        usageIsTold(jobId, calls, "undisturbed");
        return calls.size();
    }

    private void holds(Kill kill, int calls) throws Exception {
        int before = model.history().arrived().size();
        int over = model.history().over().size();
        if (!kill.answered()) {
            model.script(Script.PLAIN.with(Rule.once(Fault.HELD, kill.call() - 1)));
        }
        String jobId = submit();
        await(kill.toString())
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(2))
                .until(
                        () ->
                                kill.answered()
                                        ? model.history().over().size() - over >= kill.call()
                                        : model.history().arrived().size() - before >= kill.call());
        plant.kill(Service.GENERATOR);
        Set<String> finished = finished(jobId);
        int made = model.history().arrived().size() - before;
        model.release();
        model.script(Script.PLAIN);
        plant.restart(Service.GENERATOR);
        succeeded(jobId);

        List<CallRecord> arrived = model.history().arrived();
        List<CallRecord> again = arrived.subList(before + made, arrived.size());
        Set<String> all = finished(jobId);
        System.out.println(
                kill + ": " + finished.size() + " finished, " + again.size() + " calls to follow");
        // fewer, where the object store took a section that the generator was killed for
        assertThat(again.stream().map(CallRecord::section).distinct())
                .as("%s: sections called after the restart, of %s finished", kill, finished)
                .hasSizeLessThanOrEqualTo(all.size() - finished.size());
        assertThat(arrived.size() - before)
                .as("%s: calls of the job", kill)
                .isBetween(calls, calls + OF_A_SECTION);
        List<CallRecord> answered = model.history().over();
        usageIsTold(jobId, answered.subList(over, answered.size()), kill.toString());
    }

    /** Recorded tokens ≤ the model's ≤ recorded and reserved ones. */
    private void usageIsTold(String jobId, List<CallRecord> calls, String when) {
        Map<String, AttributeValue> budget = view.items(jobId, "budget").get(0);
        long recorded = number(budget, "TokensIn") + number(budget, "TokensOut");
        long taken = calls.stream().mapToLong(each -> each.tokensIn() + each.tokensOut()).sum();
        assertThat(taken)
                .as("%s: tokens that the model counted", when)
                .isBetween(recorded, number(budget, "CommittedTokens"));
    }

    private static long number(Map<String, AttributeValue> item, String name) {
        return item.containsKey(name) ? Long.parseLong(item.get(name).n()) : 0;
    }

    /** Sections of the job that are kept. */
    private Set<String> finished(String jobId) {
        return view.objectKeys().stream()
                .filter(key -> key.contains(jobId))
                .map(CHECKPOINT::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private String submit() throws IOException {
        Response answer = Submission.ofExample(plant.api(), Home.find().example(), OPTIONS).send();
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        return answer.path("jobId");
    }

    private void succeeded(String jobId) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(
                                                given().baseUri(plant.api().toString())
                                                        .get("/v1/job-status/" + jobId)
                                                        .<String>path("status"))
                                        .isEqualTo("Succeeded"));
    }
}
