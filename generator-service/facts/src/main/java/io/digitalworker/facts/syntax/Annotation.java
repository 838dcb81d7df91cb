package io.digitalworker.facts.syntax;

import java.util.List;
import java.util.Optional;

/**
 * A C# attribute, Java annotation, TypeScript or Python decorator.
 *
 * @param name as written, with dots, without {@code @}: {@code Route}, {@code router.get}
 * @param arguments empty also when there are no brackets
 */
public record Annotation(String name, List<Argument> arguments, Span span) {
    public Annotation {
        arguments = List.copyOf(arguments);
    }

    /** The last part of the name, without C#'s {@code Attribute} ending. */
    public String simpleName() {
        String last = name.substring(name.lastIndexOf('.') + 1);
        return last.endsWith("Attribute") && last.length() > 9
                ? last.substring(0, last.length() - 9)
                : last;
    }

    public boolean is(String wanted) {
        return simpleName().equals(wanted);
    }

    /** The first annotation with this simple name. */
    public static Optional<Annotation> find(List<Annotation> annotations, String simpleName) {
        return annotations.stream().filter(a -> a.is(simpleName)).findFirst();
    }

    public Optional<Expression> argument(String name) {
        return Argument.named(arguments, name);
    }

    public Optional<Expression> argument(int position) {
        return Argument.at(arguments, position);
    }

    public Optional<Expression> argument(String name, int position) {
        return Argument.of(arguments, name, position);
    }
}
