package io.digitalworker.ledger;

import io.digitalworker.ledger.WebhookKey.Former;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WebhookKeysTest {
    private static final Duration DAY = Duration.ofHours(24);
    private static String tableName;
    private Fixture f;
    private WebhookKeys keys;
    private String principal;

    @BeforeAll
    static void createTable() {
        tableName = TestCloud.newTable(TestCloud.shared());
    }

    @BeforeEach
    void open() {
        f = new Fixture(tableName);
        keys = new WebhookKeys(f.transitions);
        principal = "https://issuer.example/|user-" + UUID.randomUUID();
    }

    @Test
    void everybodyBeginsWithTheFirstVersion() {
        assertThat(keys.of(principal)).isEqualTo(new WebhookKey(1, List.of()));
    }

    @Test
    void aVersionThatWasReplacedSignsForADayMore() {
        Instant now = f.now();
        keys.rotate(principal);

        WebhookKey key = keys.of(principal);
        assertThat(key).isEqualTo(new WebhookKey(2, List.of(new Former(1, now.plus(DAY)))));
        assertThat(key.signing(now.plus(DAY).minusMillis(1))).containsExactly(2, 1);
        assertThat(key.signing(now.plus(DAY))).containsExactly(2);
    }

    @Test
    void eachOfTheVersionsThatWereReplacedWithinADaySigns() {
        keys.rotate(principal);
        f.clock.advance(Duration.ofHours(10));
        keys.rotate(principal);
        f.clock.advance(Duration.ofHours(10));

        assertThat(keys.of(principal).signing(f.now())).containsExactly(3, 2, 1);
        f.clock.advance(Duration.ofHours(4));
        assertThat(keys.of(principal).signing(f.now())).containsExactly(3, 2);
        keys.rotate(principal);
        assertThat(keys.of(principal).former())
                .as("what signs no longer is forgotten")
                .extracting(Former::version)
                .containsExactly(3, 2);
    }

    @Test
    void isNotReplacedAgainWhileFourFormerVersionsSign() {
        for (int i = 0; i < WebhookKeys.MOST_FORMER; i++) {
            assertThat(keys.rotate(principal)).isPresent();
            f.clock.advance(Duration.ofMinutes(1));
        }

        assertThat(keys.rotate(principal)).isEmpty();
        assertThat(keys.of(principal).version()).isEqualTo(5);
        f.clock.advance(DAY.minusMinutes(4));
        assertThat(keys.rotate(principal)).isPresent();
    }

    @Test
    void ofTwoCallsInTheSameMomentOneReplacesItAndBothSayByWhat() {
        List<Optional<WebhookKey>> other = new ArrayList<>();
        f.script.interpose(() -> other.add(keys.rotate(principal)));

        Optional<WebhookKey> one = keys.rotate(principal);

        assertThat(one).isEqualTo(other.get(0));
        assertThat(keys.of(principal).version()).isEqualTo(2);
    }

    @Test
    void replacesItOnceWhereTheAnswerWasLost() {
        f.script.loseAnswer();

        assertThat(keys.rotate(principal).orElseThrow().version()).isEqualTo(2);
        assertThat(keys.of(principal).version()).isEqualTo(2);
    }

    @Test
    void doesNotSayWhoItIs() {
        keys.rotate(principal);

        assertThat(f.db.scan(scan -> scan.tableName(tableName)).toString())
                .contains("caller#")
                .doesNotContain(principal, "issuer.example");
    }
}
