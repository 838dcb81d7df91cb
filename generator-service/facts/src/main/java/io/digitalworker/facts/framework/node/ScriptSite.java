package io.digitalworker.facts.framework.node;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Symbol;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import java.util.Optional;

/**
 * A place in a script.
 *
 * @param caller the function around it
 */
record ScriptSite(CodeBase code, Scope scope, String caller) {
    Evidence evidence(Expression e) {
        return scope.file().evidence(e.span());
    }

    boolean imports(String pattern) {
        return scope.file().imports().stream().anyMatch(i -> i.module().matches(pattern));
    }

    static Optional<Expression> argument(Call call, int at) {
        return Argument.at(call.arguments(), at);
    }

    String text(Expression expression) {
        return code.values().first(expression, scope).text();
    }

    /** The type that a variable or field is declared with, without its arguments. */
    String typed(Expression receiver) {
        Optional<Symbol> symbol = code.symbols().find(receiver, scope);
        return symbol.isPresent() && symbol.get() instanceof Symbol.Typed t
                ? t.type().replaceAll("<.*", "")
                : "";
    }
}
