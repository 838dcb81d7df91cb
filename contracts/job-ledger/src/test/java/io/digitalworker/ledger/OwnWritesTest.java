package io.digitalworker.ledger;

import io.digitalworker.api.JobStatus;
import io.digitalworker.api.Stage;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Each conditional write knows whether it took effect, whatever became of its answer (design §4.5). */
class OwnWritesTest {
    private static String tableName;

    /** One transition: a job made ready for it, the act, and how its event is called. */
    private record Act(String name, Consumer<Try> prepare, Consumer<Try> act, String event) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** One run of an act. */
    private static final class Try {
        final Fixture f = new Fixture(tableName);
        final NewJob newJob = Fixture.newJob();
        final String jobId = newJob.jobId();
        Claim claim;

        void running() {
            f.ledger.submit(newJob);
            claim = f.claim(jobId);
        }

        void ended() {
            running();
            f.endClaim();
        }

        void recoverable() {
            running();
            claim.fail(Fixture.RECOVERABLE);
        }

        DeadLetter letter() {
            return DeadLettersTest.letter(f, jobId, "generate");
        }
    }

    private static final List<Act> ACTS =
            List.of(
                    new Act("submit", t -> {}, t -> t.f.ledger.submit(t.newJob), "JobSubmitted"),
                    new Act(
                            "claim",
                            t -> t.f.ledger.submit(t.newJob),
                            t -> t.claim = t.f.claim(t.jobId),
                            "JobProgressed"),
                    new Act(
                            "claim past the deadline",
                            t -> {
                                t.running();
                                t.f.clock.advance(Duration.ofHours(1));
                            },
                            t ->
                                    assertThat(t.f.ledger.claim(t.jobId, 1))
                                            .isInstanceOf(ClaimAttempt.Nothing.class),
                            "JobFailed"),
                    new Act(
                            "enter",
                            Try::running,
                            t -> t.claim.enter(Stage.WRITE),
                            "JobProgressed"),
                    new Act(
                            "succeed",
                            Try::running,
                            t -> t.claim.succeed(Fixture.published(t.jobId)),
                            "JobSucceeded"),
                    new Act(
                            "fail as holder",
                            Try::running,
                            t -> t.claim.fail(Fixture.REFUSED),
                            "JobFailed"),
                    new Act(
                            "fail from outside",
                            Try::running,
                            t -> applied(t.f.ledger.fail(t.jobId, Fixture.CANCELLED)),
                            "JobFailed"),
                    new Act(
                            "rescue",
                            Try::ended,
                            t -> applied(t.f.ledger.rescue(t.jobId)),
                            "JobSubmitted"),
                    new Act(
                            "redrive",
                            Try::recoverable,
                            t -> applied(t.f.ledger.redrive(t.jobId)),
                            "JobSubmitted"),
                    new Act(
                            "source gone",
                            Try::recoverable,
                            t -> t.f.deletions.sourceGone(t.jobId, 1, 10),
                            "ArtifactsDeleted"),
                    new Act(
                            "all gone",
                            Try::recoverable,
                            t -> t.f.deletions.allGone(t.jobId, 1, 10),
                            "ArtifactsDeleted"),
                    new Act(
                            "keep a letter",
                            Try::ended,
                            t -> t.f.letters.keep(t.letter()),
                            "MessageDeadLettered"),
                    new Act(
                            "redrive a letter",
                            t -> {
                                t.ended();
                                t.f.letters.keepOfJob(t.letter(), 1);
                            },
                            t -> applied(t.f.letters.redrive(t.letter())),
                            "JobSubmitted"));

    @BeforeAll
    static void createTable() {
        tableName = TestCloud.newTable(TestCloud.shared());
    }

    static Stream<Act> acts() {
        return ACTS.stream();
    }

