package io.digitalworker.facts.declaration;

import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Span;
import java.util.List;
import java.util.Set;

/**
 * What a scanner says of a type; see {@link TypeDeclaration}.
 *
 * @param signature the declaration up to its body, without annotations
 */
record TypeHead(
        String name,
        String namespace,
        TypeKind kind,
        Set<String> modifiers,
        List<String> typeParameters,
        List<String> bases,
        List<Annotation> annotations,
        Span span,
        Span signature,
        Span body) {}
