package io.digitalworker.facts.fact;

/**
 * What an endpoint takes besides a body.
 *
 * @param in {@code path}, {@code query}, {@code header}, {@code cookie} or {@code form}
 * @param type as declared; empty if the code does not say
 */
public record Input(String name, String in, String type, boolean required) {}
