package io.digitalworker.facts.syntax;

import io.digitalworker.facts.syntax.Statement.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The statements that have been read, each with the conditions of the blocks that it stands in. */
final class ReadStatements {
    private static final int MAX_CONDITIONS = 20;
    private final Syntax syntax;
    private final List<Statement> statements = new ArrayList<>();
    private final Deque<Block> blocks = new ArrayDeque<>();

    /** A block that is being read: how far it reaches, and what must hold for it. */
    private record Block(int reach, String condition) {}

    ReadStatements(Syntax syntax) {
        this.syntax = syntax;
    }

    List<Statement> all() {
        return statements;
    }

    /** @param reach how far the block reaches, by tokens or by columns */
    void open(int reach, String condition) {
        blocks.push(new Block(reach, condition.replaceAll("\\s+", " ").strip()));
    }

    /** Closes the blocks, the innermost first, that reach no further. */
    void close(IntPredicate over) {
        while (!blocks.isEmpty() && over.test(blocks.element().reach())) {
            blocks.pop();
        }
    }

    /** An expression that stands alone; an assignment if that is what it is. */
    void plain(Expression value, int start, int last) {
        boolean assigns =
                value instanceof Expression.Binary binary
                        && binary.operator().endsWith("=")
                        && Operators.binding(syntax.dialect(), binary.operator())
                                == Operators.ASSIGNMENT;
        if (assigns && value instanceof Expression.Binary binary) {
            boolean named = binary.left() instanceof Expression.Name;
            String name = named ? ((Expression.Name) binary.left()).name() : "";
            Expression target = named ? null : binary.left();
            add(Kind.ASSIGN, name, "", target, binary.right(), start, last);
        } else {
            add(Kind.EXPRESSION, "", "", null, value, start, last);
        }
    }

    /**
     * Adds a statement.
     *
     * @param start its first token
     * @param last the token behind it
     */
    void add(
            Kind kind,
            String name,
            String type,
            @Nullable Expression target,
            Expression value,
            int start,
            int last) {
        List<String> conditions = new ArrayList<>();
        blocks.stream().limit(MAX_CONDITIONS).forEach(b -> conditions.add(0, b.condition()));
        Span span = syntax.span(start, Math.max(start + 1, last));
        statements.add(new Statement(kind, name, type, target, value, conditions, span));
    }
}
