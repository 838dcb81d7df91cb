package io.digitalworker.queue;

/** The work for one message: plain blocking Java, run on a worker thread of its channel. */
@FunctionalInterface
public interface WorkHandler {

    /**
     * Does the work. It may be asked for again with the same message, so its effects must be
     * idempotent.
     *
     * @throws Exception for a fault that the handler could not classify; counts as a receive
     */
    Outcome handle(Received received) throws Exception;
}
