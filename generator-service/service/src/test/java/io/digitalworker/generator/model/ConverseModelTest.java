package io.digitalworker.generator.model;

import io.digitalworker.document.prompt.Prompt;
import io.digitalworker.document.prompt.Prompt.Role;
import io.digitalworker.document.prompt.Prompt.Turn;
import io.digitalworker.local.model.CallRecord;
import io.digitalworker.local.model.Fault;
import io.digitalworker.local.model.ModelDouble;
import io.digitalworker.local.model.Rule;
import io.digitalworker.local.model.Script;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** The SDK's client against a double that speaks Bedrock's protocol. */
class ConverseModelTest {
    private static final String ID =
            "arn:aws:bedrock:eu-west-1:1:inference-profile/eu.some-model:0";
    private static final String WORDS = "only-in-the-prompt";
    private static final Prompt PROMPT =
            new Prompt("rules", "material", List.of(new Turn(Role.USER, WORDS)));

    @TempDir Path folder;
    private ModelDouble bedrock;
    private final List<AutoCloseable> opened = new ArrayList<>();

    @BeforeAll
    static void haveCredentials() {
        System.setProperty("aws.accessKeyId", "local");
        System.setProperty("aws.secretAccessKey", "locallocal");
    }

    @AfterAll
    static void haveNone() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
    }

    @BeforeEach
    void start() throws IOException {
        bedrock = ModelDouble.start(0, folder.resolve("calls.jsonl"), asked -> "{\"blocks\":[]}");
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
        bedrock.close();
    }

    @Test
    void asksInTheFormOfConverseAndCountsTheTokens() {
        bedrock.script(Script.PLAIN.keepingPrompts());
        Model model = model();

        ModelAnswer first = model.ask(PROMPT, 300);
        ModelAnswer second = model.ask(PROMPT, 300);

        assertThat(first.text()).isEqualTo("{\"blocks\":[]}");
        assertThat(first.ending()).isEqualTo(ModelAnswer.Ending.COMPLETE);
        assertThat(first.use().cacheWritten()).as("up to the cache point").isPositive();
        assertThat(second.use().cached()).isEqualTo(first.use().cacheWritten());
        assertThat(second.use().in()).isEqualTo(first.use().in());
        CallRecord arrived = bedrock.history().arrived().get(0);
        assertThat(arrived.model()).isEqualTo(ID);
        assertThat(arrived.prompt()).isEqualTo("rules\nmaterial\n" + WORDS + "\n");
    }

    @Test
    void sendsNoCachePointsToAModelThatCannotKeepThem() {
        ModelAnswer answer = model("prompt-caching", "false").ask(PROMPT, 300);

        assertThat(answer.use().cacheWritten()).isZero();
    }

    @Test
    void sendsTheWholeConversation() {
        bedrock.script(Script.PLAIN.keepingPrompts());
        Prompt repair =
                new Prompt(
                        "rules",
                        "",
                        List.of(
                                new Turn(Role.USER, "write"),
                                new Turn(Role.ASSISTANT, "an answer"),
                                new Turn(Role.USER, "mend it")));

        model("structured-output", "true", "temperature", "0.2").ask(repair, 300);

        CallRecord arrived = bedrock.history().arrived().get(0);
        assertThat(arrived.repair()).isTrue();
        assertThat(arrived.prompt()).isEqualTo("rules\nwrite\nan answer\nmend it\n");
    }

    @ParameterizedTest
    @CsvSource({
        "TRUNCATED, TRUNCATED",
        "REFUSED, REFUSED",
        "FILTERED, REFUSED",
        "GUARDRAIL, REFUSED",
        "EMPTY, EMPTY"
    })
    void tellsHowAnAnswerEnds(Fault fault, ModelAnswer.Ending ending) {
        bedrock.script(Script.PLAIN.with(Rule.always(fault)));

        ModelAnswer answer = model().ask(PROMPT, 300);

        assertThat(answer.ending()).isEqualTo(ending);
        assertThat(answer.use().out()).as("it is paid all the same").isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "THROTTLED, Throttled",
        "OVERLOADED, Throttled",
        "BROKEN, Unavailable",
        "MODEL_TIMEOUT, TimedOut",
        "DENIED, Unusable",
        "INVALID, Unusable",
        "MISSING, Unusable",
        "CUT, Unavailable"
    })
    void tellsFaultsApartAndRepeatsNothing(Fault fault, String kind) {
        bedrock.script(Script.PLAIN.with(Rule.always(fault)));

        ModelFault thrown = catchThrowableOfType(ModelFault.class, () -> model().ask(PROMPT, 300));

        assertThat(thrown.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(thrown).hasMessageNotContaining(WORDS).hasNoCause();
        assertThat(bedrock.history().arrived()).as("one layer retries, not this").hasSize(1);
    }

    @Test
    void tellsHowLongAThrottledModelWantsToBeLeftAlone() {
        bedrock.script(Script.PLAIN.with(Rule.always(Fault.THROTTLED).retryAfter(17)));

        assertThatThrownBy(() -> model().ask(PROMPT, 300))
                .isInstanceOfSatisfying(
                        ModelFault.Throttled.class,
                        fault ->
                                assertThat(fault.retryAfter())
                                        .isEqualTo(Optional.of(Duration.ofSeconds(17))));
    }

    @Test
    void givesUpOnAnAnswerThatTakesTooLong() {
        bedrock.script(Script.PLAIN.with(Rule.always(Fault.HELD)));

        assertThatThrownBy(() -> model("attempt-timeout", "300MS").ask(PROMPT, 300))
                .isInstanceOf(ModelFault.TimedOut.class);
    }

    @Test
    void isUnavailableWhereNobodyListens() {
        Model model = model();
        bedrock.close();

        ModelFault thrown = catchThrowableOfType(ModelFault.class, () -> model.ask(PROMPT, 300));

        assertThat(thrown).isInstanceOf(ModelFault.Unavailable.class);
        assertThat(thrown.mayBePaid()).isFalse();
    }

    @Test
    void endsTheWaitOfAThreadThatIsInterrupted() throws InterruptedException {
        bedrock.script(Script.PLAIN.with(Rule.always(Fault.HELD)));
        Model model = model();
        AtomicReference<Throwable> ended = new AtomicReference<>();
        Thread waiting =
                new Thread(
                        () -> {
                            try {
                                model.ask(PROMPT, 300);
                            } catch (RuntimeException e) {
                                ended.set(e);
                            }
                        });
        waiting.start();
        Awaitility.await().until(() -> bedrock.history().arrived().size() == 1);

        waiting.interrupt();
        waiting.join(2_000);

        assertThat(waiting.isAlive()).as("waits on after two seconds").isFalse();
        assertThat(ended.get()).isInstanceOf(CancellationException.class);
    }

    private Model model(String... settings) {
        List<String> all = new ArrayList<>(Arrays.asList(settings));
        all.addAll(List.of("model-id", ID, "region", "eu-west-1"));
        all.addAll(List.of("endpoint-override", bedrock.endpoint().toString()));
        ModelBench.Opened models = ModelBench.open(BedrockSettings.of(all.toArray(String[]::new)));
        opened.add(models);
        return models.models().all().get(0);
    }
}
