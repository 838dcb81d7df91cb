package io.digitalworker.ledger;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The runs of the pipeline of revisions: items {@code pipeline#<attempt>} of a revision (design §4.5). */
public final class PipelineLog {
    private final Table table;
    private final Retention retention;

    PipelineLog(Table table, Retention retention) {
        this.table = table;
        this.retention = retention;
    }

    /** Notes a run, in place of an earlier one of the same attempt. */
    public void note(PipelineRun run) {
        Map<String, AttributeValue> analysis = new TreeMap<>();
        run.analysis().forEach((name, value) -> analysis.put(name, Values.text(value)));
        Edit edit =
                new Edit(run.jobId(), Items.pipeline(run.attempt()))
                        .set(Items.PIPELINE_ID, Values.text(run.id()))
                        .set(Items.TIMESTAMP, Values.time(run.at()))
                        .set(Items.ANALYSIS, Values.map(analysis))
                        .set(Items.EXECUTION_TIME_MS, Values.number(run.took().toMillis()))
                        .set(Items.PIPELINE_STATUS, Values.text(run.status()))
                        .set(Items.MESSAGE, JobItem.reference(run.message()))
                        .set(Items.EXPIRES_AT, retention.expiresAt(run.at()));
        edit.setOrRemove(
                Items.ANSWER_KEY, run.answerKey() == null ? null : Values.text(run.answerKey()));
        Table.Written ignored = table.update(edit);
    }

    /** The runs of a revision, by attempt. */
    public List<PipelineRun> of(String jobId) {
        return table.partition(jobId, Items.PIPELINE_PREFIX).stream()
                .map(PipelineLog::read)
                .toList();
    }

    private static PipelineRun read(Item item) {
        Map<String, String> analysis = new TreeMap<>();
        item.map(Items.ANALYSIS)
                .attributes()
                .forEach((name, value) -> analysis.put(name, value.s()));
        String metadata = item.text(Items.METADATA);
        return new PipelineRun(
                item.text(Items.JOB_ID),
                Integer.parseInt(metadata.substring(Items.PIPELINE_PREFIX.length())),
                item.time(Items.TIMESTAMP),
                analysis,
                Duration.ofMillis(item.number(Items.EXECUTION_TIME_MS)),
                item.text(Items.PIPELINE_STATUS),
                JobItem.reference(item.map(Items.MESSAGE)),
                item.textOrNull(Items.ANSWER_KEY));
    }
}
