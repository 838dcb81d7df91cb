package io.digitalworker.ledger;

import io.digitalworker.api.Artifact;
import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.JobStatus;
import io.digitalworker.api.ObjectRef;
import io.digitalworker.api.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The job item, written once as a whole and read back as a {@link Job}. */
final class JobItem {
    private static final String BUCKET = "Bucket";
    private static final String KEY = "Key";
    private static final String SHA256 = "Sha256";
    private static final String SIZE = "Size";
    private static final String NAME = "Name";
    private static final String CONTENT_TYPE = "ContentType";

    private JobItem() {}

    static Item of(NewJob job, String mutation, Instant submittedAt, Retention retention) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put(Items.JOB_ID, Values.text(job.jobId()));
        item.put(Items.METADATA, Values.text(Items.JOB));
        item.put(Items.OWNER, Values.text(job.owner()));
        item.put(Items.MODULE_NAME, Values.text(job.moduleName()));
        item.put(Items.STATUS, Values.text(JobStatus.Pending.name()));
        item.put(Items.SUBMIT_TIME, Values.time(submittedAt));
        item.put(Items.ATTEMPT, Values.number(1));
        item.put(Items.FENCE, Values.number(0));
        item.put(Items.SEQUENCE, Values.number(1));
        item.put(Items.MUTATION, Values.text(mutation));
        if (job.archive() != null) {
            item.put(Items.INPUT_KEY, Values.text(job.archive().key()));
            item.put(Items.ARCHIVE, reference(job.archive()));
        }
        item.put(Items.DESCRIPTOR, reference(job.descriptor()));
        item.put(Items.OPTIONS, reference(job.options()));
        if (job.existing() != null) {
            item.put(Items.EXISTING, reference(job.existing()));
        }
        item.put(Items.CALLBACK, Values.truth(job.callback()));
        item.put(Items.PROGRESS, Values.number(0));
        item.put(Items.DELETION_AT, Values.time(job.deletionAt(submittedAt, retention)));
        item.put(Items.REQUEST_ID, Values.text(job.requestId()));
        if (job.traceparent() != null) {
            item.put(Items.TRACEPARENT, Values.text(job.traceparent()));
        }
        item.put(Items.EXPIRES_AT, retention.expiresAt(submittedAt));
        RevisionOf revises = job.revises();
        if (revises != null) {
            item.put(Items.REVISION_OF, Values.text(revises.root()));
            item.put(Items.BASED_ON, Values.text(revises.basedOn()));
            item.put(Items.REVISION, reference(revises.revision()));
        }
        return new Item(item);
    }

    static Job read(Item item) {
        return new Job(
                item.text(Items.JOB_ID),
                item.text(Items.OWNER),
                item.text(Items.MODULE_NAME),
                JobStatus.valueOf(item.text(Items.STATUS)),
                (int) item.number(Items.ATTEMPT),
                item.number(Items.FENCE),
                item.number(Items.SEQUENCE),
                item.time(Items.SUBMIT_TIME),
                item.timeOrNull(Items.START_TIME),
                item.timeOrNull(Items.END_TIME),
                referenceOrNull(item, Items.ARCHIVE),
                reference(item.map(Items.DESCRIPTOR)),
                reference(item.map(Items.OPTIONS)),
                referenceOrNull(item, Items.EXISTING),
                item.truth(Items.CALLBACK),
                item.textOrNull(Items.STAGE),
                (int) item.number(Items.PROGRESS, 0),
                stages(item.map(Items.STAGES)),
                item.textOrNull(Items.OUTPUT_KEY),
                artifacts(item.list(Items.ARTIFACTS)),
                item.list(Items.GAPS).stream().map(AttributeValue::s).toList(),
                fault(item),
                item.number(Items.CLAIM_UNTIL, 0) == 0 ? null : item.time(Items.CLAIM_UNTIL),
                item.timeOrNull(Items.DEADLINE),
                item.time(Items.DELETION_AT),
                item.text(Items.REQUEST_ID),
                item.textOrNull(Items.TRACEPARENT),
                item.textOrNull(Items.LAST_CAUSE),
                SummaryItem.read(item),
                revises(item));
    }

    private static @Nullable RevisionOf revises(Item item) {
        return item.has(Items.REVISION_OF)
                ? new RevisionOf(
                        item.text(Items.REVISION_OF),
                        item.text(Items.BASED_ON),
                        reference(item.map(Items.REVISION)),
                        item.time(Items.DELETION_AT))
                : null;
    }

    static AttributeValue stage(Instant startedAt, long sequence) {
        return Values.map(
                Map.of(
                        Items.STARTED_AT, Values.time(startedAt),
                        Items.SEQUENCE, Values.number(sequence)));
    }

    static AttributeValue onlyStage(Stage stage, Instant startedAt, long sequence) {
        return Values.map(Map.of(stage.key(), stage(startedAt, sequence)));
    }

    static AttributeValue artifacts(Published published) {
        return Values.list(published.artifacts().stream().map(JobItem::artifact).toList());
    }

    static AttributeValue gaps(Published published) {
        return Values.list(published.gaps().stream().map(Values::text).toList());
    }

    private static List<Job.StageTime> stages(Item stages) {
        List<String> names = new ArrayList<>(stages.attributes().keySet());
        names.sort(
                Comparator.comparingLong(
                                (String name) -> stages.map(name).number(Items.SEQUENCE, 0))
                        .thenComparing(Comparator.naturalOrder()));
        return names.stream().map(name -> stageTime(name, stages.map(name))).toList();
    }

    private static Job.StageTime stageTime(String name, Item times) {
        return new Job.StageTime(
                name, times.time(Items.STARTED_AT), times.timeOrNull(Items.ENDED_AT));
    }

    private static @Nullable JobFault fault(Item item) {
        String code = item.textOrNull(Items.ERROR_CODE);
        if (code == null) {
            return null;
        }
        return new JobFault(
                known(code),
                item.truth(Items.FINAL_FAILURE),
                item.textOrNull(Items.FAILED_STAGE),
                item.textOrNull(Items.CAUSE));
    }

    /** The catalogue grows: a code of a later version reads as {@code INTERNAL} here. */
    static ErrorCode known(String code) {
        for (ErrorCode known : ErrorCode.values()) {
            if (known.name().equals(code)) {
                return known;
            }
        }
        return ErrorCode.INTERNAL;
    }

    static AttributeValue reference(ObjectRef object) {
        return Values.map(
                Map.of(
                        BUCKET, Values.text(object.bucket()),
                        KEY, Values.text(object.key()),
                        SHA256, Values.text(object.sha256()),
                        SIZE, Values.number(object.size())));
    }

    private static @Nullable ObjectRef referenceOrNull(Item item, String name) {
        return item.has(name) ? reference(item.map(name)) : null;
    }

    static ObjectRef reference(Item object) {
        return new ObjectRef(
                object.text(BUCKET), object.text(KEY), object.text(SHA256), object.number(SIZE));
    }

    private static AttributeValue artifact(Artifact artifact) {
        return Values.map(
                Map.of(
                        NAME, Values.text(artifact.name()),
                        SIZE, Values.number(artifact.size()),
                        SHA256, Values.text(artifact.sha256()),
                        CONTENT_TYPE, Values.text(artifact.contentType())));
    }

    private static List<Artifact> artifacts(List<AttributeValue> artifacts) {
        return artifacts.stream().map(value -> artifact(new Item(value.m()))).toList();
    }

    private static Artifact artifact(Item artifact) {
        return new Artifact(
                artifact.text(NAME),
                artifact.number(SIZE),
                artifact.text(SHA256),
                artifact.text(CONTENT_TYPE));
    }
}
