package io.digitalworker.ledger;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.JobStatus;
import io.digitalworker.api.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every state of a job against everything that can be asked of it (design §3, §4.5). */
class LegalTransitionsTest {
    /** Column by column: what each transition does to a job in the row's state. */
    private static final String TABLE =
            """
            state            | claim    | fail     | rescue   | redrive  | enter    | progress | succeed  | failHeld | renew    | release
            absent           | Nothing  | Refused  | Refused  | Refused  | -        | -        | -        | -        | -        | -
            pending          | Running  | Failed   | Refused  | Refused  | -        | -        | -        | -        | -        | -
            running          | Busy     | Failed   | Refused  | Refused  | Running  | Running  | Succeeded| Failed   | Running  | Running
            claimEnded       | Running  | Failed   | Running  | Refused  | Running  | Running  | Succeeded| Failed   | Running  | Running
            takenOver        | Busy     | Failed   | Refused  | Refused  | Lost     | Lost     | Lost     | Lost     | Lost     | Lost
            released         | Running  | Failed   | Refused  | Refused  | Lost     | Lost     | Lost     | Lost     | Running  | Running
            pastDeadline     | TimedOut | Failed   | TimedOut | Refused  | Running  | Running  | Succeeded| Failed   | Running  | Running
            succeeded        | Nothing  | Refused  | Refused  | Refused  | Lost     | Lost     | Lost     | Lost     | Kept     | Kept
            failedFinally    | Nothing  | Refused  | Refused  | Refused  | Lost     | Lost     | Lost     | Lost     | Kept     | Kept
            failedOutside    | Nothing  | Refused  | Refused  | Refused  | Lost     | Lost     | Lost     | Lost     | Lost     | Lost
            recoverable      | Nothing  | Refused  | Refused  | Pending  | Lost     | Lost     | Lost     | Lost     | Kept     | Kept
            redriven         | Running  | Failed   | Refused  | Refused  | Lost     | Lost     | Lost     | Lost     | Kept     | Kept
            """;

    private static String tableName;

    /** A job in a state, and the claim that was held on it, if any. */
    private record Case(Fixture fixture, String jobId, Claim claim) {}

    private static final Map<String, Function<Fixture, Case>> STATES =
            Map.ofEntries(
                    Map.entry("absent", f -> new Case(f, "no-such-job", null)),
                    Map.entry("pending", f -> new Case(f, f.submitted(), null)),
                    Map.entry("running", f -> held(f, c -> {})),
                    Map.entry("claimEnded", f -> held(f, c -> f.endClaim())),
                    Map.entry(
                            "takenOver",
                            f ->
                                    held(
                                            f,
                                            c -> {
                                                f.endClaim();
                                                f.claim(c.job().jobId());
                                            })),
                    Map.entry("released", f -> held(f, c -> c.release(""))),
                    Map.entry(
                            "pastDeadline",
                            f -> held(f, c -> f.clock.advance(Duration.ofMinutes(31)))),
                    Map.entry(
                            "succeeded",
                            f -> held(f, c -> c.succeed(Fixture.published(c.job().jobId())))),
                    Map.entry("failedFinally", f -> held(f, c -> c.fail(Fixture.REFUSED))),
                    Map.entry(
                            "failedOutside",
                            f -> held(f, c -> f.ledger.fail(c.job().jobId(), Fixture.CANCELLED))),
                    Map.entry("recoverable", f -> held(f, c -> c.fail(Fixture.RECOVERABLE))),
                    Map.entry(
                            "redriven",
                            f ->
                                    held(
                                            f,
                                            c -> {
                                                c.fail(Fixture.RECOVERABLE);
                                                f.ledger.redrive(c.job().jobId());
                                            })));

    private static final Map<String, Function<Case, String>> TRANSITIONS =
            Map.of(
                    "claim", LegalTransitionsTest::claim,
                    "fail", c -> asked(c.fixture.ledger.fail(c.jobId, Fixture.CANCELLED)),
                    "rescue", c -> asked(c.fixture.ledger.rescue(c.jobId)),
                    "redrive", c -> asked(c.fixture.ledger.redrive(c.jobId)),
                    "enter", c -> held(c, () -> c.claim.enter(Stage.FACTS)),
                    "progress",
                            c -> {
                                c.fixture.clock.advance(Duration.ofSeconds(3));
                                return held(c, () -> c.claim.progress(5));
                            },
                    "succeed", c -> held(c, () -> c.claim.succeed(Fixture.published(c.jobId))),
                    "failHeld", c -> held(c, () -> c.claim.fail(Fixture.REFUSED)),
                    "renew", c -> c.claim.renew() ? kept(c) : "Lost",
                    "release",
                            c -> {
                                c.claim.release("");
                                return c.claim.renew() ? kept(c) : "Lost";
                            });

