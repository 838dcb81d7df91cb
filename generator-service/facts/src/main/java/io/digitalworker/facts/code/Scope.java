package io.digitalworker.facts.code;

import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.syntax.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where an expression stands: decides what its names mean.
 *
 * @param type the type around it; null outside any
 * @param member the member around it; null outside any
 * @param locals the statements that may declare its variables, in the order of the text
 * @param bound what parameters stand for, where a call is being followed
 */
public record Scope(
        CodeFile file,
        @Nullable TypeDeclaration type,
        @Nullable Member member,
        List<Statement> locals,
        Map<String, Located> bound) {
    public Scope {
        locals = List.copyOf(locals);
        bound = Map.copyOf(bound);
    }

    /** Outside any declaration, with the file's own statements in sight. */
    public static Scope of(CodeFile file) {
        return new Scope(file, null, null, file.topLevel(), Map.of());
    }

    /** In a type, such as in its annotations and initialisers. */
    public static Scope of(CodeFile file, TypeDeclaration type) {
        return new Scope(file, type, null, List.of(), Map.of());
    }

    /** In the body of a member. */
    public static Scope of(CodeFile file, TypeDeclaration type, Member member) {
        List<Statement> locals =
                member.expressionBody() || member.body().isEmpty()
                        ? List.of()
                        : file.statements(member.body());
        return new Scope(file, type, member, locals, Map.of());
    }

    /** The same place with further statements in sight, such as those of a lambda. */
    public Scope with(List<Statement> inner) {
        List<Statement> all = new ArrayList<>(locals);
        all.addAll(inner);
        return new Scope(file, type, member, all, bound);
    }

    /** The same place, where a parameter stands for something. */
    public Scope with(String parameter, Located value) {
        Map<String, Located> more = new HashMap<>(bound);
        more.put(parameter, value);
        return new Scope(file, type, member, locals, more);
    }
}
