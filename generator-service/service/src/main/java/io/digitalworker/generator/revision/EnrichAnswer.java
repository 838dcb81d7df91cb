package io.digitalworker.generator.revision;

import io.digitalworker.api.RevisionRecord;
import io.digitalworker.document.rendering.RenderedFile;
import io.digitalworker.document.revision.EnrichedAnswer;
import io.digitalworker.document.revision.MessageAnalysis;
import io.digitalworker.document.revision.Revision;
import io.digitalworker.ledger.Job;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Enriches an answer; one that cannot be is published as it is (design §5). */
@Singleton
public final class EnrichAnswer {
    private static final Logger LOG = Logger.getLogger(EnrichAnswer.class);

    /** The same file with how it came about, dated by the question. */
    public RenderedFile enrich(RenderedFile answer, Job job, Revision revision) {
        RevisionRecord.Step step = revision.step();
        try {
            return EnrichedAnswer.of(
                    answer,
                    MessageAnalysis.of(step.request().words()),
                    Instant.ofEpochMilli(step.submittedAt()),
                    job.jobId() + "-" + job.attempt());
        } catch (RuntimeException e) {
            LOG.warnf("answer not enriched: %s", e.getClass().getSimpleName());
            return answer;
        }
    }
}
