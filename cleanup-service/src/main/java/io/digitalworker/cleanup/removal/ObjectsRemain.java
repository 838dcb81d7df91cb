package io.digitalworker.cleanup.removal;

/** The bucket did not let go of an object, for a reason that will not pass by itself. */
public final class ObjectsRemain extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ObjectsRemain(String message) {
        super(message);
    }
}
