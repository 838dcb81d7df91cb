package io.digitalworker.local.launcher.client;

import java.io.IOException;

/** Nobody answers there, or not any more. The message says what to do. */
public final class Unreachable extends IOException {
    private static final long serialVersionUID = 1;

    public Unreachable(String message, Throwable cause) {
        super(message, cause);
    }
}
