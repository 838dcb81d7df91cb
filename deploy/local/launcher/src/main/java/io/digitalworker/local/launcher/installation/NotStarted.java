package io.digitalworker.local.launcher.installation;

/** Something that must be so before anything can run is not so. The message says what to do. */
public final class NotStarted extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NotStarted(String message) {
        super(message);
    }
}
