package io.digitalworker.facts.code;

import io.digitalworker.facts.syntax.Expression;

/** An expression with the place where it stands. */
public record Located(Expression expression, Scope scope) {}
