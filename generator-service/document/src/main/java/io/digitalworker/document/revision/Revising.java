package io.digitalworker.document.revision;

import io.digitalworker.api.Options;
import io.digitalworker.api.RevisionRecord;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.edition.Edition;
import io.digitalworker.document.outline.Detail;
import io.digitalworker.document.outline.Outline;
import io.digitalworker.document.publication.Manuscript;
import io.digitalworker.document.writing.ExtractiveWriter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Makes the editions of a job's documents anew from its source: equal source and revisions make equal
 * editions, so that nothing of the base is read back. For one thread.
 */
public final class Revising {
    private final Options options;
    private final Function<Outline, Material> gather;
    private final Map<Detail, Material> gathered = new EnumMap<>(Detail.class);
    private final Map<Detail, ConcernedSections> sections = new EnumMap<>(Detail.class);

    /**
     * @param options of the root job
     * @param gather looks up the features for documents of an outline's detail
     */
    public Revising(Options options, Function<Outline, Material> gather) {
        this.options = options;
        this.gather = gather;
    }

    /** What the chain's last revision begins with, and what it makes of it. */
    public Editions editions(RevisionRecord record) {
        Detail first = Detail.of(Objects.requireNonNull(options.detail()));
        return Editions.of(record, first, this::sections);
    }

    /** The outlines of an edition's documents. */
    public List<Outline> outlines(Edition edition) {
        return Outline.all(options, edition.detail());
    }

    /** What an edition's documents are written from. */
    public Material material(Edition edition) {
        return gathered(edition.detail()).revised(edition);
    }

    private Material gathered(Detail detail) {
        return gathered.computeIfAbsent(
                detail, any -> gather.apply(Outline.all(options, detail).get(0)));
    }

    /** By facts alone, whoever writes the documents: so that a model's words decide nothing here. */
    private ConcernedSections sections(Detail detail) {
        return sections.computeIfAbsent(
                detail,
                any ->
                        new ConcernedSections(
                                Outline.all(options, detail).stream()
                                        .map(gathered(detail)::under)
                                        .map(Revising::draft)
                                        .toList()));
    }

    private static Manuscript draft(Material material) {
        ExtractiveWriter writer = new ExtractiveWriter();
        return new Manuscript(material, material.briefs().stream().map(writer::draft).toList());
    }
}