    static Stream<Arguments> troubles() {
        List<Trouble> troubles =
                List.of(
                        new Trouble("the answer is lost", ScriptedDb::loseAnswer),
                        new Trouble(
                                "the answer is lost and the token forgotten",
                                db -> db.forgetTokens().loseAnswer()),
                        new Trouble(
                                "the answer is lost twice, the token forgotten",
                                db ->
                                        db.forgetTokens()
                                                .loseAnswer()
                                                .failBefore(ScriptedDb.network(), 1)),
                        new Trouble(
                                "the network fails before",
                                db -> db.failBefore(ScriptedDb.network(), 3)),
                        new Trouble(
                                "it conflicts five times",
                                db -> db.failBefore(ScriptedDb.conflict(), 5)),
                        new Trouble(
                                "it is throttled",
                                db ->
                                        db.failBefore(
                                                        ScriptedDb.service(
                                                                400,
                                                                "ProvisionedThroughputExceededException"),
                                                        2)
                                                .failBefore(
                                                        ScriptedDb.cancelled("ThrottlingError"),
                                                        2)),
                        new Trouble(
                                "the server fails",
                                db ->
                                        db.failBefore(
                                                ScriptedDb.service(500, "InternalServerError"),
                                                3)));
        return ACTS.stream()
                .flatMap(act -> troubles.stream().map(trouble -> Arguments.of(act, trouble)));
    }

