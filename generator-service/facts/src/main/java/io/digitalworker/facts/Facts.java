package io.digitalworker.facts;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.inventory.Inventory;
import io.digitalworker.facts.source.SourceTree;
import java.util.List;
import java.util.Objects;

/**
 * Everything known about an archive (design §4.7).
 *
 * @param archiveSha256 of the uploaded ZIP
 * @param types by path, then by line
 */
public record Facts(String archiveSha256, Inventory inventory, List<TypeDeclaration> types) {
    public Facts {
        Objects.requireNonNull(archiveSha256, "archiveSha256");
        Objects.requireNonNull(inventory, "inventory");
        types = List.copyOf(types);
    }

    /** Extracts the facts of a tree whose inventory has been taken. */
    public static Facts of(String archiveSha256, SourceTree tree, Inventory inventory) {
        return new Facts(archiveSha256, inventory, CodeBase.read(tree).types());
    }
}
