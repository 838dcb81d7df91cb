package io.digitalworker.generator.writing;

import io.digitalworker.api.Options;
import io.digitalworker.document.writing.SectionWriter;
import io.digitalworker.facts.source.SourceTree;
import io.digitalworker.generator.attempt.Attempt;
import io.digitalworker.generator.budget.JobBudgets;
import io.digitalworker.generator.model.Asker;
import io.digitalworker.generator.model.BedrockConfig;
import io.digitalworker.generator.model.ModelCalls;
import io.digitalworker.generator.model.Models;
import io.digitalworker.generator.objects.ObjectStore;
import io.digitalworker.ledger.Claim;
import io.digitalworker.ledger.Job;
import io.digitalworker.runtime.Ids;
import jakarta.inject.Singleton;
import java.util.List;

/** Gives each job its writer: a model's where one is configured and the job's options let it. */
@Singleton
public final class SectionWriters {
    private final SectionWriter extractive;
    private final Models models;
    private final ModelCalls calls;
    private final JobBudgets budgets;
    private final ObjectStore objects;
    private final BedrockConfig config;
    private final Ids ids;

    public SectionWriters(
            SectionWriter extractive,
            Models models,
            ModelCalls calls,
            JobBudgets budgets,
            ObjectStore objects,
            BedrockConfig config,
            Ids ids) {
        this.extractive = extractive;
        this.models = models;
        this.calls = calls;
        this.budgets = budgets;
        this.objects = objects;
        this.config = config;
        this.ids = ids;
    }

    /** Writes sections that are not finished yet; those of the job that it revises are taken over. */
    public JobWriter of(Attempt attempt, Options options, SourceTree tree) {
        return writer(attempt, options, tree, true);
    }

    /** Gives sections as the job that this one revises had them; asks no model for any. */
    public JobWriter asKept(Attempt attempt, Options options, SourceTree tree) {
        return writer(attempt, options, tree, false);
    }

    private JobWriter writer(Attempt attempt, Options options, SourceTree tree, boolean asking) {
        if (models.isNone() || !"auto".equals(options.writer())) {
            return new WithoutModel(extractive);
        }
        Claim claim = attempt.claim();
        Asker asker =
                new Asker(
                        budgets.of(claim.job(), options),
                        claim.deadline().minus(config.lastCallBeforeDeadline()),
                        attempt::goOn);
        BedrockWriter writer =
                new BedrockWriter(
                        extractive,
                        tree,
                        new Editors(models, calls, asker, config.promptTokens(), delimiter()),
                        new Checkpoints(objects, finishedBy(claim.job())),
                        asking,
                        config.sectionsAtOnce());
        return new LoggedWriter(writer, claim.job().jobId(), claim.job().requestId());
    }

    private static List<String> finishedBy(Job job) {
        return job.revises() == null
                ? List.of(job.jobId())
                : List.of(job.jobId(), job.revises().basedOn());
    }

    private String delimiter() {
        return ids.get().replaceAll("[^A-Za-z0-9]", "");
    }
}
