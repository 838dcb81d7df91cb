package io.digitalworker.api;

/**
 * One fault of one field.
 *
 * @param field its path in the document sent, such as {@code features[0].id}
 * @param message what is wrong; never the value that was sent
 */
public record FieldError(String field, String message) {}
