package io.digitalworker.cleanup.inbound;

import io.digitalworker.api.ObjectRef;
import io.digitalworker.api.event.EventSource;
import io.digitalworker.cleanup.MovableClock;
import io.digitalworker.cleanup.Scene;
import io.digitalworker.ledger.Batch;
import io.digitalworker.ledger.Batches;
import io.digitalworker.ledger.Deletion;
import io.digitalworker.ledger.Deletions;
import io.digitalworker.ledger.DueKind;
import io.digitalworker.ledger.JobLedger;
import io.digitalworker.ledger.NewBatch;
import io.digitalworker.ledger.Retention;
import io.digitalworker.ledger.Uploads;
import io.digitalworker.runtime.testing.EmbeddedCloudResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What is no job's, and goes all the same: uploads, and what batches asked for. */
@QuarkusTest
@QuarkusTestResource(
        value = EmbeddedCloudResource.class,
        initArgs = @ResourceArg(name = "arguments", value = OnDemand.TROUBLE))
@QuarkusTestResource(OnDemand.class)
class ShortLivedObjectsQuarkusTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject Scene scene;
    @Inject MovableClock clock;
    @Inject JobLedger ledger;
    @Inject Uploads uploads;
    @Inject Batches batches;
    @Inject Deletions deletions;
    @Inject Retention retention;
    @Inject DueWork due;

    @Test
    void deletesAnUploadAtItsTime() {
        String uploadId = announced();
        scene.put(Scene.INPUT, "uploads/" + uploadId);
        awaitDue(DueKind.UPLOAD, "upload#" + uploadId);

        clock.advance(retention.uploadDeleted().minusMinutes(1));
        due.uploads();
        assertThat(scene.objects("uploads/" + uploadId)).as("not before its time").hasSize(1);
        clock.advance(Duration.ofMinutes(2));
        due.uploads();

        assertThat(scene.objects("uploads/" + uploadId)).isEmpty();
        awaitNotDue(DueKind.UPLOAD, "upload#" + uploadId);
    }

    @Test
    void forgetsAnUploadThatNeverCame() {
        String uploadId = announced();
        awaitDue(DueKind.UPLOAD, "upload#" + uploadId);

        clock.advance(retention.uploadDeleted().plusMinutes(1));
        due.uploads();

        awaitNotDue(DueKind.UPLOAD, "upload#" + uploadId);
    }

    @Test
    void deletesWhatABatchAskedForWhenItsJobsGo() {
        String batchId = batch();
        awaitDue(DueKind.DELETION, batchId);

        clock.advance(retention.deleteAfter().minusMinutes(1));
        due.deletions();
        assertThat(scene.objects(batchId)).as("not before its time").hasSize(2);
        clock.advance(Duration.ofMinutes(2));
        due.deletions();

        assertThat(scene.objects(batchId)).isEmpty();
        Deletion record = deletions.find(batchId).orElseThrow();
        assertThat(record.deletedAt()).isNotNull();
        assertThat(record.objects()).isEqualTo(2);
        assertThat(record.bytes()).isEqualTo(20);
        assertThat(ledger.events(batchId)).as("it is told of the jobs alone").isEmpty();
        awaitNotDue(DueKind.DELETION, batchId);
    }

    private String announced() {
        String uploadId = UUID.randomUUID().toString();
        uploads.announce(uploadId, "none:local", reference("uploads/" + uploadId));
        return uploadId;
    }

    private String batch() {
        String batchId = UUID.randomUUID().toString();
        scene.put(Scene.INPUT, batchId + "/batch.json");
        scene.put(Scene.INPUT, batchId + "/options.json");
        batches.submit(
                new NewBatch(
                        batchId,
                        "none:local",
                        reference(batchId + "/batch.json"),
                        reference(batchId + "/options.json"),
                        false,
                        "request-1",
                        null,
                        List.of(new Batch.Entry(UUID.randomUUID().toString(), "Loyalty"))),
                null);
        return batchId;
    }

    private static ObjectRef reference(String key) {
        return new ObjectRef(Scene.INPUT, key, "0".repeat(64), 10);
    }

    /** The index that passes look at lags: only what it shows can be deleted too early. */
    private void awaitDue(DueKind kind, String id) {
        await(id + " is due some day").atMost(PATIENCE).until(() -> isDue(kind, id));
    }

    private void awaitNotDue(DueKind kind, String id) {
        await(id + " is due no longer").atMost(PATIENCE).until(() -> !isDue(kind, id));
    }

    private boolean isDue(DueKind kind, String id) {
        return ledger
                .due(kind, EventSource.CLEANUP, clock.instant().plus(Duration.ofDays(2)), 1_000)
                .stream()
                .anyMatch(item -> item.jobId().equals(id));
    }
}
