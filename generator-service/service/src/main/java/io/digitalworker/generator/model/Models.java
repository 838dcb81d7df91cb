package io.digitalworker.generator.model;

import java.util.List;
import java.util.Optional;

/**
 * The models that may write, best first.
 *
 * @param all: none, the first, or the first and its fallback
 * @param maxTokens of an answer
 */
public record Models(List<Model> all, int maxTokens) {
    public Models {
        all = List.copyOf(all);
    }

    /** Whether any is configured. */
    public boolean isNone() {
        return all.isEmpty();
    }

    /** Their ids, such as they stand in manifests and digests. */
    public List<String> ids() {
        return all.stream().map(Model::id).toList();
    }

    /** The one of that id. */
    public Optional<Model> of(String id) {
        return all.stream().filter(model -> model.id().equals(id)).findFirst();
    }
}
