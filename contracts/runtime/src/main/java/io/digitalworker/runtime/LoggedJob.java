package io.digitalworker.runtime;

import java.util.function.Supplier;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Names a job, and the request it began with, in each line of the log that a work writes (design §8). */
public final class LoggedJob {
    private static final String JOB_ID = "jobId";
    private static final String REQUEST_ID = "requestId";

    private LoggedJob() {}

    public static void during(String jobId, String requestId, Runnable work) {
        boolean unused =
                result(
                        jobId,
                        requestId,
                        () -> {
                            work.run();
                            return true;
                        });
    }

    /** What the work gives. Afterwards the thread names what it named before. */
    public static <T> T result(String jobId, String requestId, Supplier<T> work) {
        Object job = MDC.put(JOB_ID, jobId);
        Object request = MDC.put(REQUEST_ID, requestId);
        try {
            return work.get();
        } finally {
            restore(JOB_ID, job);
            restore(REQUEST_ID, request);
        }
    }

    private static void restore(String key, @Nullable Object before) {
        if (before == null) {
            MDC.remove(key);
        } else {
            MDC.put(key, before);
        }
    }
}
