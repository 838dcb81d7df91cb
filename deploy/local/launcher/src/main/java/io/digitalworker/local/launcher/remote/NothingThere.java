package io.digitalworker.local.launcher.remote;

import java.io.IOException;

/** What was asked for is not there. The message says what is. */
final class NothingThere extends IOException {
    private static final long serialVersionUID = 1;

    NothingThere(String message) {
        super(message);
    }
}
