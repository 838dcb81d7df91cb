package io.digitalworker.runtime;

import java.util.ArrayList;
import java.util.List;

/**
 * What may be logged of an exception: classes and places. Messages are left out, since they may hold
 * text of a caller or an archive.
 */
public final class FaultTrace {
    private static final int FRAMES = 12;
    private static final int CAUSES = 5;

    private FaultTrace() {}

    /** Classes of the fault and its causes, outermost first. */
    public static String names(Throwable fault) {
        List<String> names = new ArrayList<>();
        for (Throwable next = fault;
                next != null && names.size() < CAUSES;
                next = next.getCause()) {
            names.add(next.getClass().getName());
        }
        return String.join(" caused by ", names);
    }

    /** {@link #names} and the first frames of the innermost cause. */
    public static String of(Throwable fault) {
        Throwable innermost = fault;
        for (int i = 0; i < CAUSES && innermost.getCause() != null; i++) {
            innermost = innermost.getCause();
        }
        StringBuilder text = new StringBuilder(names(fault));
        StackTraceElement[] frames = innermost.getStackTrace();
        for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
            text.append("\n  at ").append(frames[i]);
        }
        return text.toString();
    }
}
