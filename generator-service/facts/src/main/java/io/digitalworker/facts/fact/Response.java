package io.digitalworker.facts.fact;

/**
 * What an endpoint answers.
 *
 * @param status HTTP status code
 * @param type of the body as declared; empty if the code does not say
 */
public record Response(int status, String type) {}
