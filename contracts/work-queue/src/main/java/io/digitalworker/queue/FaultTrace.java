package io.digitalworker.queue;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
            trace.append(i == 0 ? "" : " caused by ").append(next.getClass().getName());
            trace.append(" at ").append(frames(next));
        }
        return trace.toString();
    }

    private static String frames(Throwable fault) {
        return Arrays.stream(fault.getStackTrace())
                .limit(FRAMES)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(", "));
    }
}
