package io.digitalworker.facts.declaration;

import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Parameter;
import io.digitalworker.facts.syntax.Span;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Something declared within a type, or a function of a file.
 *
 * @param name as declared, such as {@code List}
 * @param qualifiedName with the names of its types, such as {@code ProductController.List}; of
 *     functions of a file, with the object, namespace or function that they are in
 * @param signature the declaration up to its body, in one line of at most 200 characters
 * @param modifiers in lower case, as written; {@code export} and {@code default} also where a script
 *     says so elsewhere
 * @param type of a field or property, or returned by a method, as written, white space apart; empty
 *     where the author gives none
 * @param annotations also those on a property's accessors
 * @param span from its first annotation to its end
 * @param initializer of a field, property, enum constant or annotation's member: the expression behind
 *     {@code =} or {@code default}; of a Java constant with arguments, the constant as a call: {@code
 *     RED("r", 1)}; empty if there is none
 * @param body of a method: within the braces, the indented block, or the expression behind an arrow;
 *     of a property: its accessors, or the expression behind an arrow; empty if there is none
 * @param expressionBody whether the body is one expression
 */
public record Member(
        String name,
        String qualifiedName,
        MemberKind kind,
        String signature,
        Set<String> modifiers,
        String type,
        List<String> typeParameters,
        List<Parameter> parameters,
        List<Annotation> annotations,
        Evidence evidence,
        Span span,
        Span initializer,
        Span body,
        boolean expressionBody) {
    public Member {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(evidence, "evidence");
        if (name.isEmpty() || !qualifiedName.endsWith(name)) {
            throw new IllegalArgumentException(
                    "'" + qualifiedName + "' does not end in the member's name '" + name + "'");
        }
        modifiers = Set.copyOf(modifiers);
        typeParameters = List.copyOf(typeParameters);
        parameters = List.copyOf(parameters);
        annotations = List.copyOf(annotations);
    }

    public boolean has(String modifier) {
        return modifiers.contains(modifier);
    }
}
