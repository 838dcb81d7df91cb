package io.digitalworker.generator;

import io.digitalworker.api.RevisionAction;
import io.digitalworker.api.RevisionRecord;
import io.digitalworker.api.Stage;
import io.digitalworker.document.assembly.DocumentTree;
import io.digitalworker.document.edition.Edition;
import io.digitalworker.document.publication.ArtifactSet;
import io.digitalworker.document.publication.DocumentSet;
import io.digitalworker.document.publication.Manuscript;
import io.digitalworker.document.publication.RunRecord;
import io.digitalworker.document.publication.Supplement;
import io.digitalworker.document.publication.WrittenDocument;
import io.digitalworker.document.rendering.RenderedDocument;
import io.digitalworker.document.rendering.RenderedFile;
import io.digitalworker.document.rendering.Typefaces;
import io.digitalworker.document.revision.AnswerMarkdown;
import io.digitalworker.document.revision.DocumentDiff;
import io.digitalworker.document.revision.Editions;
import io.digitalworker.document.revision.Revising;
import io.digitalworker.document.revision.Revision;
import io.digitalworker.document.revision.RevisionOutcome;
import io.digitalworker.facts.Facts;
import io.digitalworker.facts.source.SourceTree;
import io.digitalworker.generator.attempt.Attempt;
import io.digitalworker.generator.budget.JobBudget;
import io.digitalworker.generator.budget.JobBudgets;
import io.digitalworker.generator.open.Source;
import io.digitalworker.generator.publish.PublishArtifacts;
import io.digitalworker.generator.publish.Summaries;
import io.digitalworker.generator.revision.EnrichAnswer;
import io.digitalworker.generator.revision.LogPipeline;
import io.digitalworker.generator.writing.JobWriter;
import io.digitalworker.generator.writing.SectionWriters;
import io.digitalworker.ledger.Job;
import io.digitalworker.ledger.RevisionOf;
import io.digitalworker.ledger.Summary;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A claimed revision's way from its root's source to its published artifacts (design §5). The documents are
 * made twice, as they were and as they are revised: equal source and equal revisions make equal documents,
 * and a section that a model has written is found again by its digest. So nothing of the base is needed but
 * what was asked of it.
 */
@Singleton
public final class ReviseSpecification {
    private final SectionWriters writers;
    private final JobBudgets budgets;
    private final Typefaces faces;
    private final PublishArtifacts publish;
    private final EnrichAnswer enrich;
    private final LogPipeline log;

    public ReviseSpecification(
            SectionWriters writers,
            JobBudgets budgets,
            Typefaces faces,
            PublishArtifacts publish,
            EnrichAnswer enrich,
            LogPipeline log) {
        this.writers = writers;
        this.budgets = budgets;
        this.faces = faces;
        this.publish = publish;
        this.enrich = enrich;
        this.log = log;
    }

    /** Goes on with a revision whose facts are there, until it is {@code Succeeded}. */
    Job revise(Attempt attempt, Source source, SourceTree tree, Facts facts) throws IOException {
        Job job = attempt.claim().job();
        LogPipeline.Run run = log.begin();
        attempt.enter(Stage.OUTLINE);
        GatherMaterial gather = new GatherMaterial(source, tree, facts);
        Revising revising = new Revising(source.options(), gather::under);
        RevisionRecord record = source.revision().orElseThrow();

        attempt.enter(Stage.BRIEF);
        Editions editions = revising.editions(record);
        Edition base = editions.base();
        Edition next = editions.next().edition();
        Revision revision = new Revision(record, basedOn(job), editions);

        attempt.enter(Stage.WRITE);
        DocumentSet before = new DocumentSet(tree, revising.material(base), attempt::goOn);
        DocumentSet after = new DocumentSet(tree, revising.material(next), attempt::goOn);
        JobWriter kept = writers.asKept(attempt, source.options(), tree);
        JobWriter writer = writers.of(attempt, source.options(), tree);
        List<Manuscript> old = before.write(revising.outlines(base), kept);
        List<Manuscript> revised =
                next.equals(base)
                        ? old
                        : after.write(revising.outlines(next), writer, attempt.sections());

        attempt.enter(Stage.VERIFY);
        List<WrittenDocument> was = before.verify(old);
        List<WrittenDocument> documents = next.equals(base) ? was : after.verify(revised);
        Optional<AnswerMarkdown> answer = answer(tree, documents, revision);

        attempt.enter(Stage.ASSEMBLE);
        List<DocumentTree> oldTrees = DocumentSet.assemble(was, base.date());
        List<DocumentTree> trees = DocumentSet.assemble(documents, next.date());
        RevisionOutcome outcome =
                revision.outcome(sides(was, oldTrees), sides(documents, trees), answer);

        attempt.enter(Stage.RENDER);
        List<RenderedDocument> rendered = after.render(trees, faces);
        Optional<RenderedFile> file = answer.map(a -> enrich.enrich(a.markdown(), job, revision));

        attempt.enter(Stage.PUBLISH);
        Supplement supplement = new Supplement(Optional.of(outcome.json()), file.stream().toList());
        RunRecord told = run(attempt, job, next, next.equals(base) ? kept : writer, revised);
        ArtifactSet artifacts = after.artifacts(documents, rendered, told, supplement);
        JobBudget budget = budgets.of(job, source.options());
        Summary summary = Summaries.of(told, documents, budget.usage());
        Job done = publish.publish(attempt, artifacts, documents, summary);
        log.end(run, done, revision.request(), file);
        return done;
    }

    private static String basedOn(Job job) {
        RevisionOf revises = Objects.requireNonNull(job.revises(), "a revision revises something");
        return revises.basedOn();
    }

    private static Optional<AnswerMarkdown> answer(
            SourceTree tree, List<WrittenDocument> documents, Revision revision) {
        if (revision.request().toDo() != RevisionAction.ANSWER) {
            return Optional.empty();
        }
        RevisionRecord.Step step = revision.step();
        return Optional.of(
                AnswerMarkdown.of(
                        tree,
                        documents,
                        step.jobId(),
                        step.request().words(),
                        Instant.ofEpochMilli(step.submittedAt())));
    }

    private static List<DocumentDiff.Side> sides(
            List<WrittenDocument> documents, List<DocumentTree> trees) {
        List<DocumentDiff.Side> sides = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            sides.add(new DocumentDiff.Side(documents.get(i), trees.get(i)));
        }
        return sides;
    }

    /** Dated by the last change of the documents, so that another attempt makes the same. */
    private static RunRecord run(
            Attempt attempt,
            Job job,
            Edition edition,
            JobWriter writer,
            List<Manuscript> manuscripts) {
        RunRecord run =
                new RunRecord(
                        edition.date(),
                        writer.name(),
                        job.descriptor().sha256(),
                        attempt.durations());
        return writer.told(run, manuscripts);
    }
}
