package io.digitalworker.generator.writing;

import io.digitalworker.generator.model.Asker;
import io.digitalworker.generator.model.ModelCalls;
import io.digitalworker.generator.model.Models;

/**
 * The models that write for one job, and how they are asked.
 *
 * @param promptTokens of a prompt, at most
 * @param delimiter random letters and digits that stand around data in all prompts of the job, so that
 *     what they share can be cached; nobody who wrote the source can know it
 */
record Editors(Models models, ModelCalls calls, Asker asker, int promptTokens, String delimiter) {}
