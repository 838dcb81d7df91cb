package io.digitalworker.facts.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a method, function, record or lambda.
 *
 * @param type as written, white space apart; empty where the language or the author gives none
 * @param defaultValue null if it has none
 */
public record Parameter(
        String name, String type, List<Annotation> annotations, @Nullable Expression defaultValue) {
    public Parameter {
        annotations = List.copyOf(annotations);
    }
}
