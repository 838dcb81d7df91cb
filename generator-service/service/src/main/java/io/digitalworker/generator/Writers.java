package io.digitalworker.generator;

import io.digitalworker.document.writing.ExtractiveWriter;
import io.digitalworker.document.writing.SectionWriter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Which writer writes the sections. */
final class Writers {
    @Produces
    @Singleton
    SectionWriter writer() {
        return new ExtractiveWriter();
    }
}
