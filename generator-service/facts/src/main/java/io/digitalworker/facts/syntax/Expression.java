package io.digitalworker.facts.syntax;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An expression of any of the languages. Brackets, casts, {@code await} and the like are left out;
 * what cannot be made sense of is {@link Opaque}.
 */
public sealed interface Expression {
    Span span();

    /** The expressions it is directly made of, in the order of the text; not the bodies of lambdas. */
    default Stream<Expression> children() {
        return Stream.empty();
    }

    /** Visits this and everything within, outer before inner, in the order of the text. */
    default void walk(Consumer<Expression> visitor) {
        Deque<Expression> waiting = new ArrayDeque<>();
        waiting.push(this);
        while (!waiting.isEmpty()) {
            Expression next = waiting.pop();
            visitor.accept(next);
            List<Expression> children = next.children().toList();
            for (int i = children.size() - 1; i >= 0; i--) {
                waiting.push(children.get(i));
            }
        }
    }

    /** A string without anything to fill in, its escapes resolved. */
    record Text(String value, Span span) implements Expression {}

    /** A string with holes: {@link Text} and the expressions that fill it, in order. */
    record Template(List<Expression> parts, Span span) implements Expression {
        public Template {
            parts = List.copyOf(parts);
        }

        @Override
        public Stream<Expression> children() {
            return parts.stream();
        }
    }

    /** A number as written. */
    record Numeral(String digits, Span span) implements Expression {}

    /** A name or a word such as {@code true}, {@code this}, {@code self}, {@code null}. */
    record Name(String name, Span span) implements Expression {}

    /** {@code target.name}, {@code target?.name}, {@code Target::name}. */
    record Select(Expression target, String name, Span span) implements Expression {
        @Override
        public Stream<Expression> children() {
            return Stream.of(target);
        }
    }

    /** {@code function<typeArguments>(arguments)}; type arguments as written, white space apart. */
    record Call(
            Expression function, List<String> typeArguments, List<Argument> arguments, Span span)
            implements Expression {
        public Call {
            typeArguments = List.copyOf(typeArguments);
            arguments = List.copyOf(arguments);
        }

        /** The last name of what is called; empty if it has none. */
        public String name() {
            return function instanceof Name name
                    ? name.name()
                    : function instanceof Select select ? select.name() : "";
        }

        /** What the method is called on; null for a plain function. */
        public @Nullable Expression receiver() {
            return function instanceof Select select ? select.target() : null;
        }

        @Override
        public Stream<Expression> children() {
            return Stream.concat(Stream.of(function), arguments.stream().map(Argument::value));
        }
    }

    /** {@code target[arguments]}. */
    record Index(Expression target, List<Argument> arguments, Span span) implements Expression {
        public Index {
            arguments = List.copyOf(arguments);
        }

        @Override
        public Stream<Expression> children() {
            return Stream.concat(Stream.of(target), arguments.stream().map(Argument::value));
        }
    }

    /**
     * {@code new type(arguments) { initializer }}.
     *
     * @param type as written; empty when left to the compiler
     * @param initializer named for properties, unnamed for elements
     */
    record Create(String type, List<Argument> arguments, List<Argument> initializer, Span span)
            implements Expression {
        public Create {
            arguments = List.copyOf(arguments);
            initializer = List.copyOf(initializer);
        }

        @Override
        public Stream<Expression> children() {
            return Stream.concat(arguments.stream(), initializer.stream()).map(Argument::value);
        }
    }

    /**
     * A function without a name of its own.
     *
     * @param block whether the body is statements; else it is one expression
     * @param body within the braces
     */
    record Lambda(
            List<Annotation> annotations,
            List<Parameter> parameters,
            boolean block,
            Span body,
            Span span)
            implements Expression {
        public Lambda {
            annotations = List.copyOf(annotations);
            parameters = List.copyOf(parameters);
        }
    }

    /** An array, list, tuple or set as literal. */
    record Sequence(List<Expression> items, Span span) implements Expression {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public Stream<Expression> children() {
            return items.stream();
        }
    }

    /** An object or dictionary as literal. */
    record Mapping(List<Entry> entries, Span span) implements Expression {
        public Mapping {
            entries = List.copyOf(entries);
        }

        /** The value of a key that is written as text or as a name; null if there is none. */
        public @Nullable Expression get(String key) {
            for (Entry entry : entries) {
                if (Objects.equals(entry.keyText(), key)) {
                    return entry.value();
                }
            }
            return null;
        }

        @Override
        public Stream<Expression> children() {
            return entries.stream().map(Entry::value);
        }
    }

    /**
     * An entry of a mapping.
     *
     * @param key a {@link Text} also for JavaScript's bare names; null when spread
     */
    record Entry(@Nullable Expression key, Expression value) {
        /** The key, if it is a plain text. */
        public @Nullable String keyText() {
            return key instanceof Text text ? text.value() : null;
        }
    }

    /**
     * A JSX element.
     *
     * @param name as written, with dots; empty for a fragment
     * @param attributes by name; {@code ...} when spread; {@code true} when without value
     * @param content elements and expressions within; text is left out
     */
    record Element(String name, List<Argument> attributes, List<Expression> content, Span span)
            implements Expression {
        public Element {
            attributes = List.copyOf(attributes);
            content = List.copyOf(content);
        }

        @Override
        public Stream<Expression> children() {
            return Stream.concat(attributes.stream().map(Argument::value), content.stream());
        }
    }

    /** Assignments within expressions too, with the operator {@code =}. */
    record Binary(String operator, Expression left, Expression right, Span span)
            implements Expression {
        @Override
        public Stream<Expression> children() {
            return Stream.of(left, right);
        }
    }

    record Unary(String operator, Expression operand, Span span) implements Expression {
        @Override
        public Stream<Expression> children() {
            return Stream.of(operand);
        }
    }

    record Conditional(Expression condition, Expression then, Expression otherwise, Span span)
            implements Expression {
        @Override
        public Stream<Expression> children() {
            return Stream.of(condition, then, otherwise);
        }
    }

    /** What nobody here can make sense of. */
    record Opaque(Span span) implements Expression {}
}
