package io.digitalworker.facts.declaration;

import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Span;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A type with its members, or the functions of a file ({@link TypeKind#FILE}).
 *
 * @param name with the names of enclosing types, such as {@code Order.Line}
 * @param namespace namespace or package; empty if there is none
 * @param signature the declaration up to its body, in one line of at most 200 characters
 * @param modifiers in lower case, as written: {@code public}, {@code partial}, {@code export}
 * @param typeParameters names only
 * @param bases base class, interfaces and Python's bases as written, white space apart: {@code
 *     EndpointBaseAsync.WithRequest<Order>.WithoutResult}
 * @param span from its first annotation to the end of its body
 * @param body within the braces, or the indented block; empty if it has none
 */
public record TypeDeclaration(
        String name,
        String namespace,
        TypeKind kind,
        String language,
        String signature,
        Set<String> modifiers,
        List<String> typeParameters,
        List<String> bases,
        List<Annotation> annotations,
        Evidence evidence,
        Span span,
        Span body,
        List<Member> members) {
    public TypeDeclaration {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(evidence, "evidence");
        modifiers = Set.copyOf(modifiers);
        typeParameters = List.copyOf(typeParameters);
        bases = List.copyOf(bases);
        annotations = List.copyOf(annotations);
        members = List.copyOf(members);
    }

    /** The name without those of enclosing types. */
    public String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** With its namespace. */
    public String fullName() {
        return namespace.isEmpty() ? name : namespace + "." + name;
    }

    public boolean has(String modifier) {
        return modifiers.contains(modifier);
    }
}
