package io.digitalworker.facts.syntax;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is handed over to a call, an annotation or an initialiser.
 *
 * @param name null when handed over by position; {@code *}, {@code **} and {@code ...} when spread
 */
public record Argument(@Nullable String name, Expression value) {

    public boolean named(String wanted) {
        return wanted.equals(name);
    }

    /** The value handed over by this name. */
    public static Optional<Expression> named(List<Argument> arguments, String name) {
        return arguments.stream().filter(a -> a.named(name)).map(Argument::value).findFirst();
    }

    /** The value at a position among those handed over by position, counted from 0. */
    public static Optional<Expression> at(List<Argument> arguments, int position) {
        return arguments.stream()
                .filter(a -> a.name() == null)
                .skip(position)
                .map(Argument::value)
                .findFirst();
    }

    /** The value with this name, else the one at this position. */
    public static Optional<Expression> of(List<Argument> arguments, String name, int position) {
        return named(arguments, name).or(() -> at(arguments, position));
    }
}
