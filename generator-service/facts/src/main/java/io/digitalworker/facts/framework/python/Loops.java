package io.digitalworker.facts.framework.python;

import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Statement;
import java.util.ArrayList;
import java.util.List;

/** Calls in loops over lists that are known, once for each turn. */
final class Loops {
    private static final int MAX_TURNS = 200;
    private final Python python;

    Loops(Python python) {
        this.python = python;
    }

    /** The call once for each turn of the loops around it, as far as their lists are known. */
    List<Python.Called> turns(Python.Called called) {
        Scope scope = called.scope();
        for (int i = scope.locals().size() - 1; i >= 0; i--) {
            Statement loop = scope.locals().get(i);
            boolean before = loop.span().end() <= called.call().span().start();
            if (loop.kind() == Statement.Kind.EACH && before) {
                List<String> names = loopNames(scope.file().text(loop.span()));
                if (names.stream().anyMatch(name -> uses(called.call(), name))) {
                    return turns(called, loop, names);
                }
            }
        }
        return List.of(called);
    }

    private List<Python.Called> turns(Python.Called called, Statement loop, List<String> names) {
        List<Python.Called> turns = new ArrayList<>();
        for (Located item : python.items(loop.value(), called.scope())) {
            List<Located> parts =
                    names.size() == 1
                            ? List.of(item)
                            : python.items(item.expression(), item.scope());
            Scope scope = called.scope();
            for (int i = 0; i < Math.min(parts.size(), names.size()); i++) {
                scope = scope.with(names.get(i), parts.get(i));
            }
            if (turns.size() < MAX_TURNS) {
                turns.add(new Python.Called(called.call(), called.statement(), scope));
            }
        }
        return turns.isEmpty() ? List.of(called) : turns;
    }

    private static List<String> loopNames(String head) {
        String names =
                head.replaceFirst("(?s)\\sin\\s.*", "").replaceFirst("^(async\\s+)?for\\s", "");
        return List.of(names.replaceAll("[()\\s]", "").split(","));
    }

    private static boolean uses(Expression expression, String name) {
        boolean[] found = {false};
        expression.walk(e -> found[0] |= e instanceof Name n && n.name().equals(name));
        return found[0];
    }
}
