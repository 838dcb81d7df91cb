package io.digitalworker.facts.budget;

import io.digitalworker.facts.source.SourceFile;
import org.jspecify.annotations.Nullable;

/** A thread of a crew. What it tells of itself may be a moment old when another thread reads it. */
final class Worker extends Thread {
    private final Crew<?, ?> crew;
    private @Nullable SourceFile file;
    private volatile int index = -1;
    private volatile long since;

    Worker(Crew<?, ?> crew) {
        super("facts");
        this.crew = crew;
        setDaemon(true);
    }

    @Override
    public void run() {
        crew.work(this);
    }

    void begin(int next, long now) {
        file = null;
        since = now;
        index = next;
    }

    void at(SourceFile now) {
        file = now;
    }

    @Nullable SourceFile file() {
        return file;
    }

    /** Of the input that it works on; -1 before the first. */
    int index() {
        return index;
    }

    long since() {
        return since;
    }
}
