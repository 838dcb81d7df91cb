package io.digitalworker.facts.cases;

import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A change of a code base.
 *
 * @param stacks those whose code it must change
 * @param change a file that is not changed stays the same array
 * @param truth what becomes of a line of the truth
 */
record Mutation(
        String name,
        Set<Stack> stacks,
        UnaryOperator<Archive> change,
        UnaryOperator<String> truth) {
    /** After which the code means the same. */
    Mutation(String name, Set<Stack> stacks, UnaryOperator<Archive> change) {
        this(name, stacks, change, line -> line);
    }

    Archive of(Archive archive) {
        return change.apply(archive);
    }
}
