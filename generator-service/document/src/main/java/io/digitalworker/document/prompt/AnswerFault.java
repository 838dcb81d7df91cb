package io.digitalworker.document.prompt;

/** Something in an answer that cannot be read; its message names handles and places only. */
final class AnswerFault extends Exception {
    private static final long serialVersionUID = 1;

    AnswerFault(String message) {
        super(message, null, false, false);
    }
}
