package io.digitalworker.facts.framework.python;

import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Symbol;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Parameter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What functions of the archive are handed for a parameter. */
final class HandedOver {
    private static final int MOST_PASSED = 200;
    private final Python python;
    private final Map<String, List<Located>> handed = new HashMap<>();
    private final Map<String, List<Python.Called>> callsByName = new HashMap<>();

    /**
     * A parameter that is followed to what it is given.
     *
     * @param from where it stands as what a further function is given; null for the first
     */
    private record Passed(Member member, CodeFile file, int position, @Nullable Located from) {
        String key() {
            return Python.parameterKey(member, file, position);
        }
    }

    HandedOver(Python python) {
        this.python = python;
    }

    /**
     * What callers in the archive hand over for a parameter of a function, also through functions
     * that only pass it on. Each parameter is followed once, as functions may call each other.
     */
    List<Located> of(Member member, CodeFile file, int position) {
        Passed first = new Passed(member, file, position, null);
        List<Located> known = handed.get(first.key());
        if (known == null) {
            known = List.copyOf(followed(first));
            handed.put(first.key(), known);
        }
        return known;
    }

    private List<Located> followed(Passed first) {
        List<Located> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Deque<Passed> open = new ArrayDeque<>(List.of(first));
        while (!open.isEmpty() && seen.size() < MOST_PASSED) {
            Passed next = open.remove();
            if (seen.add(next.key())) {
                List<Located> given = given(next.member(), next.file(), next.position());
                given.forEach(each -> follow(each, found, open));
                Located from = next.from();
                if (given.isEmpty() && from != null) {
                    found.add(from);
                }
            }
        }
        return found;
    }

    private void follow(Located given, List<Located> found, Deque<Passed> open) {
        Located made = python.made(given.expression(), given.scope());
        int position = Python.parameter(made.expression(), made.scope());
        Member around = made.scope().member();
        if (position < 0 || around == null) {
            found.add(given);
        } else {
            open.add(new Passed(around, made.scope().file(), position, given));
        }
    }

    /** What the calls of a function themselves hand over for a parameter. */
    private List<Located> given(Member member, CodeFile file, int position) {
        List<Parameter> parameters = member.parameters();
        boolean self = !parameters.isEmpty() && parameters.get(0).name().matches("self|cls");
        String parameter = parameters.get(position).name();
        boolean constructor = member.kind() == MemberKind.CONSTRUCTOR;
        String owner = member.qualifiedName().contains(".") ? ownerOf(member) : "";
        String name = constructor ? owner : member.name();
        List<Located> given = new ArrayList<>();
        for (Python.Called called : callsNamed(name)) {
            Optional<Symbol> symbol =
                    python.code().symbols().find(called.call().function(), called.scope());
            if (symbol.isPresent() && means(symbol.get(), member, file)) {
                Argument.of(called.call().arguments(), parameter, self ? position - 1 : position)
                        .ifPresent(e -> given.add(new Located(e, called.scope())));
            }
        }
        return given;
    }

    private static String ownerOf(Member member) {
        String qualified = member.qualifiedName();
        return Python.last(qualified.substring(0, qualified.lastIndexOf('.')));
    }

    private static boolean means(Symbol symbol, Member member, CodeFile file) {
        if (symbol instanceof Symbol.Function function) {
            return function.file() == file && function.member().span().equals(member.span());
        }
        return symbol instanceof Symbol.Type type
                && type.file() == file
                && type.declaration().members().contains(member);
    }

    private List<Python.Called> callsNamed(String name) {
        List<Python.Called> known = callsByName.get(name);
        if (known == null) {
            known = new ArrayList<>();
            for (CodeFile file : python.files(name)) {
                known.addAll(python.calls(file, Set.of(name)));
            }
            callsByName.put(name, known);
        }
        return known;
    }
}
