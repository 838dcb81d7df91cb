package io.digitalworker.local.launcher.client;

/** There is no token and there are no credentials to call with. The message says what to do. */
public final class CallerUnknown extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CallerUnknown(String message) {
        super(message);
    }
}
