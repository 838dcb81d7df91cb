package io.digitalworker.facts.declaration;

import io.digitalworker.facts.source.Evidence;
import java.util.List;
import java.util.Objects;

/**
 * A type with its members, or the functions of a file ({@link TypeKind#FILE}).
 *
 * @param name with the names of enclosing types, such as {@code Order.Line}
 * @param namespace namespace or package; empty if there is none
 * @param signature the declaration up to its body, in one line of at most 200 characters
 */
public record TypeDeclaration(
        String name,
        String namespace,
        TypeKind kind,
        String language,
        String signature,
        Evidence evidence,
        List<Member> members) {
    public TypeDeclaration {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(evidence, "evidence");
        members = List.copyOf(members);
    }
}
