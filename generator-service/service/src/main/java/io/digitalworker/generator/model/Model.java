package io.digitalworker.generator.model;

import io.digitalworker.document.prompt.Prompt;

/** A model, asked once: whoever implements this repeats nothing. May be asked by several threads. */
public interface Model {
    /** Id of the model or inference profile. */
    String id();

    /**
     * Waits for the answer, for minutes. An interruption ends the wait and the request.
     *
     * @param maxTokens of the answer
     * @throws ModelFault if there is no answer
     * @throws java.util.concurrent.CancellationException if the thread is interrupted, which it stays
     */
    ModelAnswer ask(Prompt prompt, int maxTokens);
}
