package io.digitalworker.facts.framework.node.router;

import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.framework.node.router.Thing.Closure;
import io.digitalworker.facts.framework.node.router.Thing.Environment;
import io.digitalworker.facts.framework.node.router.Thing.Fields;
import io.digitalworker.facts.framework.node.router.Thing.Text;
import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Entry;
import io.digitalworker.facts.syntax.Expression.Index;
import io.digitalworker.facts.syntax.Expression.Lambda;
import io.digitalworker.facts.syntax.Expression.Mapping;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Expression.Select;
import io.digitalworker.facts.syntax.Expression.Sequence;
import io.digitalworker.facts.syntax.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Runs statements: what they assign, export and return; loops over what is known, every branch. */
final class ScriptStatements {
    private final ScriptRun run;
    private final Deque<List<String>> conditions = new ArrayDeque<>();

    ScriptStatements(ScriptRun run) {
        this.run = run;
    }

    /** The conditions under which the current statement is run, outermost first. */
    List<String> conditions() {
        List<String> all = new ArrayList<>();
        conditions.descendingIterator().forEachRemaining(all::addAll);
        return all.stream().distinct().limit(8).toList();
    }

    void run(List<Statement> statements, Environment env) {
        int i = 0;
        while (i < statements.size() && !run.spent()) {
            Statement statement = statements.get(i);
            conditions.push(statement.conditions());
            i =
                    statement.kind() == Statement.Kind.EACH
                            ? loop(statements, i, env)
                            : step(statement, i, env);
            conditions.pop();
        }
    }

    private int step(Statement statement, int at, Environment env) {
        run.step();
        Thing value = named(run.expressions.eval(statement.value(), env), statement);
        switch (statement.kind()) {
            case ASSIGN -> assign(statement, value, env);
            case EXPORT -> run.modules.main(env.file, value);
            case RETURN -> {
                boolean better = env.returned == null || env.returned instanceof Thing.Unknown;
                env.returned = better ? value : env.returned;
            }
            default -> {}
        }
        return at + 1;
    }

    /** A function expression has the name of what it is assigned to. */
    private static Thing named(Thing value, Statement statement) {
        String name =
                statement.target() instanceof Select select ? select.name() : statement.name();
        boolean nameless =
                value instanceof Closure && statement.value() instanceof Lambda && !name.isEmpty();
        if (!nameless || name.equals("exports") || !(value instanceof Closure closure)) {
            return value;
        }
        return new Closure(
                name,
                closure.file(),
                closure.parameters(),
                closure.block(),
                closure.body(),
                closure.around());
    }

    private void assign(Statement statement, Thing value, Environment env) {
        Expression target = statement.target();
        if (target != null) {
            assign(target, value, env);
        } else if (statement.name().equals("exports") && env.outer == null) {
            assignExports(value, env);
        } else {
            Environment home = declares(statement, env) ? env : env.knowing(statement.name());
            (home == null ? env : home).names.put(statement.name(), value);
        }
    }

    void assign(Expression target, Thing value, Environment env) {
        if (target instanceof Name name) {
            Environment home = env.knowing(name.name());
            (home == null ? env : home).names.put(name.name(), value);
        } else if (target instanceof Mapping mapping) {
            for (Entry entry : mapping.entries()) {
                String key = entry.keyText();
                if (key != null && entry.value() instanceof Name name) {
                    env.names.put(name.name(), run.objects.member(value, key));
                }
            }
        } else if (target instanceof Sequence sequence) {
            for (int i = 0; i < sequence.items().size(); i++) {
                if (sequence.items().get(i) instanceof Name name) {
                    env.names.put(name.name(), Thing.item(value, i));
                }
            }
        } else if (target instanceof Select select) {
            select(select, value, env);
        } else if (target instanceof Index index
                && run.expressions.eval(index.target(), env) instanceof Fields f) {
            Thing key =
                    index.arguments().isEmpty()
                            ? Thing.UNKNOWN
                            : run.expressions.eval(index.arguments().get(0).value(), env);
            if (key instanceof Text text) {
                f.fields.put(text.text(), value);
            }
        }
    }

    private static boolean declares(Statement statement, Environment env) {
        String text = env.file.text();
        int at = statement.span().start();
        return text.startsWith("const", at)
                || text.startsWith("let", at)
                || text.startsWith("var", at)
                || text.startsWith("export", at);
    }

    private void assignExports(Thing value, Environment env) {
        run.modules.main(env.file, value);
    }

    private void select(Select select, Thing value, Environment env) {
        boolean main =
                select.name().equals("exports")
                        && select.target() instanceof Name name
                        && name.name().equals("module");
        if (main) {
            assignExports(value, env);
        } else if (moduleExports(select.target())) {
            Thing target = run.modules.main(env.file);
            (target instanceof Fields fields ? fields : run.modules.exportsOf(env.file))
                    .fields.put(select.name(), value);
        } else if (run.expressions.eval(select.target(), env) instanceof Fields fields) {
            fields.fields.put(select.name(), value);
        }
    }

    static boolean moduleExports(Expression expression) {
        return expression instanceof Select select
                && select.name().equals("exports")
                && select.target() instanceof Name name
                && name.name().equals("module");
    }

    /** Runs the statements of a loop once for each item; what stands behind it. */
    private int loop(List<Statement> statements, int at, Environment env) {
        Statement each = statements.get(at);
        int end = endOfLoop(each, env.file);
        int next = at + 1;
        while (next < statements.size() && statements.get(next).span().start() < end) {
            next++;
        }
        Thing value = run.expressions.eval(each.value(), env);
        for (Thing item : Thing.each(value)) {
            turn(each, item, env);
            run(statements.subList(at + 1, next), env);
        }
        return next;
    }

    /** {@code for (const x of …)}, {@code for (const {a, b} of …)}. */
    private void turn(Statement each, Thing item, Environment env) {
        String text = env.file.text();
        int until = Math.min(text.length(), each.value().span().start());
        String head = text.substring(Math.min(each.span().start(), until), until);
        int open = head.indexOf('{');
        int close = head.indexOf('}', open + 1);
        if (open >= 0 && close > open) {
            run.destructure(head.substring(open, close + 1).replaceAll("\\s", ""), item, env);
        } else {
            env.names.put(each.name(), item);
        }
    }

    private static int endOfLoop(Statement each, CodeFile file) {
        Tokens tokens = file.tokens();
        int at = tokens.at(each.value().span().end());
        while (at < tokens.size() && !tokens.is(at, ')')) {
            at++;
        }
        int open = at + 1;
        if (open < tokens.size() && tokens.is(open, '{')) {
            return tokens.start(Math.min(tokens.size() - 1, tokens.partner(open)));
        }
        return open < tokens.size() ? tokens.end(open) : Integer.MAX_VALUE;
    }
}
