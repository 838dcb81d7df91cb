package io.digitalworker.facts.syntax;

import io.digitalworker.facts.syntax.Expression.Binary;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Conditional;
import io.digitalworker.facts.syntax.Expression.Create;
import io.digitalworker.facts.syntax.Expression.Element;
import io.digitalworker.facts.syntax.Expression.Entry;
import io.digitalworker.facts.syntax.Expression.Index;
import io.digitalworker.facts.syntax.Expression.Lambda;
import io.digitalworker.facts.syntax.Expression.Mapping;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Expression.Numeral;
import io.digitalworker.facts.syntax.Expression.Opaque;
import io.digitalworker.facts.syntax.Expression.Select;
import io.digitalworker.facts.syntax.Expression.Sequence;
import io.digitalworker.facts.syntax.Expression.Template;
import io.digitalworker.facts.syntax.Expression.Text;
import io.digitalworker.facts.syntax.Expression.Unary;
import java.util.List;
import java.util.stream.Collectors;

/** Expressions and statements in one line, fully bracketed. */
final class Shown {
    private Shown() {}

    static String of(Expression e) {
        if (e instanceof Text t) {
            return "'" + t.value().replace("\n", "\\n") + "'";
        } else if (e instanceof Template t) {
            return "`" + all(t.parts()) + "`";
        } else if (e instanceof Numeral n) {
            return n.digits();
        } else if (e instanceof Name n) {
            return n.name();
        } else if (e instanceof Select s) {
            return of(s.target()) + "." + s.name();
        } else if (e instanceof Call c) {
            String types = c.typeArguments().isEmpty() ? "" : c.typeArguments().toString();
            return of(c.function()) + types + "(" + arguments(c.arguments()) + ")";
        } else if (e instanceof Index i) {
            return of(i.target()) + "[" + arguments(i.arguments()) + "]";
        } else if (e instanceof Create c) {
            String initializer =
                    c.initializer().isEmpty() ? "" : "{" + arguments(c.initializer()) + "}";
            return "new " + c.type() + "(" + arguments(c.arguments()) + ")" + initializer;
        } else if (e instanceof Lambda l) {
            return (l.annotations().isEmpty() ? "" : "@" + l.annotations().get(0).name() + " ")
                    + l.parameters().stream()
                            .map(Shown::of)
                            .collect(Collectors.joining(",", "\\", ""))
                    + (l.block() ? "{}" : "=>");
        } else if (e instanceof Sequence s) {
            return "[" + all(s.items()) + "]";
        } else if (e instanceof Mapping m) {
            return m.entries().stream().map(Shown::of).collect(Collectors.joining(", ", "{", "}"));
        } else if (e instanceof Element x) {
            return "<" + x.name() + " " + arguments(x.attributes()) + ">" + all(x.content());
        } else if (e instanceof Binary b) {
            return "(" + of(b.left()) + " " + b.operator() + " " + of(b.right()) + ")";
        } else if (e instanceof Unary u) {
            return u.operator() + of(u.operand());
        } else if (e instanceof Conditional c) {
            return "(" + of(c.condition()) + " ? " + of(c.then()) + " : " + of(c.otherwise()) + ")";
        }
        return e instanceof Opaque ? "?" : e.toString();
    }

    static String of(Parameter p) {
        return (p.annotations().isEmpty() ? "" : "@" + p.annotations().get(0).name() + " ")
                + p.name()
                + (p.type().isEmpty() ? "" : ":" + p.type())
                + (p.defaultValue() == null ? "" : "=" + of(p.defaultValue()));
    }

    private static String of(Entry e) {
        return (e.key() == null ? "..." : of(e.key()) + ": ") + of(e.value());
    }

    static String of(Statement s) {
        String conditions = s.conditions().isEmpty() ? "" : s.conditions() + " ";
        String name = s.target() == null ? s.name() : of(s.target());
        String type = s.type().isEmpty() ? "" : ":" + s.type();
        return conditions + s.kind() + " " + name + type + " " + of(s.value());
    }

    private static String all(List<Expression> items) {
        return items.stream().map(Shown::of).collect(Collectors.joining(", "));
    }

    static String arguments(List<Argument> arguments) {
        return arguments.stream()
                .map(a -> (a.name() == null ? "" : a.name() + "=") + of(a.value()))
                .collect(Collectors.joining(", "));
    }
}
