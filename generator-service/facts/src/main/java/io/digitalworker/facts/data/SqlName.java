package io.digitalworker.facts.data;

/**
 * A name without its quotes or brackets.
 *
 * @param schema what stands before the last dot; empty without one
 */
public record SqlName(String schema, String name) {
    @Override
    public String toString() {
        return schema.isEmpty() ? name : schema + "." + name;
    }
}
