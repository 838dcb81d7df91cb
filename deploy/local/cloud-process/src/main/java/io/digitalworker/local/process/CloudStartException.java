package io.digitalworker.local.process;

import java.io.IOException;

/** The embedded cloud did not start; the message is what it said, in one line. */
public final class CloudStartException extends IOException {
    private static final long serialVersionUID = 1L;

    /** The exit code for a busy port. */
    public static final int BUSY_PORT = 3;

    private final int exitCode;

    CloudStartException(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    /** The exit code of the process, or -1 if it had to be killed. */
    public int exitCode() {
        return exitCode;
    }
}