    @BeforeAll
    static void createTable() {
        tableName = TestCloud.newTable(TestCloud.shared());
    }

    static Stream<Arguments> cells() {
        List<String> lines = TABLE.lines().toList();
        List<String> columns = cellsOf(lines.get(0));
        List<Arguments> cells = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> row = cellsOf(line);
            for (int i = 1; i < row.size(); i++) {
                if (!row.get(i).equals("-")) {
                    cells.add(Arguments.of(row.get(0), columns.get(i), row.get(i)));
                }
            }
        }
        return cells.stream();
    }

    private static List<String> cellsOf(String line) {
        return Stream.of(line.split("\\|")).map(String::strip).toList();
    }

    @ParameterizedTest(name = "{0}: {1} gives {2}")
    @MethodSource("cells")
    void allowsWhatTheTableSays(String state, String transition, String expected) {
        Case job = STATES.get(state).apply(new Fixture(tableName));
        long before = job.fixture.announced.size();

        String actual = TRANSITIONS.get(transition).apply(job);

        assertThat(actual)
                .as("a job that is %s, asked to %s", state, transition)
                .isEqualTo(expected);
        assertThat(job.fixture.announced.size() - before)
                .as("events told by %s of a job that is %s", transition, state)
                .isEqualTo(eventsOf(transition, expected));
        if (!state.equals("absent")) {
            assertThat(job.fixture.sequences(job.jobId))
                    .as("history without gaps")
                    .isEqualTo(
                            Stream.iterate(1L, n -> n + 1)
                                    .limit(job.fixture.job(job.jobId).sequence())
                                    .toList());
        }
    }

    private static long eventsOf(String transition, String expected) {
        boolean silent = List.of("progress", "renew", "release").contains(transition);
        boolean refused = List.of("Nothing", "Busy", "Refused", "Lost").contains(expected);
        return silent || refused ? 0 : 1;
    }

    private static Case held(Fixture fixture, Consumer<Claim> then) {
        Claim claim = fixture.claimed();
        then.accept(claim);
        return new Case(fixture, claim.job().jobId(), claim);
    }

    private static String claim(Case c) {
        int attempt = c.fixture.ledger.find(c.jobId).map(Job::attempt).orElse(1);
        ClaimAttempt answer = c.fixture.ledger.claim(c.jobId, attempt);
        if (answer instanceof ClaimAttempt.Nothing
                && c.fixture
                        .ledger
                        .find(c.jobId)
                        .filter(LegalTransitionsTest::timedOut)
                        .isPresent()) {
            return "TimedOut";
        }
        return answer instanceof ClaimAttempt.Claimed claimed
                ? claimed.claim().job().status().name()
                : answer.getClass().getSimpleName();
    }

    private static boolean timedOut(Job job) {
        return job.fault() != null && job.fault().code() == ErrorCode.TIMED_OUT;
    }

    private static String asked(Change change) {
        if (change instanceof Change.Applied applied) {
            return timedOut(applied.job()) ? "TimedOut" : applied.job().status().name();
        }
        return "Refused";
    }

    private static String held(Case c, Runnable act) {
        try {
            act.run();
            return c.fixture.status(c.jobId).name();
        } catch (ClaimLost e) {
            return "Lost";
        }
    }

    /** A holder that ended the job itself has lost nothing. */
    private static String kept(Case c) {
        JobStatus status = c.fixture.status(c.jobId);
        return status == JobStatus.Running ? "Running" : "Kept";
    }

    @Test
    void knowsEveryCellByName() {
        assertThat(cells())
                .allSatisfy(
                        cell -> {
                            assertThat(STATES).containsKey((String) cell.get()[0]);
                            assertThat(TRANSITIONS).containsKey((String) cell.get()[1]);
                        });
    }
}
