package io.digitalworker.document.publication;

import io.digitalworker.document.assembly.Assembly;
import io.digitalworker.document.assembly.DocumentTree;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.outline.Outline;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.rendering.RenderedDocument;
import io.digitalworker.document.rendering.RenderedFile;
import io.digitalworker.document.rendering.Rendering;
import io.digitalworker.document.rendering.Typefaces;
import io.digitalworker.document.verification.Verification;
import io.digitalworker.document.writing.SectionWriter;
import io.digitalworker.facts.source.SourceTree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * The documents of a job on their way to files, a step at a time. Within a step they are worked on side by
 * side; each step gives them in the order of their outlines, and the same whoever was first. They share the
 * tree and the material, so that what another document adds to the memory is its own text.
 */
public final class DocumentSet {
    private final SourceTree tree;
    private final Material material;
    private final Runnable goOn;

    /**
     * @param material of any of the documents
     * @param goOn called by any thread before a section is written and before a document is verified or
     *     rendered; what it throws ends the step
     */
    public DocumentSet(SourceTree tree, Material material, Runnable goOn) {
        this.tree = tree;
        this.material = material;
        this.goOn = goOn;
    }

    /** Is told by any thread how many sections of all are written. */
    public interface Progress {
        void written(int sections, int ofAll);
    }

    /**
     * Writes all sections.
     *
     * @param writer may be used by several threads at once
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted, as in the
     *     other steps; no thread works on then
     */
    public List<Manuscript> write(List<Outline> outlines, SectionWriter writer) {
        return write(outlines, writer, (sections, ofAll) -> {});
    }

    /** The same, telling how far it is. */
    public List<Manuscript> write(List<Outline> outlines, SectionWriter writer, Progress progress) {
        List<Material> materials = outlines.stream().map(material::under).toList();
        int all = materials.stream().mapToInt(own -> own.briefs().size()).sum();
        AtomicInteger written = new AtomicInteger();
        Function<SectionBrief, SectionDraft> work =
                brief -> {
                    goOn.run();
                    SectionDraft draft = writer.write(brief);
                    progress.written(written.incrementAndGet(), all);
                    return draft;
                };
        return writer.atOnce() > 1
                ? sectionsAtOnce(materials, writer.atOnce(), work)
                : SideBySide.each(materials, own -> inTurn(own, work));
    }

    private static Manuscript inTurn(Material own, Function<SectionBrief, SectionDraft> work) {
        return new Manuscript(own, own.briefs().stream().map(work).toList());
    }

    /** The sections of all documents together, so that a short document does not leave threads idle. */
    private static List<Manuscript> sectionsAtOnce(
            List<Material> materials, int atOnce, Function<SectionBrief, SectionDraft> work) {
        List<SectionBrief> briefs =
                materials.stream().flatMap(own -> own.briefs().stream()).toList();
        Iterator<SectionDraft> drafts = SideBySide.each(briefs, atOnce, work).iterator();
        List<Manuscript> manuscripts = new ArrayList<>();
        for (Material own : materials) {
            manuscripts.add(
                    new Manuscript(
                            own, own.briefs().stream().map(brief -> drafts.next()).toList()));
        }
        return manuscripts;
    }

    /** Checks what was written, and takes out what does not hold. */
    public List<WrittenDocument> verify(List<Manuscript> manuscripts) {
        return SideBySide.each(manuscripts, this::verify);
    }

    private WrittenDocument verify(Manuscript written) {
        goOn.run();
        Material own = written.material();
        return new WrittenDocument(own, Verification.of(tree, own).check(written.drafts()));
    }

    /** Puts the documents together, dated so. */
    public static List<DocumentTree> assemble(List<WrittenDocument> documents, Instant at) {
        return documents.stream()
                .map(each -> Assembly.assemble(each.material(), each.verified(), at))
                .toList();
    }

    /** Renders each document in all its forms. */
    public List<RenderedDocument> render(List<DocumentTree> trees, Typefaces faces) {
        return SideBySide.each(
                trees,
                document -> {
                    goOn.run();
                    return Rendering.of(document, faces);
                });
    }

    /** All that a job publishes that revises no other. */
    public ArtifactSet artifacts(
            List<WrittenDocument> documents, List<RenderedDocument> rendered, RunRecord run) {
        return artifacts(documents, rendered, run, Supplement.NONE);
    }

    /** All that the job publishes. */
    public ArtifactSet artifacts(
            List<WrittenDocument> documents,
            List<RenderedDocument> rendered,
            RunRecord run,
            Supplement supplement) {
        List<RenderedFile> files =
                rendered.stream().flatMap(each -> each.files().stream()).toList();
        List<String> fonts = rendered.stream().flatMap(each -> each.fonts().stream()).toList();
        return ArtifactSet.of(tree, documents, files, run.in(fonts), supplement);
    }
}
