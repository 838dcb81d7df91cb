package io.digitalworker.facts.fact;

/**
 * A relation of an entity to another.
 *
 * @param field that carries it; empty if there is none
 * @param to name of the other entity
 * @param kind {@code one-to-one}, {@code one-to-many}, {@code many-to-one}, {@code many-to-many}
 * @param confidence literal when declared as a relation, heuristic when told from a name alone
 */
public record Relation(String field, String to, String kind, Confidence confidence) {}
