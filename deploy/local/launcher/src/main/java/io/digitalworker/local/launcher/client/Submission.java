package io.digitalworker.local.launcher.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a job is made of.
 *
 * @param archive a ZIP; null in the scenario without one
 * @param existing Markdown of a partial document
 */
public record Submission(
        @Nullable Path archive, JsonNode descriptor, JsonNode options, @Nullable String existing) {}
