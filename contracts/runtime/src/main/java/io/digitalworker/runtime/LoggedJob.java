package io.digitalworker.runtime;

import org.jboss.logging.MDC;

/** Names a job, and the request it began with, in each line of the log that a work writes (design §8). */
public final class LoggedJob {
    private static final String JOB_ID = "jobId";
    private static final String REQUEST_ID = "requestId";

    private LoggedJob() {}

    public static void during(String jobId, String requestId, Runnable work) {
        MDC.put(JOB_ID, jobId);
        MDC.put(REQUEST_ID, requestId);
        try {
            work.run();
        } finally {
            MDC.remove(JOB_ID);
            MDC.remove(REQUEST_ID);
        }
    }
}
