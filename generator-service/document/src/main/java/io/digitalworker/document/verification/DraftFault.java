package io.digitalworker.document.verification;

/**
 * A fault of a sentence that a model wrote.
 *
 * @param sentence its number over all sentences of the draft, from 1; a block that is no prose counts
 *     with the first of its sentences, and one without any with the next sentence
 * @param fault names rule and place, never the words
 */
public record DraftFault(int sentence, Fault fault) {}
