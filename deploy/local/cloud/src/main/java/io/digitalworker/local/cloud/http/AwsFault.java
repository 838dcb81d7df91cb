package io.digitalworker.local.cloud.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An error as AWS answers it: an HTTP status, the name of the error and its message. */
public final class AwsFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient ObjectNode details;

    public AwsFault(int status, String code, String message) {
        this(status, code, message, JsonNodeFactory.instance.objectNode());
    }

    /** {@code details} are further members of the JSON error body. */
    public AwsFault(int status, String code, String message, ObjectNode details) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.details = details;
    }

    public static AwsFault validation(String message) {
        return new AwsFault(400, "ValidationException", message);
    }

    /** What this cloud does not do is refused by name rather than passed over (design §7). */
    public static AwsFault notImplemented(String what) {
        return new AwsFault(
                400,
                "UnknownOperationException",
                what + " is not implemented by the embedded cloud");
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public ObjectNode details() {
        return details;
    }
}
