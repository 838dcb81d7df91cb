package io.digitalworker.facts.fact;

/**
 * A field of an entity.
 *
 * @param type as declared in the code, without {@code ?}
 */
public record Field(String name, String type, boolean nullable) {}
