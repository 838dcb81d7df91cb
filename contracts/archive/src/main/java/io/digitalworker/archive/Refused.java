package io.digitalworker.archive;

import io.digitalworker.api.ErrorCode;

/**
 * Carries a refusal from the depth of the parser to {@link ArchiveGate#open}, which turns it back
 * into a value. It does not leave this package.
 */
final class Refused extends Exception {
    private final Refusal refusal;

    Refused(ErrorCode code, String detail) {
        super(code + ": " + detail, null, false, false);
        this.refusal = new Refusal(code, detail);
    }

    static Refused damaged(String detail) {
        return new Refused(ErrorCode.ARCHIVE_DAMAGED, detail);
    }

    static Refused contradiction(String detail) {
        return new Refused(ErrorCode.ARCHIVE_HEADERS_DIFFER, detail);
    }

    Refused inEntry(int number, int of) {
        return new Refused(
                refusal.code(), "entry " + number + " of " + of + ": " + refusal.detail());
    }

    Refusal refusal() {
        return refusal;
    }
}
