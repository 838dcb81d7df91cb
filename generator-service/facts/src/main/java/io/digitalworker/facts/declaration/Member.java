package io.digitalworker.facts.declaration;

import io.digitalworker.facts.source.Evidence;
import java.util.Objects;

/**
 * Something declared within a type, or a function of a file.
 *
 * @param name as declared, such as {@code List}
 * @param qualifiedName with the names of its types, such as {@code ProductController.List}
 * @param signature the declaration up to its body, in one line of at most 200 characters
 */
public record Member(
        String name, String qualifiedName, MemberKind kind, String signature, Evidence evidence) {
    public Member {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(evidence, "evidence");
        if (name.isEmpty() || !qualifiedName.endsWith(name)) {
            throw new IllegalArgumentException(
                    "'" + qualifiedName + "' does not end in the member's name '" + name + "'");
        }
    }
}
