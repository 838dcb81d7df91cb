package io.digitalworker.queue;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * A fault told without its message: what a handler throws may quote the text it worked on, and no
 * such text may reach a log.
 */
final class FaultTrace {

    private static final int CAUSES = 4;
    private static final int FRAMES = 8;

    private FaultTrace() {}

    static String of(Throwable fault) {
        StringBuilder trace = new StringBuilder();
        @Nullable Throwable next = fault;
        for (int i = 0; i < CAUSES && next != null; i++, next = next.getCause()) {
            trace.append(i == 0 ? "" : " caused by ").append(name(next));
            trace.append(" at ").append(frames(next));
        }
        return trace.toString();
    }

    /** The class of the fault and, of an AWS service's refusal, its error code. */
    static String name(Throwable fault) {
        String type = fault.getClass().getName();
        if (fault instanceof AwsServiceException refused && refused.awsErrorDetails() != null) {
            return type + " (" + refused.statusCode() + " " + code(refused) + ")";
        }
        return type;
    }

    private static @Nullable String code(AwsServiceException refused) {
        return refused.awsErrorDetails().errorCode();
    }

    private static String frames(Throwable fault) {
        return Arrays.stream(fault.getStackTrace())
                .limit(FRAMES)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(", "));
    }
}
