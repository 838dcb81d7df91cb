package io.digitalworker.generator;

import io.digitalworker.api.Stage;
import io.digitalworker.document.assembly.Assembly;
import io.digitalworker.document.assembly.DocumentTree;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.brief.Retrieval;
import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.outline.Outline;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.publication.ArtifactSet;
import io.digitalworker.document.publication.RunRecord;
import io.digitalworker.document.publication.WrittenDocument;
import io.digitalworker.document.rendering.RenderedFile;
import io.digitalworker.document.rendering.Rendering;
import io.digitalworker.document.verification.Verification;
import io.digitalworker.document.verification.Verified;
import io.digitalworker.document.writing.SectionWriter;
import io.digitalworker.facts.Facts;
import io.digitalworker.facts.inventory.Inventory;
import io.digitalworker.facts.source.SourceTree;
import io.digitalworker.generator.attempt.Attempt;
import io.digitalworker.generator.open.OpenResult;
import io.digitalworker.generator.open.OpenSource;
import io.digitalworker.generator.open.Source;
import io.digitalworker.generator.open.WorkDirectories;
import io.digitalworker.generator.open.WorkDirectory;
import io.digitalworker.generator.publish.PublishArtifacts;
import io.digitalworker.ledger.Job;
import io.digitalworker.ledger.JobFault;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A claimed job's way from its archive to its published artifacts, stage by stage (design §5). */
@Singleton
public final class GenerateSpecification {
    private final WorkDirectories directories;
    private final OpenSource open;
    private final SectionWriter writer;
    private final PublishArtifacts publish;

    public GenerateSpecification(
            WorkDirectories directories,
            OpenSource open,
            SectionWriter writer,
            PublishArtifacts publish) {
        this.directories = directories;
        this.open = open;
        this.writer = writer;
        this.publish = publish;
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
        SourceTree tree = SourceTree.open(source.archive());
        Inventory inventory = Inventory.of(tree);

        attempt.enter(Stage.FACTS);
        Facts facts = Facts.of(source.archive().sha256(), tree, inventory);

        attempt.enter(Stage.OUTLINE);
        List<Outline> outlines = Outline.all(source.options());

        attempt.enter(Stage.BRIEF);
        Material material = gather(outlines.get(0), source, facts, tree);

        attempt.enter(Stage.WRITE);
        Map<Outline, List<SectionDraft>> drafts = write(attempt, material, outlines);

        attempt.enter(Stage.VERIFY);
        List<WrittenDocument> documents = verify(tree, material, drafts);

        attempt.enter(Stage.ASSEMBLE);
        Job job = attempt.claim().job();
        List<DocumentTree> trees = assemble(documents, job);

        attempt.enter(Stage.RENDER);
        List<RenderedFile> rendered = render(attempt, trees);

        attempt.enter(Stage.PUBLISH);
        ArtifactSet artifacts = ArtifactSet.of(tree, documents, rendered, run(attempt, job));
        return publish.publish(attempt, artifacts, documents);
    }

    private static Material gather(Outline outline, Source source, Facts facts, SourceTree tree) {
        try (Retrieval retrieval = Retrieval.over(tree, facts)) {
            return Material.gather(outline, source.descriptor(), facts, retrieval);
        }
    }

    private Map<Outline, List<SectionDraft>> write(
            Attempt attempt, Material material, List<Outline> outlines) {
        Map<Outline, List<SectionDraft>> drafts = new LinkedHashMap<>();
        for (Outline outline : outlines) {
            List<SectionDraft> own = new ArrayList<>();
            for (SectionBrief brief : material.under(outline).briefs()) {
                attempt.goOn();
                own.add(writer.write(brief));
            }
            drafts.put(outline, own);
        }
        return drafts;
    }

    private static List<WrittenDocument> verify(
            SourceTree tree, Material material, Map<Outline, List<SectionDraft>> drafts) {
        List<WrittenDocument> documents = new ArrayList<>();
        drafts.forEach(
                (outline, written) -> {
                    Material own = material.under(outline);
                    Verified verified = Verification.of(tree, own).check(written);
                    documents.add(new WrittenDocument(own, verified));
                });
        return documents;
    }

    private static List<DocumentTree> assemble(List<WrittenDocument> documents, Job job) {
        return documents.stream()
                .map(each -> Assembly.assemble(each.material(), each.verified(), job.submittedAt()))
                .toList();
    }

    private static List<RenderedFile> render(Attempt attempt, List<DocumentTree> trees) {
        List<RenderedFile> rendered = new ArrayList<>();
        for (DocumentTree tree : trees) {
            attempt.goOn();
            rendered.addAll(Rendering.all(tree));
        }
        return rendered;
    }

    /** Dated by the submission, so that another attempt makes the same document. */
    private RunRecord run(Attempt attempt, Job job) {
        return new RunRecord(
                job.submittedAt(), writer.name(), job.descriptor().sha256(), attempt.durations());
    }

    private static Job refuse(Attempt attempt, OpenResult.Refused refused) {
        attempt.finish();
        return attempt.claim().fail(JobFault.refused(refused.code(), attempt.stage().key()));
    }
}
