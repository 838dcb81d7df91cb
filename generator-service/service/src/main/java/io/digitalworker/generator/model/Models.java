package io.digitalworker.generator.model;

import java.util.List;

/**
 * The models that may write.
 *
 * @param all none, the first, or the first and its fallback
 * @param maxTokens of an answer
 */
public record Models(List<Model> all, int maxTokens) {
    public Models {
        all = List.copyOf(all);
    }

    /** Whether none is configured. */
    public boolean isNone() {
        return all.isEmpty();
    }

    /** Their ids, as they stand in manifests and digests. */
    public List<String> ids() {
        return all.stream().map(Model::id).toList();
    }
}
