package io.digitalworker.ledger;

import io.digitalworker.ledger.Caps.Cap;
import io.digitalworker.ledger.Reserved.Measure;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.Update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BudgetsTest {
    private static final String ANN = "none:ann";
    private static final Usage CALL = new Usage(1, 800, 90, 300, 20, 40);
    private static final Caps WIDE =
            new Caps(Cap.ofMicroUsd(1_000), Cap.ofMicroUsd(10_000), Cap.ofMicroUsd(100_000));

    private Fixture f;
    private Budgets budgets;
    private String jobId;

    @BeforeEach
    void openTable() {
        f = new Fixture(TestCloud.newTable(TestCloud.shared()));
        budgets = f.budgets();
        jobId = "job-" + UUID.randomUUID();
    }

    private Reserved reserve(String job, long microUsd, long tokens, Caps caps) {
        return budgets.reserve(new BudgetRequest(job, ANN, microUsd, tokens, caps));
    }

    private Reservation granted(long microUsd) {
        return granted(reserve(jobId, microUsd, 10, WIDE));
    }

    private static Reservation granted(Reserved answer) {
        assertThat(answer).isInstanceOf(Reserved.Granted.class);
        return ((Reserved.Granted) answer).reservation();
    }

    private Item ofAll() {
        return f.item("budget#all#2026-03-01", "budget");
    }

    @Test
    void holdsWhatWasReservedUntilItIsSettled() {
        Reservation reservation = granted(100);

        assertThat(budgets.usage(jobId)).isEqualTo(new JobUsage(Usage.NONE, 1, 100));

        budgets.settle(reservation, CALL);

        assertThat(budgets.usage(jobId)).isEqualTo(new JobUsage(CALL, 0, 0));
        assertThat(ofAll().number("Committed")).isEqualTo(40);
        assertThat(ofAll().number("CommittedTokens")).isEqualTo(CALL.tokens());
    }

    @Test
    void addsUpCalls() {
        budgets.settle(granted(100), CALL);
        budgets.settle(granted(100), CALL);
        granted(70);

        JobUsage usage = budgets.usage(jobId);
        assertThat(usage).isEqualTo(new JobUsage(CALL.plus(CALL), 1, 70));
        assertThat(usage.committedMicroUsd()).isEqualTo(150);
    }

    @Test
    void knowsNothingOfAJobThatNeverReserved() {
        assertThat(budgets.usage("no-such-job")).isEqualTo(JobUsage.NONE);
    }

    @Test
    void givesBackWhatACallThatNeverBeganHeld() {
        budgets.settle(granted(1_000), Usage.NONE);

        assertThat(budgets.usage(jobId)).isEqualTo(JobUsage.NONE);
        granted(1_000);
    }

    @Test
    void grantsUpToTheCapAndNotOneMore() {
        granted(600);

        assertThat(reserve(jobId, 401, 1, WIDE))
                .isEqualTo(new Reserved.Refused(BudgetScope.JOB, Measure.USD));
        granted(400);
        assertThat(budgets.usage(jobId).reservedMicroUsd()).isEqualTo(1_000);
    }

    @Test
    void refusesWhatIsAboveTheCapByItselfWithoutAWrite() {
        assertThat(reserve(jobId, 1_001, 1, WIDE))
                .isEqualTo(new Reserved.Refused(BudgetScope.JOB, Measure.USD));
        assertThat(f.script.writes()).isEmpty();
    }

    @Test
    void countsTokensToo() {
        Caps caps = new Caps(new Cap(1_000, 500), Cap.NONE, Cap.NONE);
        granted(reserve(jobId, 1, 300, caps));

        assertThat(reserve(jobId, 1, 201, caps))
                .isEqualTo(new Reserved.Refused(BudgetScope.JOB, Measure.TOKENS));
        granted(reserve(jobId, 1, 200, caps));
    }

    @Test
    void holdsThePrincipalsCapOverAllItsJobsOfTheDay() {
        Caps caps = new Caps(Cap.NONE, Cap.ofMicroUsd(100), Cap.NONE);
        granted(reserve("job-a", 60, 1, caps));

        assertThat(reserve("job-b", 60, 1, caps))
                .isEqualTo(new Reserved.Refused(BudgetScope.PRINCIPAL, Measure.USD));
        granted(budgets.reserve(new BudgetRequest("job-c", "none:ben", 60, 1, caps)));
    }

    @Test
    void holdsTheDaysCapOverEverybody() {
        Caps caps = new Caps(Cap.NONE, Cap.NONE, Cap.ofMicroUsd(100));
        granted(reserve("job-a", 60, 1, caps));

        assertThat(budgets.reserve(new BudgetRequest("job-b", "none:ben", 60, 1, caps)))
                .isEqualTo(new Reserved.Refused(BudgetScope.ALL, Measure.USD));
    }

    @Test
    void reservesNothingInAnyScopeWhereOneRefuses() {
        Caps caps = new Caps(Cap.NONE, Cap.NONE, Cap.ofMicroUsd(100));
        granted(reserve("job-a", 60, 1, caps));
        reserve(jobId, 60, 1, caps);

        assertThat(budgets.usage(jobId)).isEqualTo(JobUsage.NONE);
        assertThat(ofAll().number("Committed")).isEqualTo(60);
    }

    @Test
    void forgetsADaysOpenReservationsWithTheDayButNotTheJobs() {
        Caps caps = new Caps(Cap.ofMicroUsd(100), Cap.ofMicroUsd(100), Cap.ofMicroUsd(100));
        granted(reserve(jobId, 60, 1, caps));
        f.clock.advance(Duration.ofHours(14));

        granted(reserve("job-of-the-next-day", 60, 1, caps));
        assertThat(reserve(jobId, 60, 1, caps))
                .isEqualTo(new Reserved.Refused(BudgetScope.JOB, Measure.USD));
    }

    @Test
    void beginsItsDaysAtMidnightUtc() {
        f.clock.advance(Duration.between(f.now(), Instant.parse("2026-03-01T23:59:59.999Z")));
        assertThat(granted(1).day()).isEqualTo(LocalDate.of(2026, 3, 1));
        f.clock.advance(Duration.ofMillis(1));
        assertThat(granted(1).day()).isEqualTo(LocalDate.of(2026, 3, 2));
    }

    @Test
    void settlesOnTheDayOfTheReservation() {
        Reservation late = granted(100);
        f.clock.advance(Duration.ofDays(1));
        budgets.settle(late, CALL);

        assertThat(ofAll().number("MicroUsd")).isEqualTo(40);
        assertThat(f.table.read("budget#all#2026-03-02", "budget")).isEmpty();
    }

    @Test
    void settlesOnceHoweverOftenItIsAsked() {
        Reservation reservation = granted(100);
        budgets.settle(reservation, CALL);
        budgets.settle(reservation, CALL.plus(CALL));
        f.clock.advance(Duration.ofHours(1));
        budgets.settle(reservation, CALL);

        assertThat(budgets.usage(jobId)).isEqualTo(new JobUsage(CALL, 0, 0));
        assertThat(ofAll().number("Open")).isZero();
    }

    @Test
    void settlesWhatCostMoreThanWasReserved() {
        budgets.settle(granted(10), CALL);

        assertThat(budgets.usage(jobId)).isEqualTo(new JobUsage(CALL, 0, 0));
        assertThat(ofAll().number("Committed")).isEqualTo(40);
    }

    @Test
    void reservesOnceWhereTheAnswerWasLost() {
        f.script.loseAnswer();
        granted(100);
        assertThat(budgets.usage(jobId)).isEqualTo(new JobUsage(Usage.NONE, 1, 100));
    }

    @Test
    void knowsItsOwnReservationWhereTheRepetitionWasRefused() {
        f.script.forgetTokens().loseAnswer();
        granted(reserve(jobId, 1_000, 10, WIDE));
        assertThat(budgets.usage(jobId)).isEqualTo(new JobUsage(Usage.NONE, 1, 1_000));
    }

    @Test
    void settlesOnceWhereTheAnswerWasLost() {
        Reservation reservation = granted(100);
        f.script.forgetTokens().loseAnswer();
        budgets.settle(reservation, CALL);
        assertThat(budgets.usage(jobId)).isEqualTo(new JobUsage(CALL, 0, 0));
    }

    @Test
    void retriesWhereTransactionsConflict() {
        f.script.failBefore(ScriptedDb.conflict(), Retries.TRIES - 1);
        Reservation reservation = granted(100);
        f.script.failBefore(ScriptedDb.conflict(), Retries.TRIES - 1);
        budgets.settle(reservation, CALL);

        assertThat(budgets.usage(jobId)).isEqualTo(new JobUsage(CALL, 0, 0));
    }

    @Test
    void isRefusedWhereAnotherWasFasterByAMoment() {
        f.script.interpose(() -> granted(600));

        assertThat(reserve(jobId, 401, 1, WIDE))
                .isEqualTo(new Reserved.Refused(BudgetScope.JOB, Measure.USD));
    }

    @Test
    void triesAgainWhereRoomWasMadeAfterTheRefusal() {
        f.script.failBefore(ScriptedDb.cancelled("ConditionalCheckFailed"), 1);

        granted(1_000);
        assertThat(f.script.writes()).as("the refused one and its repetition").hasSize(2);
    }

    @Test
    void isUnavailableWhereTheTableIsOutOfReach() {
        Reservation reservation = granted(100);
        f.script.outage(ScriptedDb.network());

        assertThatThrownBy(() -> granted(100)).isInstanceOf(LedgerUnavailable.class);
        assertThatThrownBy(() -> budgets.settle(reservation, CALL))
                .isInstanceOf(LedgerUnavailable.class);
        assertThatThrownBy(() -> budgets.usage(jobId)).isInstanceOf(LedgerUnavailable.class);

        f.script.outage(null);
        budgets.settle(reservation, CALL);
        assertThat(budgets.usage(jobId)).isEqualTo(new JobUsage(CALL, 0, 0));
    }

    @Test
    void keepsNoTextOfThePrincipal() {
        granted(100);
        String written = f.script.writes().toString();

        assertThat(written).contains("budget#principal-").doesNotContain("ann");
    }

    @Test
    void endsWithTheLedgersTime() {
        Reservation reservation = granted(100);
        long end = f.now().plus(Fixture.RETENTION.ledgerFor()).getEpochSecond();

        assertThat(f.item(jobId, "budget").number("ExpiresAt")).isEqualTo(end);
        assertThat(ofAll().number("ExpiresAt")).isEqualTo(end);
        assertThat(f.item(jobId, Items.reservation(reservation.id())).number("ExpiresAt"))
                .isEqualTo(end);
    }

    /** The whole expression on which the caps rest. */
    @Test
    void reservesOnlyBelowTheCap() {
        granted(100);

        TransactWriteItemsRequest request = (TransactWriteItemsRequest) f.script.writes().get(0);
        assertThat(request.transactItems()).hasSize(4);
        Update job = request.transactItems().get(0).update();
        assertThat(job.conditionExpression())
                .isEqualTo(
                        "(attribute_not_exists(#Committed) OR #Committed <= :wasCommitted) AND"
                                + " (attribute_not_exists(#CommittedTokens) OR #CommittedTokens <="
                                + " :wasCommittedTokens)");
        assertThat(job.updateExpression())
                .isEqualTo(
                        "SET #ExpiresAt = :ExpiresAt ADD #Committed :Committed, #CommittedTokens"
                                + " :CommittedTokens, #ReservedMicroUsd :ReservedMicroUsd, #Open"
                                + " :Open");
        assertThat(job.expressionAttributeValues())
                .containsEntry(":wasCommitted", AttributeValue.fromN("900"));
    }

    @Test
    void neverPassesACapUnderFiftyReservationsAtOnce() throws Exception {
        Caps caps = new Caps(Cap.NONE, Cap.NONE, Cap.ofMicroUsd(1_000));
        Budgets real = new Fixture(f.tableName).budgets();
        List<Reserved> answers =
                atOnce(
                        50,
                        number ->
                                real.reserve(
                                        new BudgetRequest("job-" + number % 5, ANN, 70, 1, caps)));

        assertThat(answers).filteredOn(Reserved.Granted.class::isInstance).hasSize(14);
        assertThat(answers)
                .filteredOn(Reserved.Refused.class::isInstance)
                .hasSize(36)
                .containsOnly(new Reserved.Refused(BudgetScope.ALL, Measure.USD));
        assertThat(ofAll().number("Committed")).isEqualTo(980);
    }

    @Test
    void neverLosesACallUnderReservationsAndSettlementsAtOnce() throws Exception {
        Budgets real = new Fixture(f.tableName).budgets();
        atOnce(
                50,
                number -> {
                    Reserved answer = real.reserve(new BudgetRequest(jobId, ANN, 70, 1, Caps.NONE));
                    real.settle(granted(answer), CALL);
                    return answer;
                });

        JobUsage usage = budgets.usage(jobId);
        assertThat(usage.settled().calls()).isEqualTo(50);
        assertThat(usage.committedMicroUsd()).isEqualTo(50 * CALL.microUsd());
        assertThat(usage.openReservations()).isZero();
    }

    private interface Numbered<T> {
        T call(int number);
    }

    private static <T> List<T> atOnce(int times, Numbered<T> act) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                int number = i;
                running.add(threads.submit(() -> act.call(number)));
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> future : running) {
                answers.add(future.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
