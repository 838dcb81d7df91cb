package io.digitalworker.facts.declaration;

import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Parameter;
import io.digitalworker.facts.syntax.Span;
import java.util.List;
import java.util.Set;

/**
 * What a scanner says of a member; see {@link Member}.
 *
 * @param signature the declaration up to its body, without annotations
 */
record MemberHead(
        String name,
        MemberKind kind,
        Set<String> modifiers,
        String type,
        List<String> typeParameters,
        List<Parameter> parameters,
        List<Annotation> annotations,
        Span span,
        Span signature,
        Span initializer,
        Span body,
        boolean expressionBody) {}
