package io.digitalworker.ledger;

import io.digitalworker.api.JobStatus;
import io.digitalworker.api.event.EventSource;
import io.digitalworker.local.process.CloudProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import static org.assertj.core.api.Assertions.assertThat;

class JobListingTest {
    private static String tableName;
    private Fixture f;
    private JobListing listing;
    private String owner;

    @BeforeAll
    static void createTable() {
        tableName = TestCloud.newTable(TestCloud.shared());
    }

    @BeforeEach
    void open() {
        f = new Fixture(tableName);
        listing = new JobListing(f.table, f.clock);
        owner = "owner-" + UUID.randomUUID();
    }

    @Test
    void givesEachJobOnceOverManyPagesNewestFirst() {
        List<String> ids = submit(23, Duration.ofSeconds(1));

        List<String> listed = all(null, 5);

        assertThat(listed).isEqualTo(reversed(ids));
    }

    @Test
    void givesEachJobOnceWhereAllWereSubmittedInTheSameMillisecond() {
        List<String> ids = submit(17, Duration.ZERO);

        assertThat(all(null, 3)).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(ids);
        assertThat(all(null, 3)).as("the same order again").isEqualTo(all(null, 17));
    }

    @Test
    void hasNoNextPageWhereTheLastOneIsJustFull() {
        submit(4, Duration.ofSeconds(1));

        JobPage first = listing.page(owner, null, 2, null);
        JobPage second = listing.page(owner, null, 2, first.next());

        assertThat(first.next()).isNotNull();
        assertThat(second.jobs()).hasSize(2);
        assertThat(second.next()).as("nothing follows").isNull();
    }

    @Test
    void whatIsSubmittedMeanwhileMovesNoPage() {
        List<String> ids = submit(6, Duration.ofSeconds(1));
        JobPage first = listing.page(owner, null, 3, null);

        submit(2, Duration.ofSeconds(1));

        List<String> rest = ids(listing.page(owner, null, 3, first.next()));
        assertThat(rest).isEqualTo(reversed(ids).subList(3, 6));
    }

    @Test
    void findsTheFewOfAStatusAmongMany() {
        List<String> ids = submit(120, Duration.ofMillis(1));
        List<String> failed = List.of(ids.get(3), ids.get(59), ids.get(60), ids.get(118));
        failed.forEach(id -> f.ledger.fail(id, Fixture.REFUSED));

        JobPage first = listing.page(owner, JobStatus.Failed, 3, null);

        assertThat(ids(first)).isEqualTo(reversed(failed).subList(0, 3));
        assertThat(all(JobStatus.Failed, 3)).isEqualTo(reversed(failed));
        assertThat(all(JobStatus.Failed, 4)).isEqualTo(reversed(failed));
        assertThat(all(JobStatus.Succeeded, 4)).isEmpty();
    }

    @Test
    void endsAPageWhereItHasLookedAtEnough() {
        List<String> ids = submit(JobListing.MOST_LOOKED_AT + 3, Duration.ofMillis(1));
        f.ledger.fail(ids.get(1), Fixture.REFUSED);

        JobPage first = listing.page(owner, JobStatus.Failed, 10, null);

        assertThat(first.jobs()).as("none among the newest thousand").isEmpty();
        assertThat(first.next()).as("but there may be some behind them").isNotNull();
        assertThat(ids(listing.page(owner, JobStatus.Failed, 10, first.next())))
                .containsExactly(ids.get(1));
    }

    @Test
    void showsTheDeletionOfEach() {
        String jobId = submit(1, Duration.ZERO).get(0);
        f.deletions.demand(jobId);

        assertThat(listing.page(owner, null, 1, null).jobs())
                .extracting(JobPage.Entry::deletion)
                .containsExactly(f.deletions.find(jobId));
    }

    @Test
    void whatHasExpiredIsAbsent() {
        List<String> ids = submit(3, Duration.ofDays(1));
        f.clock.advance(Duration.ofDays(27).plusSeconds(1));

        assertThat(all(null, 2)).isEqualTo(reversed(ids).subList(0, 2));
    }

    @Test
    void showsNothingOfAnotherOwnerWhateverPositionIsSaid() {
        submit(2, Duration.ofSeconds(1));
        Instant later = f.now().plusSeconds(9);
        String theirs = submitFor("somebody-" + UUID.randomUUID());

        assertThat(ids(listing.page(owner, null, 9, new JobPosition(later, theirs)))).hasSize(2);
    }

    @Test
    void asksAgainForWhatABatchLeavesOut() throws Exception {
        List<String> ids = new ArrayList<>();
        try (CloudProcess cloud = TestCloud.start("--throttle-percent", "20", "--seed", "7");
                DynamoDbClient db = TestCloud.client(cloud.endpoints().dynamodb())) {
            f = new Fixture(db, TestCloud.newTable(db), EventSource.INGEST);
            listing = new JobListing(f.table, f.clock);
            ids.addAll(submit(60, Duration.ofSeconds(1)));

            assertThat(all(null, 50)).isEqualTo(reversed(ids));
        }
    }

    private List<String> submit(int jobs, Duration apart) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < jobs; i++) {
            ids.add(submitFor(owner));
            f.clock.advance(apart);
        }
        return ids;
    }

    private String submitFor(String principal) {
        NewJob job = Fixture.newJob();
        return f.ledger
                .submit(
                        new NewJob(
                                job.jobId(),
                                principal,
                                job.moduleName(),
                                job.archive(),
                                job.descriptor(),
                                job.options(),
                                null,
                                false,
                                "request-1",
                                null))
                .jobId();
    }

    private List<String> all(@Nullable JobStatus status, int limit) {
        List<String> ids = new ArrayList<>();
        JobPosition next = null;
        do {
            JobPage page = listing.page(owner, status, limit, next);
            assertThat(page.jobs()).hasSizeLessThanOrEqualTo(limit);
            ids.addAll(ids(page));
            next = page.next();
        } while (next != null);
        return ids;
    }

    private static List<String> ids(JobPage page) {
        return page.jobs().stream().map(entry -> entry.job().jobId()).toList();
    }

    private static List<String> reversed(List<String> ids) {
        List<String> reversed = new ArrayList<>(ids);
        Collections.reverse(reversed);
        return reversed;
    }
}
