package io.digitalworker.ingest.follow;

/** A message to whoever follows a job. */
public sealed interface Told {
    /**
     * An event of the job's history, told once.
     *
     * @param detail JSON on one line
     */
    record Event(long sequence, String name, String detail) implements Told {}

    /**
     * Where the job stands between two events; a later one replaces it.
     *
     * @param progress 0 to 99
     */
    record Progress(String stage, int progress) implements Told {}

    /** That the connection is still there. */
    record Heartbeat() implements Told {}
}
