package io.digitalworker.ledger;

import io.digitalworker.api.JobStatus;
import io.digitalworker.api.event.EventSource;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RequestKeysTest {
    private static final String ROUTE = "POST /v1/generate-spec";
    private static final String CONTENT = "c".repeat(64);
    private static String tableName;
    private Fixture f;
    private RequestKeys keys;
    private String key;

    @BeforeAll
    static void createTable() {
        tableName = TestCloud.newTable(TestCloud.shared());
    }

    @BeforeEach
    void open() {
        f = new Fixture(tableName);
        keys = new RequestKeys(f.transitions);
        key = Fixture.newJob().jobId();
    }

    private KeyClaim claim() {
        return keys.claim("issuer|me", ROUTE, key);
    }

    private KeyClaim.Held held() {
        return (KeyClaim.Held) claim();
    }

    private Item item(KeyClaim.Held held) {
        return f.item(held.partition(), Items.KEY);
    }

    @Test
    void oneRequestHoldsAKeyAtATime() {
        assertThat(claim()).isInstanceOf(KeyClaim.Held.class);
        assertThat(claim())
                .isEqualTo(new KeyClaim.Busy(f.now().plus(Fixture.RETENTION.keyClaim())));
    }

    @Test
    void aKeyBelongsToItsPrincipalAndRoute() {
        assertThat(claim()).isInstanceOf(KeyClaim.Held.class);
        assertThat(keys.claim("issuer|me", "POST /v1/batches", key))
                .isInstanceOf(KeyClaim.Held.class);
        assertThat(keys.claim("issuer|you", ROUTE, key)).isInstanceOf(KeyClaim.Held.class);
    }

    @Test
    void theJobAndTheKeyAreCommittedTogether() {
        NewJob job = Fixture.newJob();

        f.ledger.submit(job, new KeyUse(held(), CONTENT));

        assertThat(claim()).isEqualTo(new KeyClaim.Done(job.jobId(), CONTENT));
        assertThat(f.status(job.jobId())).isEqualTo(JobStatus.Pending);
    }

    @Test
    void whoeverWasOvertakenCommitsNothing() {
        KeyClaim.Held first = held();
        f.clock.advance(Fixture.RETENTION.keyClaim());
        KeyClaim.Held second = held();
        NewJob job = Fixture.newJob();

        assertThatThrownBy(() -> f.ledger.submit(job, new KeyUse(first, CONTENT)))
                .isInstanceOf(ClaimLost.class);
        assertThat(f.ledger.find(job.jobId())).isEmpty();
        assertThat(second.fence()).isEqualTo(first.fence() + 1);
        NewJob other = Fixture.newJob();
        f.ledger.submit(other, new KeyUse(second, CONTENT));
        assertThat(claim()).isEqualTo(new KeyClaim.Done(other.jobId(), CONTENT));
    }

    @Test
    void aClaimThatIsRenewedDoesNotEnd() {
        KeyClaim.Held held = held();
        for (int i = 0; i < 5; i++) {
            f.clock.advance(Fixture.RETENTION.keyClaim().dividedBy(3));
            keys.renew(held);
        }
        assertThat(claim()).isInstanceOf(KeyClaim.Busy.class);
    }

    @Test
    void aKeyThatIsGivenBackIsFreeAtOnceForAnything() {
        KeyClaim.Held first = held();
        keys.release(first);
        KeyClaim.Held second = held();

        assertThat(second.fence()).isEqualTo(2);
        keys.release(first);
        keys.renew(first);
        assertThat(claim()).as("the first one's release is late").isInstanceOf(KeyClaim.Busy.class);
    }

    @Test
    void aKeyThatIsDoneIsNotGivenBack() {
        KeyClaim.Held held = held();
        NewJob job = Fixture.newJob();
        f.ledger.submit(job, new KeyUse(held, CONTENT));

        keys.release(held);

        assertThat(claim()).isEqualTo(new KeyClaim.Done(job.jobId(), CONTENT));
    }

    @Test
    void aKeyIsForgottenAfterADayWhetherTheTableHasRemovedItOrNot() {
        KeyClaim.Held held = held();
        f.ledger.submit(Fixture.newJob(), new KeyUse(held, CONTENT));
        f.clock.advance(Fixture.RETENTION.requestKey().minus(Duration.ofSeconds(1)));
        assertThat(claim()).isInstanceOf(KeyClaim.Done.class);

        f.clock.advance(Duration.ofSeconds(2));

        KeyClaim.Held again = held();
        assertThat(again.fence()).isEqualTo(2);
        assertThat(item(again).has(Items.SUBJECT)).isFalse();
    }

    @Test
    void keepsNothingOfWhatTheCallerChose() {
        KeyClaim.Held held = (KeyClaim.Held) keys.claim("issuer|me", ROUTE, "planted key");

        assertThat(item(held).toString()).doesNotContain("planted").doesNotContain("issuer");
        assertThat(held.partition()).matches("idem#[0-9a-f]{40}");
    }

    @Test
    void knowsItsOwnClaimWhenTheAnswerToItWasLost() {
        f.script.loseAnswer();

        assertThat(claim()).isInstanceOf(KeyClaim.Held.class);
        assertThat(claim()).isInstanceOf(KeyClaim.Busy.class);
    }

    @Test
    void twoHundredAtOnceAreOneHolder() throws Exception {
        Ledger unscripted =
                new Ledger(
                        TestCloud.shared(),
                        tableName,
                        EventSource.INGEST,
                        Fixture.RETENTION,
                        f.clock,
                        () -> UUID.randomUUID().toString(),
                        event -> {});
        ExecutorService pool = Executors.newFixedThreadPool(32);
        try {
            List<Callable<KeyClaim>> claims =
                    Collections.nCopies(
                            200, () -> unscripted.keys().claim("issuer|me", ROUTE, key));
            int holders = 0;
            for (Future<KeyClaim> claim : pool.invokeAll(claims)) {
                holders += claim.get() instanceof KeyClaim.Held ? 1 : 0;
            }
            assertThat(holders).isEqualTo(1);
        } finally {
            pool.shutdownNow();
        }
    }
}
