package io.digitalworker.api;

/**
 * Something the module is asked to do.
 *
 * @param id letters, digits, {@code .}, {@code _} and {@code -}; unique in its descriptor
 * @param description what the feature does, in the words of the people who want it
 */
public record Feature(String id, String description) {}