    private record Trouble(String name, Consumer<ScriptedDb> script) {
        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest(name = "{0}, when {1}")
    @MethodSource("troubles")
    void takesEffectOnceAndKnowsIt(Act act, Trouble trouble) {
        Try run = new Try();
        act.prepare.accept(run);
        int before = run.f.announced.size();
        trouble.script.accept(run.f.script);

        act.act.accept(run);

        assertThat(run.f.announced.subList(before, run.f.announced.size()))
                .as("told once, after the commit")
                .extracting(e -> e.event().detailType())
                .containsExactly(act.event);
        assertThat(run.f.ledger.events(run.jobId))
                .as("the history is what was told")
                .isEqualTo(run.f.announced);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("acts")
    void saysThatTheTableIsOutOfReachWhenItStaysSo(Act act) {
        Try run = new Try();
        act.prepare.accept(run);
        run.f.script.outage(ScriptedDb.network());

        assertThatThrownBy(() -> act.act.accept(run)).isInstanceOf(LedgerUnavailable.class);

        run.f.script.outage(null);
        act.act.accept(run);
        assertThat(run.f.ledger.events(run.jobId))
                .as("the repetition is told once")
                .isEqualTo(run.f.announced);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("acts")
    void goesOnWhenOnlyTheHistoryHasMovedOn(Act act) {
        Try run = new Try();
        act.prepare.accept(run);
        if (act.name.equals("submit")) {
            return;
        }
        run.f.script.interpose(
                () -> other(run).letters.keep(DeadLettersTest.letter(run.f, run.jobId, "cleanup")));
        int before = run.f.announced.size();

        act.act.accept(run);

        assertThat(run.f.announced).as("told by this ledger").hasSize(before + 1);
        assertThat(run.f.history(run.jobId)).endsWith("MessageDeadLettered", act.event);
    }

    /** Another process over the same table. */
    private static Fixture other(Try run) {
        Fixture other = new Fixture(tableName);
        other.clock.advance(Duration.between(other.now(), run.f.now()));
        return other;
    }

    static Stream<Act> ofHolder() {
        return Stream.of("enter", "succeed", "fail as holder")
                .map(
                        name ->
                                ACTS.stream()
                                        .filter(a -> a.name.equals(name))
                                        .findFirst()
                                        .orElseThrow());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ofHolder")
    void isLostWhenSomebodyElseEndedTheJobJustBefore(Act act) {
        Try run = new Try();
        run.running();
        run.f.script.interpose(() -> other(run).ledger.fail(run.jobId, Fixture.CANCELLED));

        assertThatThrownBy(() -> act.act.accept(run))
                .isInstanceOf(ClaimLost.class)
                .hasMessageContaining(run.jobId);

        assertThat(run.claim.isLost()).isTrue();
        assertThat(run.claim.renew()).as("a lost claim stays lost").isFalse();
        assertThat(run.f.job(run.jobId).fault()).isEqualTo(Fixture.CANCELLED);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ofHolder")
    void isLostWhenSomebodyElseClaimedTheJobJustBefore(Act act) {
        Try run = new Try();
        run.ended();
        run.f.script.interpose(() -> other(run).claim(run.jobId));

        assertThatThrownBy(() -> act.act.accept(run)).isInstanceOf(ClaimLost.class);

        assertThat(run.f.job(run.jobId).fence()).isEqualTo(2);
        assertThat(run.f.status(run.jobId)).isEqualTo(JobStatus.Running);
    }

    @Test
    void leavesTheClaimToWhoeverWasFaster() {
        Try run = new Try();
        run.f.ledger.submit(run.newJob);
        run.f.script.interpose(() -> other(run).claim(run.jobId));

        assertThat(run.f.ledger.claim(run.jobId, 1)).isInstanceOf(ClaimAttempt.Busy.class);
    }

    @Test
    void doesNotTakeAClaimThatWasRenewedJustBefore() {
        Try run = new Try();
        run.ended();
        Fixture holder = run.f;
        Fixture rival = other(run);
        rival.script.interpose(run.claim::renew);

        assertThat(rival.ledger.claim(run.jobId, 1)).isInstanceOf(ClaimAttempt.Busy.class);
        assertThat(holder.job(run.jobId).fence()).isEqualTo(1);
    }

    @Test
    void doesNotRescueAJobWhoseClaimWasRenewedJustBefore() {
        Try run = new Try();
        run.ended();
        Fixture rescuer = other(run);
        rescuer.script.interpose(run.claim::renew);

        assertThat(rescuer.ledger.rescue(run.jobId)).isInstanceOf(Change.Refused.class);
    }

    @Test
    void doesNotDeadLetterAJobWhoseClaimWasRenewedJustBefore() {
        Try run = new Try();
        run.ended();
        Fixture cleanup = other(run);
        cleanup.script.interpose(run.claim::renew);

        cleanup.letters.keepOfJob(run.letter(), 1);

        assertThat(run.f.status(run.jobId)).isEqualTo(JobStatus.Running);
        assertThat(cleanup.history(run.jobId)).endsWith("MessageDeadLettered");
    }

    @Test
    void rescuesOnceWhenTwoLookAtOnce() {
        Try run = new Try();
        run.ended();
        Fixture first = other(run);
        first.script.interpose(() -> applied(other(run).ledger.rescue(run.jobId)));

        assertThat(first.ledger.rescue(run.jobId)).isInstanceOf(Change.Refused.class);
        assertThat(run.f.history(run.jobId))
                .containsExactly("JobSubmitted", "JobProgressed", "JobSubmitted");
    }

    @Test
    void repeatsAnEndWhoseOutcomeWasUnknown() {
        Try run = new Try();
        run.running();
        run.f.script.loseAnswer().failBefore(ScriptedDb.network(), Retries.TRIES - 1);
        assertThatThrownBy(() -> run.claim.succeed(Fixture.published(run.jobId)))
                .isInstanceOf(LedgerUnavailable.class);

        Job job = run.claim.succeed(Fixture.published(run.jobId));

        assertThat(job.status()).isEqualTo(JobStatus.Succeeded);
        assertThat(run.f.history(run.jobId))
                .containsExactly("JobSubmitted", "JobProgressed", "JobSucceeded");
    }

    @Test
    void doesNotClaimToHaveSucceededAfterHavingFailed() {
        Try run = new Try();
        run.running();
        run.f.script.loseAnswer().failBefore(ScriptedDb.network(), Retries.TRIES - 1);
        assertThatThrownBy(() -> run.claim.fail(Fixture.REFUSED))
                .isInstanceOf(LedgerUnavailable.class);

        assertThatThrownBy(() -> run.claim.succeed(Fixture.published(run.jobId)))
                .isInstanceOf(ClaimLost.class);
    }

    @Test
    void givesUpWhenOthersAreAlwaysFaster() {
        Try run = new Try();
        run.running();
        Fixture other = other(run);
        for (int i = 0; i < 30; i++) {
            String queue = "queue-" + i;
            run.f.script.interpose(
                    () -> other.letters.keep(DeadLettersTest.letter(other, run.jobId, queue)));
        }

        assertThatThrownBy(() -> run.claim.enter(Stage.FACTS))
                .isInstanceOf(LedgerUnavailable.class)
                .hasMessageContaining("transition");
    }

    private static void applied(Change change) {
        assertThat(change).isInstanceOf(Change.Applied.class);
    }
}
