package io.digitalworker.generator.writing;

import io.digitalworker.generator.model.Asker;
import io.digitalworker.generator.model.ModelCalls;
import io.digitalworker.generator.model.Models;
import io.digitalworker.runtime.Ids;

/**
 * The models that write for one job, and how they are asked.
 *
 * @param promptTokens of a prompt, at most
 * @param ids of which delimiters are made
 */
record Editors(Models models, ModelCalls calls, Asker asker, int promptTokens, Ids ids) {
    /** Random letters and digits that nobody who wrote the source can know. */
    String delimiter() {
        return ids.get().replaceAll("[^A-Za-z0-9]", "");
    }
}
