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
    private static final String CASE = "case ";

    private final Syntax syntax;
    private final List<Statement> statements = new ArrayList<>();
    private final Deque<Block> blocks = new ArrayDeque<>();

    /**
     * A block that is being read: how far it reaches, what must hold for it, and how many statements
     * were read before it.
     */
    private record Block(int reach, String condition, int before) {
        boolean isLabel() {
            return condition.startsWith(CASE) || condition.equals("default");
        }
    }

    ReadStatements(Syntax syntax) {
        this.syntax = syntax;
    }

    List<Statement> all() {
        return statements;
    }

    /** @param reach how far the block reaches, by tokens or by columns */
    void open(int reach, String condition) {
        String line = condition.replaceAll("\\s+", " ").strip();
        blocks.push(new Block(reach, line, statements.size()));
    }

    /**
     * What follows up to the next label, or to the end of the block, is reached by this one, and by those
     * before it unless the statements there leave.
     *
     * @param label as written: {@code case A}, {@code default}
     * @param alone whether nothing gets here from the label before
     */
    void label(String label, boolean alone) {
        String before = "";
        if (!blocks.isEmpty() && blocks.element().isLabel()) {
            Block last = blocks.pop();
            before = !alone && fallsThrough(last) ? last.condition() : "";
        }
        boolean plain = label.startsWith(CASE) && before.startsWith(CASE);
        String both = plain ? before + " | " + label.substring(CASE.length()) : "default";
        int reach = blocks.isEmpty() ? Integer.MAX_VALUE : blocks.element().reach();
        open(reach, before.isEmpty() ? label : both);
    }

    /** Whether control gets to the end of what was read under a label, which is closed by now. */
    private boolean fallsThrough(Block label) {
        if (statements.size() == label.before()) {
            return true;
        }
        Statement last = statements.get(statements.size() - 1);
        boolean leaves = last.kind() == Kind.LEAVE || last.kind() == Kind.RETURN || throwing(last);
        return !leaves || last.conditions().size() != blocks.size() + 1;
    }

    private boolean throwing(Statement statement) {
        return syntax.tokens().text().startsWith("throw", statement.span().start());
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
