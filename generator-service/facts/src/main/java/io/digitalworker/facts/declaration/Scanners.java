package io.digitalworker.facts.declaration;

import io.digitalworker.facts.source.Language;
import org.jspecify.annotations.Nullable;

final class Scanners {
    private Scanners() {}

    static @Nullable Scanner of(Language language) {
        return null;
    }
}
