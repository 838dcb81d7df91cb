package io.digitalworker.generator.open;

import io.digitalworker.api.Descriptor;
import io.digitalworker.api.Options;
import io.digitalworker.api.RevisionRecord;
import io.digitalworker.archive.CheckedArchive;
import io.digitalworker.document.existing.ExistingDocument;
import io.digitalworker.facts.Facts;
import io.digitalworker.facts.inventory.Inventory;
import io.digitalworker.facts.source.SourceTree;
import java.io.IOException;
import java.util.Optional;

/**
 * What a job is made from; the archive is open.
 *
 * @param archive absent only where the options do without
 * @param existing a partial document; present only where the options keep one
 * @param revision of a revision: what is asked of the documents of its root
 */
public record Source(
        Optional<CheckedArchive> archive,
        Descriptor descriptor,
        Options options,
        Optional<ExistingDocument> existing,
        Optional<RevisionRecord> revision)
        implements OpenResult, AutoCloseable {

    /** The files of the archive; none without one. */
    public SourceTree tree() throws IOException {
        return archive.isPresent() ? SourceTree.open(archive.get()) : SourceTree.empty();
    }

    /** The facts of that tree. */
    public Facts facts(SourceTree tree, Inventory inventory) {
        return archive.map(code -> Facts.of(code.sha256(), tree, inventory)).orElseGet(Facts::none);
    }

    @Override
    public void close() throws IOException {
        if (archive.isPresent()) {
            archive.get().close();
        }
    }
}
