package io.digitalworker.generator;

import io.digitalworker.api.Estimate;
import io.digitalworker.api.Stage;
import io.digitalworker.document.assembly.DocumentTree;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.outline.Outline;
import io.digitalworker.document.publication.ArtifactSet;
import io.digitalworker.document.publication.DocumentSet;
import io.digitalworker.document.publication.Manuscript;
import io.digitalworker.document.publication.RunRecord;
import io.digitalworker.document.publication.WrittenDocument;
import io.digitalworker.document.rendering.RenderedDocument;
import io.digitalworker.document.rendering.Typefaces;
import io.digitalworker.facts.Facts;
import io.digitalworker.facts.inventory.Inventory;
import io.digitalworker.facts.source.SourceTree;
import io.digitalworker.generator.attempt.Attempt;
import io.digitalworker.generator.budget.JobBudget;
import io.digitalworker.generator.budget.JobBudgets;
import io.digitalworker.generator.estimate.Estimates;
import io.digitalworker.generator.open.OpenResult;
import io.digitalworker.generator.open.OpenSource;
import io.digitalworker.generator.open.Source;
import io.digitalworker.generator.open.WorkDirectories;
import io.digitalworker.generator.open.WorkDirectory;
import io.digitalworker.generator.publish.PublishArtifacts;
import io.digitalworker.generator.publish.Summaries;
import io.digitalworker.generator.writing.JobWriter;
import io.digitalworker.generator.writing.SectionWriters;
import io.digitalworker.ledger.Job;
import io.digitalworker.ledger.JobFault;
import io.digitalworker.ledger.Summary;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;

/** A claimed job's way from its archive to its published artifacts, stage by stage (design §5). */
@Singleton
public final class GenerateSpecification {
    private final WorkDirectories directories;
    private final OpenSource open;
    private final SectionWriters writers;
    private final Typefaces faces;
    private final PublishArtifacts publish;
    private final JobBudgets budgets;
    private final Estimates estimates;
    private final ReviseSpecification revise;

    public GenerateSpecification(
            WorkDirectories directories,
            OpenSource open,
            SectionWriters writers,
            Typefaces faces,
            PublishArtifacts publish,
            JobBudgets budgets,
            Estimates estimates,
            ReviseSpecification revise) {
        this.directories = directories;
        this.open = open;
        this.writers = writers;
        this.faces = faces;
        this.publish = publish;
        this.budgets = budgets;
        this.estimates = estimates;
        this.revise = revise;
    }

    /**
     * Works on the job until it is {@code Succeeded}, or {@code Failed} because its input is refused.
     * Whatever else ends the attempt is thrown, the job staying as it is.
     *
     * @throws io.digitalworker.generator.attempt.Stopped if the attempt has to stop
     * @throws io.digitalworker.ledger.ClaimLost if somebody else has the job
     */
    public Job generate(Attempt attempt) throws IOException {
        try (WorkDirectory work = directories.make()) {
            attempt.enter(Stage.OPEN);
            OpenResult opened = open.open(attempt.claim().job(), work.path());
            if (opened instanceof OpenResult.Refused refused) {
                return refuse(attempt, refused);
            }
            try (Source source = (Source) opened) {
                return specify(attempt, source);
            }
        }
    }

    private Job specify(Attempt attempt, Source source) throws IOException {
        attempt.enter(Stage.INVENTORY);
        SourceTree tree = source.tree();
        Inventory inventory = Inventory.of(tree);

        attempt.enter(Stage.FACTS);
        Facts facts = source.facts(tree, inventory);
        if (source.revision().isPresent()) {
            return revise.revise(attempt, source, tree, facts);
        }

        attempt.enter(Stage.OUTLINE);
        List<Outline> outlines = Outline.all(source.options());

        attempt.enter(Stage.BRIEF);
        Material material = new GatherMaterial(source, tree, facts).under(outlines.get(0));

        JobBudget budget = budgets.of(attempt.claim().job(), source.options());
        JobWriter writer = writers.of(attempt, source.options(), tree);
        if (source.options().estimateOnly()) {
            Estimate estimate = estimates.of(source.options(), outlines, material, tree, budget);
            return publish(attempt, estimate, writer.name());
        }

        attempt.enter(Stage.WRITE);
        DocumentSet set = new DocumentSet(tree, material, attempt::goOn);
        List<Manuscript> manuscripts = set.write(outlines, writer, attempt.sections());

        attempt.enter(Stage.VERIFY);
        List<WrittenDocument> documents = set.verify(manuscripts);

        attempt.enter(Stage.ASSEMBLE);
        Job job = attempt.claim().job();
        List<DocumentTree> trees = DocumentSet.assemble(documents, job.submittedAt());

        attempt.enter(Stage.RENDER);
        List<RenderedDocument> rendered = set.render(trees, faces);

        attempt.enter(Stage.PUBLISH);
        RunRecord run = writer.told(run(attempt, job, writer), manuscripts);
        ArtifactSet artifacts = set.artifacts(documents, rendered, run);
        Summary summary = Summaries.of(run, documents, budget.usage());
        Job published = publish.publish(attempt, artifacts, documents, summary);
        budget.ended(summary.usage(), run.model().fallbacks());
        return published;
    }

    /** Nothing was written. */
    private Job publish(Attempt attempt, Estimate estimate, String writer) throws IOException {
        attempt.enter(Stage.PUBLISH);
        Summary summary = Summaries.of(estimate, writer);
        return publish.publish(attempt, ArtifactSet.of(estimate), List.of(), summary);
    }

    /** Dated by the submission, so that another attempt makes the same document. */
    private static RunRecord run(Attempt attempt, Job job, JobWriter writer) {
        return new RunRecord(
                job.submittedAt(), writer.name(), job.descriptor().sha256(), attempt.durations());
    }

    private static Job refuse(Attempt attempt, OpenResult.Refused refused) {
        attempt.finish();
        return attempt.claim().fail(JobFault.refused(refused.code(), attempt.stage().key()));
    }
}
