package io.digitalworker.document.verification;

/**
 * Something in a draft that the archive does not bear out. Names rules and places, never the text.
 *
 * @param section id of the section
 * @param rule such as {@code unknown-symbol}
 * @param detail in words for people
 */
public record Fault(String section, String rule, String detail) {}
