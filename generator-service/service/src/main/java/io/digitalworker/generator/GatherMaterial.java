package io.digitalworker.generator;

import io.digitalworker.document.brief.Material;
import io.digitalworker.document.brief.Retrieval;
import io.digitalworker.document.outline.Outline;
import io.digitalworker.facts.Facts;
import io.digitalworker.facts.source.SourceTree;
import io.digitalworker.generator.open.Source;

/** What the documents of a job are written from: its source, with the features looked up in it. */
record GatherMaterial(Source source, SourceTree tree, Facts facts) {
    /** For documents of an outline's detail. */
    Material under(Outline outline) {
        try (Retrieval retrieval = Retrieval.over(tree, facts, source.descriptor())) {
            Material found = Material.gather(outline, source.descriptor(), facts, retrieval);
            return source.existing().map(found::keeping).orElse(found);
        }
    }
}
