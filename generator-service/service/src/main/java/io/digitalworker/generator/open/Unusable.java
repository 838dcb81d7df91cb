package io.digitalworker.generator.open;

import io.digitalworker.api.ErrorCode;

/** Carries a refusal to {@link OpenSource}, which turns it into a value. */
final class Unusable extends Exception {
    private static final long serialVersionUID = 1;
    private final ErrorCode code;

    Unusable(ErrorCode code) {
        super(code.name(), null, false, false);
        this.code = code;
    }

    ErrorCode code() {
        return code;
    }
}
