package io.digitalworker.generator;

import io.digitalworker.document.rendering.Typefaces;
import io.digitalworker.document.writing.ExtractiveWriter;
import io.digitalworker.document.writing.SectionWriter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Which writer writes the sections, and in which fonts they are set. */
final class Writers {
    @Produces
    @Singleton
    SectionWriter writer() {
        return new ExtractiveWriter();
    }

    @Produces
    @Singleton
    Typefaces faces(GeneratorConfig config) {
        return config.fontsDirectory().map(Typefaces::andThoseIn).orElseGet(Typefaces::bundled);
    }
}
