package io.digitalworker.generator.writing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.digitalworker.api.JobStatus;
import io.digitalworker.generator.Submission;
import io.digitalworker.generator.Workbench;
import io.digitalworker.generator.attempt.Attempt;
import io.digitalworker.generator.model.BedrockSettings;
import io.digitalworker.generator.model.FakeModel;
import io.digitalworker.generator.model.ModelAnswer;
import io.digitalworker.generator.model.ModelAnswer.Ending;
import io.digitalworker.generator.model.ModelFault;
import io.digitalworker.generator.model.Models;
import io.digitalworker.generator.model.ModelsThrottled;
import io.digitalworker.ledger.Caps;
import io.digitalworker.ledger.Claim;
import io.digitalworker.ledger.ClaimAttempt;
import io.digitalworker.ledger.Job;
import io.digitalworker.ledger.JobUsage;
import io.digitalworker.local.model.Answerer;
import io.digitalworker.local.model.TruthfulAnswerer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Whole jobs, with models in memory. */
class WriteWithModelTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir Path base;
    private Workbench bench;
    private FakeModel model = new FakeModel(FakeModel.FIRST);
    private final FakeModel fallback = new FakeModel(FakeModel.FALLBACK);
    private String[] settings = {};

    @BeforeEach
    void open() {
        bench = new Workbench(base);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void writesSectionsInTheModelsWordsAndLosesNoSentenceOfATruthfulOne() throws IOException {
        Submission submission = bench.submitted();

        Job job = generate(submission);

        JsonNode report = report(job);
        assertThat(report.path("writer").asText()).isEqualTo("bedrock");
        assertThat(report.path("model").asText()).isEqualTo(FakeModel.FIRST);
        assertThat(report.path("degraded").asBoolean()).isFalse();
        assertThat(report.path("writing")).as("sections with an instruction").hasSizeGreaterThan(3);
        for (JsonNode section : report.path("writing")) {
            assertThat(section.path("writer").asText()).as(section.toString()).isEqualTo("model");
            assertThat(section.path("faults")).as(section.toString()).isEmpty();
            assertThat(section.path("calls").asInt()).as(section.toString()).isOne();
        }
        assertThat(model.history()).hasSameSizeAs(report.path("writing"));
        assertThat(report.path("faults")).as("found at the last check").isEmpty();
        assertThat(text(job, "srs.md")).contains("There is ");
        assertThat(text(job, "manifest.json")).contains(FakeModel.FIRST, "prompt/section.md");
    }

    @Test
    void reportsWhatTheLedgerCounts() throws IOException {
        Submission submission = bench.submitted();

        Job job = generate(submission);

        JsonNode report = report(job);
        JobUsage usage = bench.budgets.usage(job.jobId());
        assertThat(usage.openReservations()).isZero();
        assertThat(report.path("usage").path("calls").asInt())
                .isEqualTo(usage.settled().calls())
                .isEqualTo(model.history().size());
        double sum = 0;
        for (JsonNode section : report.path("writing")) {
            sum += section.path("usd").asDouble();
        }
        assertThat(report.path("usage").path("usd").asDouble())
                .isCloseTo(sum, org.assertj.core.data.Offset.offset(1e-9))
                .isPositive();
    }

    @Test
    void asksTheFallbackWhereTheFirstModelDeclines() throws IOException {
        model.then(Ending.REFUSED);
        settings = new String[] {"sections-at-once", "1"};

        JsonNode first = report(generate(bench.submitted())).path("writing").get(0);

        assertThat(first.path("model").asText()).isEqualTo(FakeModel.FALLBACK);
        assertThat(first.path("reason").asText()).isEqualTo("model-refused");
        assertThat(first.path("calls").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EMPTY", "TRUNCATED"})
    void triesOnceMoreAfterAnAnswerThatIsNone(String ending) throws IOException {
        model.then(Ending.valueOf(ending));
        settings = new String[] {"sections-at-once", "1"};

        JsonNode first = report(generate(bench.submitted())).path("writing").get(0);

        assertThat(first.path("model").asText()).isEqualTo(FakeModel.FIRST);
        assertThat(first.path("reason").asText()).isEmpty();
        assertThat(first.path("calls").asInt()).isEqualTo(2);
        assertThat(model.history().get(1).isRepair())
                .as("a longer answer is asked to be shorter")
                .isEqualTo(ending.equals("TRUNCATED"));
    }

    @Test
    void asksAQuestionOfTheModelButNoneThatTellsALie() throws IOException {
        model.then(
                asked ->
                        asking(
                                model.ask(asked),
                                "Who may call {F1}?",
                                "Is it known that {F1} was hacked by strangers?"));
        settings = new String[] {"sections-at-once", "1"};

        Job job = generate(bench.submitted());

        assertThat(report(job).path("writing").get(0).path("writer").asText()).isEqualTo("model");
        assertThat(text(job, "srs.md"))
                .as("its first question is one that anybody may ask")
                .contains("Who may call ")
                .as("a question states nothing")
                .doesNotContain("hacked");
    }

    /** The same answer with questions. */
    private static ModelAnswer asking(ModelAnswer answer, String... questions) {
        try {
            ObjectNode whole = (ObjectNode) JSON.readTree(answer.text());
            ArrayNode all = whole.putArray("questions");
            for (String question : questions) {
                all.addObject().put("role", "developer").put("say", question);
            }
            return new ModelAnswer(JSON.writeValueAsString(whole), answer.ending(), answer.use());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void tellsTheModelWhatIsWrongWithAnUnreadableAnswer() throws IOException {
        model.thenSay("Here is your section.");
        settings = new String[] {"sections-at-once", "1"};

        JsonNode first = report(generate(bench.submitted())).path("writing").get(0);

        assertThat(first.path("writer").asText()).isEqualTo("model");
        assertThat(first.path("repairs").asInt()).isOne();
        assertThat(first.path("faults").path("unreadable").asInt()).isPositive();
        assertThat(model.history().get(1).isRepair()).isTrue();
    }

    @Test
    void keepsTheExtractiveSectionOfAModelThatNeverWritesAReadableOne() throws IOException {
        model = new FakeModel(FakeModel.FIRST, asked -> "Once upon a time there was a shop.");
        Submission submission = bench.submitted();

        Job job = generate(submission);

        assertThat(job.status()).isEqualTo(JobStatus.Succeeded);
        JsonNode report = report(job);
        assertThat(report.path("degraded").asBoolean()).isTrue();
        assertThat(report.path("writing")).isNotEmpty();
        for (JsonNode section : report.path("writing")) {
            assertThat(section.path("writer").asText()).isEqualTo("extractive");
            assertThat(section.path("reason").asText()).isEqualTo("answer-unsound");
            assertThat(section.path("calls").asInt()).as("a draft and two repairs").isEqualTo(3);
        }
        assertThat(text(job, "srs.md")).doesNotContain("Once upon");
    }

    @Test
    void writesWithoutModelsThatMayNotBeUsed() throws IOException {
        ModelFault denied = new ModelFault.Unusable("AccessDeniedException");
        for (int i = 0; i < 100; i++) {
            model.then(denied);
            fallback.then(denied);
        }
        settings = new String[] {"sections-at-once", "1"};

        Job job = generate(bench.submitted());

        assertThat(job.status()).isEqualTo(JobStatus.Succeeded);
        assertThat(report(job).path("writing"))
                .allMatch(section -> section.path("writer").asText().equals("extractive"));
        assertThat(model.history()).as("asked once, then known to be unusable").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6})
    void anotherAttemptAsksOnlyForWhatIsNotFinished(int atOnce) throws IOException {
        settings = new String[] {"sections-at-once", String.valueOf(atOnce)};
        Submission submission = bench.submitted();
        for (int i = 0; i < 3; i++) {
            model.then(asked -> new FakeModel("any").ask(asked));
        }
        model.then(
                asked -> {
                    throw new IllegalStateException("killed");
                });

        assertThatThrownBy(() -> generate(submission)).hasMessage("killed");
        List<String> finished = finished();
        List<String> asked = new ArrayList<>(model.sections());
        Claim again = release(submission);
        FakeModel second = new FakeModel(FakeModel.FIRST);
        model = second;
        Job job;
        try (Attempt attempt = bench.watchdog.begin(again, bench.lease)) {
            job = generate(attempt);
        }

        assertThat(finished).as("stored before the attempt ended").isNotEmpty();
        JsonNode writing = report(job).path("writing");
        assertThat(second.sections())
                .as("asked again, of %s finished and %s asked before", finished, asked)
                .hasSize(writing.size() - finished.size())
                .doesNotHaveDuplicates();
        assertThat(writing).allMatch(section -> section.path("writer").asText().equals("model"));
        assertThat(bench.budgets.usage(job.jobId()).settled().calls())
                .as("the report tells what all attempts took")
                .isEqualTo(report(job).path("usage").path("calls").asInt());
    }

    @Test
    void equalWorkGivesEqualDocumentsHoweverOftenItIsBegun() throws IOException {
        Submission one = bench.submitted();
        String first = text(generate(one), "srs.md");
        Submission other = bench.submitted();
        model.then(
                asked -> {
                    throw new IllegalStateException("killed");
                });
        assertThatThrownBy(() -> generate(other)).hasMessage("killed");
        Claim again = release(other);
        model = new FakeModel(FakeModel.FIRST);
        try (Attempt attempt = bench.watchdog.begin(again, bench.lease)) {
            assertThat(lines(text(generate(attempt), "srs.md"))).isEqualTo(lines(first));
        }
    }

    @Test
    void writesASectionAgainWhoseCheckpointCannotBeRead() throws IOException {
        Submission submission = bench.submitted();
        model.then(asked -> new FakeModel("any").ask(asked));
        model.then(
                asked -> {
                    throw new IllegalStateException("killed");
                });
        settings = new String[] {"sections-at-once", "1"};
        assertThatThrownBy(() -> generate(submission)).hasMessage("killed");
        String key =
                bench.objects.stored().keySet().stream()
                        .filter(each -> each.contains("/work/"))
                        .findFirst()
                        .orElseThrow();
        bench.objects.store(key, "application/json", "{\"form\": 1, \"ans".getBytes(UTF_8));
        Claim again = release(submission);
        model = new FakeModel(FakeModel.FIRST);

        try (Attempt attempt = bench.watchdog.begin(again, bench.lease)) {
            Job job = generate(attempt);
            assertThat(model.history()).hasSameSizeAs(report(job).path("writing"));
        }
    }

    @Test
    void putsAThrottledJobOffWithItsFinishedSectionsKept() {
        settings = new String[] {"sections-at-once", "1"};
        model.then(asked -> new FakeModel("any").ask(asked));
        for (int i = 0; i < 1_000; i++) {
            model.then(new ModelFault.Throttled("ThrottlingException", Optional.empty()));
        }

        assertThatThrownBy(() -> generate(bench.submitted())).isInstanceOf(ModelsThrottled.class);

        assertThat(finished()).hasSize(1);
    }

    @Test
    void staysWithinItsCapAndWritesTheRestWithoutAModel() throws IOException {
        long cap = 60_000;
        bench.caps = new Caps(Caps.Cap.ofMicroUsd(cap), Caps.Cap.NONE, Caps.Cap.NONE);
        settings = new String[] {"sections-at-once", "1"};

        Job job = generate(bench.submitted());

        assertThat(job.status()).isEqualTo(JobStatus.Succeeded);
        JsonNode report = report(job);
        assertThat(report.path("usage").path("usd").asDouble())
                .isPositive()
                .isLessThanOrEqualTo(cap / 1e6);
        assertThat(report.path("writing"))
                .anyMatch(section -> section.path("reason").asText().equals("budget"))
                .anyMatch(section -> section.path("writer").asText().equals("model"));
        assertThat(report.path("degraded").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"writer\": \"extractive\"}", "{\"language\": \"de\"}"})
    void asksNoModelWhereNoneIsWanted(String options) throws IOException {
        Submission submission =
                bench.submitted(
                        Submission.of(java.util.UUID.randomUUID().toString()).withOptions(options));

        Job job = generate(submission);

        assertThat(model.history()).isEmpty();
        assertThat(report(job).path("degraded").asBoolean()).isFalse();
        assertThat(report(job).path("writing"))
                .allMatch(section -> section.path("reason").asText().equals("language"));
    }

    @Test
    void asksNoMoreThanItsBoundForASectionWhateverTheModelsDo() throws IOException {
        Set<Integer> calls = new HashSet<>();
        model =
                new FakeModel(
                        FakeModel.FIRST,
                        asked -> {
                            throw new ModelFault.TimedOut("late");
                        });
        for (int i = 0; i < 200; i++) {
            fallback.then(Ending.TRUNCATED);
        }
        settings = new String[] {"sections-at-once", "1"};

        for (JsonNode section : report(generate(bench.submitted())).path("writing")) {
            calls.add(section.path("calls").asInt());
        }

        assertThat(calls).allMatch(n -> n <= 4);
    }

    @Test
    void namesTheJobInTheLogInEveryThreadThatAsks() throws IOException {
        Set<String> threads = ConcurrentHashMap.newKeySet();
        Set<String> named = ConcurrentHashMap.newKeySet();
        Answerer truthful = new TruthfulAnswerer();
        model =
                new FakeModel(
                        FakeModel.FIRST,
                        asked -> {
                            threads.add(Thread.currentThread().getName());
                            named.add(MDC.get("jobId") + " " + MDC.get("requestId"));
                            return truthful.answer(asked);
                        });

        Job job = generate(bench.submitted());

        assertThat(threads).as("threads that asked").hasSizeGreaterThan(1);
        assertThat(named).containsExactly(job.jobId() + " " + job.requestId());
    }

    private Job generate(Submission submission) throws IOException {
        try (Attempt attempt = bench.watchdog.begin(bench.claim(submission), bench.lease)) {
            try {
                return generate(attempt);
            } catch (RuntimeException e) {
                attempt.claim().release("");
                throw e;
            }
        }
    }

    private Job generate(Attempt attempt) throws IOException {
        Models models = new Models(List.of(model, fallback), 2_000);
        return bench.generate(models, BedrockSettings.of(settings)).generate(attempt);
    }

    private Claim release(Submission submission) {
        return ((ClaimAttempt.Claimed) bench.ledger.claim(submission.jobId(), 1)).claim();
    }

    private List<String> finished() {
        return bench.objects.stored().keySet().stream()
                .filter(key -> key.contains("/work/"))
                .toList();
    }

    private JsonNode report(Job job) throws IOException {
        return JSON.readTree(text(job, "report.json"));
    }

    private String text(Job job, String name) {
        return new String(bench.objects.stored().get(job.outputKey() + name), UTF_8);
    }

    /** Without the lines that tell the date. */
    private static List<String> lines(String markdown) {
        return markdown.lines().filter(line -> !line.matches(".*\\d{4}-\\d{2}-\\d{2}.*")).toList();
    }
}
