package io.digitalworker.facts.code;

import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.syntax.Expression;

/** What a name stands for. */
public sealed interface Symbol {
    /** A variable, field or constant with the expression that it was given. */
    record Variable(Expression value, Scope scope) implements Symbol {
        public Located located() {
            return new Located(value, scope);
        }
    }

    /** A variable, field or parameter of which only the type is known. */
    record Typed(String type, Scope scope) implements Symbol {}

    /** A function or method; the type is of kind FILE for a function outside any. */
    record Function(CodeFile file, TypeDeclaration type, Member member) implements Symbol {
        public Scope scope() {
            return Scope.of(file, type, member);
        }
    }

    record Type(CodeFile file, TypeDeclaration declaration) implements Symbol {}

    /** A script or Python module as a whole. */
    record Module(CodeFile file) implements Symbol {}
}
