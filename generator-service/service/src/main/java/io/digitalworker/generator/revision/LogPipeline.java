package io.digitalworker.generator.revision;

import io.digitalworker.api.RevisionRequest;
import io.digitalworker.document.rendering.RenderedFile;
import io.digitalworker.document.revision.MessageAnalysis;
import io.digitalworker.ledger.Job;
import io.digitalworker.ledger.PipelineLog;
import io.digitalworker.ledger.PipelineRun;
import io.digitalworker.ledger.RevisionOf;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/** Notes in the ledger what a revision found and took; a run that cannot be noted is done all the same. */
@Singleton
public final class LogPipeline {
    private static final Logger LOG = Logger.getLogger(LogPipeline.class);

    private final PipelineLog log;
    private final Clock clock;

    /** A run that has begun. */
    public record Run(Instant begun) {}

    public LogPipeline(PipelineLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    public Run begin() {
        return new Run(clock.instant());
    }

    /** Notes the run of a revision that is published. */
    public void end(Run run, Job job, RevisionRequest request, Optional<RenderedFile> answer) {
        try {
            log.note(of(run, job, request, answer));
        } catch (RuntimeException e) {
            LOG.warnf("pipeline run not noted: %s", e.getClass().getSimpleName());
        }
    }

    private PipelineRun of(
            Run run, Job job, RevisionRequest request, Optional<RenderedFile> answer) {
        RevisionOf revises = Objects.requireNonNull(job.revises(), "a revision revises something");
        Instant now = clock.instant();
        return new PipelineRun(
                job.jobId(),
                job.attempt(),
                now,
                analysis(request),
                Duration.between(run.begun(), now),
                job.status().name(),
                revises.revision(),
                answer.map(file -> job.outputKey() + file.name()).orElse(null));
    }

    private static Map<String, String> analysis(RevisionRequest request) {
        Map<String, String> analysis = new TreeMap<>();
        analysis.put("action", request.toDo().key());
        analysis.put("answers", Integer.toString(request.answers().size()));
        analysis.put("sections", Integer.toString(request.sections().size()));
        if (request.message() != null) {
            analysis.putAll(MessageAnalysis.of(request.words()).codes());
        }
        return analysis;
    }
}
