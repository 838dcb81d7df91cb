package io.digitalworker.facts.framework;

import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.Unresolved;
import io.digitalworker.facts.source.Evidence;
import java.util.ArrayList;
import java.util.List;

/** Takes the facts of one framework, in any order. */
public final class Findings {
    private static final int MAX_EXPRESSION = 200;

    private final List<Fact> facts = new ArrayList<>();

    public void add(Fact fact) {
        facts.add(fact);
    }

    /**
     * Something is there, but cannot be told.
     *
     * @param kind of fact it would have been, such as {@code endpoint}
     * @param expression as written; is cut to one line
     */
    public void unresolved(String kind, String expression, String reason, Evidence evidence) {
        String line = expression.replaceAll("\\s+", " ").strip();
        String cut =
                line.length() <= MAX_EXPRESSION
                        ? line
                        : line.substring(0, MAX_EXPRESSION - 1) + "…";
        add(new Unresolved(kind, cut, reason, evidence));
    }

    public List<Fact> facts() {
        return List.copyOf(facts);
    }
}
