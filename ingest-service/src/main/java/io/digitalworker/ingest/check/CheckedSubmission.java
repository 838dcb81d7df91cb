package io.digitalworker.ingest.check;

import io.digitalworker.api.Descriptor;
import io.digitalworker.api.Options;

/** A submission with nothing left to complain about. */
public record CheckedSubmission(
        CheckedArchiveFile archive, Descriptor descriptor, String moduleName, Options options) {}
