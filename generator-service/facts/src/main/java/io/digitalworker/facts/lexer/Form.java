package io.digitalworker.facts.lexer;

/** A comment or literal of a language: tells where one that begins here ends. */
interface Form {
    /** Answer of {@link #end} when the form does not begin here. */
    int NONE = -1;

    /**
     * Where the form that begins at {@code at} ends, exclusive; at most the length of the text.
     *
     * @param context what stands before
     * @return {@link #NONE}, or more than {@code at}
     */
    int end(String text, int at, Context context);

    /**
     * What stands before a place.
     *
     * @param firstOnLine nothing but white space precedes on the line
     * @param afterOperand a value precedes, so that a slash divides
     */
    record Context(boolean firstOnLine, boolean afterOperand) {}
}
