package io.digitalworker.facts.framework;

import io.digitalworker.facts.fact.Endpoint;
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
        boolean odd = fact instanceof Endpoint endpoint && !isMethod(endpoint.method());
        if (odd && fact instanceof Endpoint endpoint) {
            String expression = endpoint.method() + " " + endpoint.path();
            unresolved("endpoint", expression, "not a method of HTTP", endpoint.evidence());
        } else {
            facts.add(fact);
        }
    }

    private static boolean isMethod(String method) {
        return !method.isEmpty() && method.chars().allMatch(c -> c >= 'A' && c <= 'Z');
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
