package io.digitalworker.facts.framework.state;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Lifecycle;
import io.digitalworker.facts.syntax.Dialect;
import java.util.List;
import java.util.Locale;

/**
 * A field with a closed set of states.
 *
 * @param entity name of the entity
 * @param type the entity's class
 * @param names under which code sets it: its own, and that of the number that is stored for it
 */
record StateField(
        String entity,
        CodeFile file,
        TypeDeclaration type,
        Member member,
        List<String> names,
        States states) {
    StateField {
        names = List.copyOf(names);
    }

    String name() {
        return member.name();
    }

    boolean is(String name) {
        return names.contains(name);
    }

    /** Whether the entity's own code may leave out the object. */
    boolean isBare() {
        return file.dialect() == Dialect.CSHARP || file.dialect() == Dialect.JAVA;
    }

    /** The field that a method sets or tells by its name, as in {@code setStatus}: whether it is this. */
    boolean isAccessor(String prefix, String method) {
        return names.stream().anyMatch(name -> method.equals(prefix + capital(name)));
    }

    static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** Whether objects of a type have this field. */
    boolean belongsTo(TypeDeclaration other, CodeBase code) {
        return code.symbols().types().lineage(other).stream().anyMatch(this::isOwn);
    }

    private boolean isOwn(TypeDeclaration other) {
        boolean samePart = other.fullName().equals(type.fullName());
        return samePart && (other.has("partial") || other.evidence().equals(type.evidence()));
    }

    Lifecycle fact() {
        Confidence confidence =
                states.declared() == null ? Confidence.LITERAL : Confidence.RESOLVED;
        return new Lifecycle(
                entity, name(), states.type(), states.names(), confidence, states.evidence());
    }
}
