package io.digitalworker.runtime;

/** Something of the cloud will do later: the message is put off. Names no text of user, archive or model. */
public class TransientFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    public TransientFault(String message) {
        super(message);
    }
}
