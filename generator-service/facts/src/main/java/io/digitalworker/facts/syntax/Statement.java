package io.digitalworker.facts.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement of a body. Nested blocks are flattened into the list of statements in the order of the
 * text; bodies of lambdas, functions and types are not entered.
 *
 * @param name the variable that is declared, assigned or looped over; empty for all else
 * @param type the declared type as written; empty if there is none
 * @param target what is assigned to; null when a plain variable is
 * @param value what is assigned, returned, exported, looped over or done
 * @param conditions of the blocks around it, outermost first, as written; below a label of a {@code
 *     switch} the labels that lead there: {@code case A | B}
 */
public record Statement(
        Kind kind,
        String name,
        String type,
        @Nullable Expression target,
        Expression value,
        List<String> conditions,
        Span span) {

    /** What a statement does. */
    public enum Kind {
        /** Declares or assigns a variable. */
        ASSIGN,
        /** {@code export default value}; named exports are assignments. */
        EXPORT,
        RETURN,
        /**
         * {@code for (name in value)}, {@code with value as name}: the body follows. Without name where a
         * pattern takes the value apart.
         */
        EACH,
        /**
         * {@code return} without a value, {@code break}, {@code continue}, Python's {@code raise}; what
         * is thrown in other languages is an expression.
         */
        LEAVE,
        EXPRESSION
    }

    public Statement {
        conditions = List.copyOf(conditions);
    }
}
