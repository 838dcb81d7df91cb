package io.digitalworker.ledger;

import io.digitalworker.api.ObjectRef;
import io.digitalworker.api.event.EventSource;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class UploadsTest {
    private static String tableName;
    private final String id = UUID.randomUUID().toString();
    private final ObjectRef object = new ObjectRef("input", "uploads/" + id, Fixture.SHA, 1_234);
    private Fixture f;
    private Uploads uploads;

    @BeforeAll
    static void createTable() {
        tableName = TestCloud.newTable(TestCloud.shared());
    }

    @BeforeEach
    void open() {
        f = new Fixture(tableName);
        uploads = new Uploads(f.transitions);
    }

    private List<String> due() {
        return f
                .ledger
                .due(DueKind.UPLOAD, EventSource.CLEANUP, f.now().plusMillis(1), 1_000)
                .stream()
                .map(Uploads::id)
                .filter(id::equals)
                .toList();
    }

    @Test
    void isUsableForNinetyMinutesAndGoesAfterTwoHours() {
        Upload upload = uploads.announce(id, "issuer|me", object);

        assertThat(uploads.find(id)).contains(upload);
        assertThat(upload.usableUntil()).isEqualTo(f.now().plus(Duration.ofMinutes(90)));
        f.clock.advance(Duration.ofHours(2).minusMillis(1));
        assertThat(due()).isEmpty();
        f.clock.advance(Duration.ofMillis(1));
        assertThat(due()).containsExactly(id);
    }

    @Test
    void isNoLongerDueWhenItIsDeletedAndStillKnown() {
        Upload upload = uploads.announce(id, "issuer|me", object);
        f.clock.advance(Duration.ofHours(2));

        uploads.deleted(id);
        uploads.deleted(id);

        assertThat(due()).isEmpty();
        assertThat(uploads.find(id)).contains(upload);
    }

    @Test
    void isForgottenWithTheLedgersOtherItems() {
        uploads.announce(id, "issuer|me", object);
        f.clock.advance(Fixture.RETENTION.ledgerFor());

        assertThat(uploads.find(id)).isEmpty();
    }

    @Test
    void anIdentifierIsUsedOnce() {
        uploads.announce(id, "issuer|me", object);

        assertThatThrownBy(() -> uploads.announce(id, "issuer|you", object))
                .isInstanceOf(IllegalStateException.class);
        assertThat(uploads.find(id).orElseThrow().principal()).isEqualTo("issuer|me");
    }

    @Test
    void anAnnouncementWhoseAnswerWasLostStands() {
        f.script.loseAnswer();

        Upload upload = uploads.announce(id, "issuer|me", object);

        assertThat(uploads.find(id)).contains(upload);
    }
}
