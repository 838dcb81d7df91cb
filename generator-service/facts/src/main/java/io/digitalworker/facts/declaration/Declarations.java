package io.digitalworker.facts.declaration;

import io.digitalworker.facts.source.SourceFile;
import io.digitalworker.facts.source.SourceTree;
import java.util.ArrayList;
import java.util.List;

/**
 * The types and members that a source tree declares, by path and line. Nothing that a file holds makes
 * it fail; what it cannot make sense of, it passes over.
 *
 * @param types by path, then by line
 */
public record Declarations(List<TypeDeclaration> types) {
    public Declarations {
        types = List.copyOf(types);
    }

    /** Reads all files of languages that a scanner knows. Linear in the size of the tree. */
    public static Declarations of(SourceTree tree) {
        List<TypeDeclaration> types = new ArrayList<>();
        for (SourceFile file : tree.files()) {
            Scanner scanner = Scanners.of(file.language());
            if (scanner != null) {
                types.addAll(new FileDeclarations(tree, file).read(scanner));
            }
        }
        return new Declarations(types);
    }

    /** The members of all types, in their order. */
    public List<Member> members() {
        return types.stream().flatMap(type -> type.members().stream()).toList();
    }
}
