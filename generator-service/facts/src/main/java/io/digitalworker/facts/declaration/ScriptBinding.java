package io.digitalworker.facts.declaration;

/**
 * A name and its value.
 *
 * @param start first token of the declaration, annotations included
 * @param within the object or namespace that the name is in
 * @param value first token of the value
 * @param end token behind it
 */
record ScriptBinding(int start, String within, String name, String type, int value, int end) {}
