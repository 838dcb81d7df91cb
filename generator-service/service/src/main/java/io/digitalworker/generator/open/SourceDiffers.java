package io.digitalworker.generator.open;

import java.io.IOException;

/** An object is not the one that was submitted: no fault of the caller, and none that passes. */
final class SourceDiffers extends IOException {
    private static final long serialVersionUID = 1;

    SourceDiffers(String key) {
        super("the object " + key + " does not have the SHA-256 of its reference");
    }
}
