package io.digitalworker.facts.framework.state;

import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.source.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A closed set of states.
 *
 * @param type name of the enumeration; empty where a field lists its values
 * @param declared the enumeration; null where a field lists its values
 * @param names in the order of the text
 * @param byValue the state that a text stands for
 * @param evidence where they are listed
 */
record States(
        String type,
        @Nullable TypeDeclaration declared,
        List<String> names,
        Map<String, String> byValue,
        Evidence evidence) {
    States {
        names = List.copyOf(names);
        byValue = Map.copyOf(byValue);
    }

    /** All but these, in their order. */
    List<String> without(List<String> some) {
        List<String> rest = new ArrayList<>(names);
        rest.removeAll(some);
        return rest;
    }
}
