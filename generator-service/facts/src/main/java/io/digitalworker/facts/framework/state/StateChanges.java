package io.digitalworker.facts.framework.state;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.fact.Entity;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.framework.general.TestCode;
import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The states of entities, as far as a field has a closed set of them, and the code that sets them.
 * Looks at the entities that were found before; of bodies only at those that hold the name of a field.
 */
public final class StateChanges implements Framework {
    private static final Set<Dialect> READ =
            Set.of(Dialect.CSHARP, Dialect.JAVA, Dialect.SCRIPT, Dialect.PYTHON);

    private final List<Entity> entities;

    private StateChanges(List<Entity> entities) {
        this.entities = List.copyOf(entities);
    }

    /** Of the entities among these facts. */
    public static StateChanges of(List<Fact> facts) {
        return new StateChanges(
                facts.stream().filter(Entity.class::isInstance).map(Entity.class::cast).toList());
    }

    @Override
    public void extract(CodeBase code, Findings findings) {
        List<StateField> fields = new StateFields(code).of(entities);
        if (fields.isEmpty()) {
            return;
        }
        fields.forEach(field -> findings.add(field.fact()));
        fields.forEach(new Defaults(code, findings)::of);
        Setters setters = Setters.of(fields, code);
        StateOwners owners = new StateOwners(fields, code);
        Set<String> words = new HashSet<>(setters.words());
        fields.forEach(field -> words.addAll(field.names()));
        for (CodeFile file : code.files()) {
            boolean holds = words.stream().anyMatch(file::mayHold);
            if (holds && READ.contains(file.dialect()) && !TestCode.is(file.path())) {
                file(file, words, new ChangeWalk(code, owners, setters, findings));
            }
        }
    }

    private static void file(CodeFile file, Set<String> words, ChangeWalk walk) {
        List<Span> places = places(file.tokens(), words);
        if (file.dialect() != Dialect.JAVA && places.stream().anyMatch(p -> isOutside(p, file))) {
            walk.topLevel(file);
        }
        for (TypeDeclaration type : file.types()) {
            for (Member member : type.members()) {
                if (places.stream().anyMatch(place -> within(place, member.span()))) {
                    walk.member(file, type, member);
                }
            }
        }
    }

    private static boolean isOutside(Span place, CodeFile file) {
        for (TypeDeclaration type : file.types()) {
            boolean inType = type.kind() != TypeKind.FILE && within(place, type.span());
            if (inType || type.members().stream().anyMatch(m -> within(place, m.span()))) {
                return false;
            }
        }
        return true;
    }

    private static boolean within(Span place, Span member) {
        return place.start() >= member.start() && place.end() <= member.end();
    }

    /** Where one of the words is set, handed over or called. */
    private static List<Span> places(Tokens tokens, Set<String> words) {
        List<Span> places = new ArrayList<>();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            boolean sets =
                    (tokens.is(i + 1, '=') && !tokens.is(i + 2, '='))
                            || tokens.is(i + 1, ':')
                            || tokens.is(i + 1, '(');
            if (sets && tokens.isWord(i) && words.contains(tokens.word(i))) {
                places.add(new Span(tokens.start(i), tokens.end(i)));
            }
        }
        return places;
    }
}
