package io.digitalworker.facts.budget;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** Does a list of pieces of work once. A worker that runs over time is replaced. */
final class Crew<I, O> {
    private static final long LOOK_MILLIS = 100;

    private final List<I> inputs;
    private final Function<I, O> task;
    private final long limit;
    private final LongSupplier ticker;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReferenceArray<Outcome<O>> outcomes;
    private final CountDownLatch open;

    Crew(List<I> inputs, Function<I, O> task, long limit, LongSupplier ticker) {
        this.inputs = inputs;
        this.task = task;
        this.limit = limit;
        this.ticker = ticker;
        this.outcomes = new AtomicReferenceArray<>(inputs.size());
        this.open = new CountDownLatch(inputs.size());
    }

    List<Outcome<O>> run() {
        int size = Math.min(inputs.size(), Runtime.getRuntime().availableProcessors());
        List<Worker> workers = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            workers.add(started());
        }
        try {
            while (!open.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                workers.replaceAll(this::unlessOverTime);
            }
        } catch (InterruptedException e) {
            next.set(inputs.size());
            workers.forEach(Thread::interrupt);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while facts were taken", e);
        }
        return outcomes();
    }

    private Worker started() {
        Worker worker = new Worker(this);
        worker.start();
        return worker;
    }

    private Worker unlessOverTime(Worker worker) {
        int index = worker.index();
        boolean over = index >= 0 && ticker.getAsLong() - worker.since() > limit;
        if (!over || !end(index, new Outcome.OverTime<>(worker.file()))) {
            return worker;
        }
        worker.interrupt();
        return started();
    }

    /** Takes one piece after the other; ends when there is none, or when it was replaced. */
    void work(Worker worker) {
        int index = next.getAndIncrement();
        while (index < inputs.size()) {
            worker.begin(index, ticker.getAsLong());
            if (!end(index, attempt(worker, inputs.get(index)))) {
                return;
            }
            index = next.getAndIncrement();
        }
    }

    private Outcome<O> attempt(Worker worker, I input) {
        try {
            return new Outcome.Done<>(task.apply(input));
        } catch (Throwable e) { // whoever waits must hear of it, whatever it is
            return new Outcome.Failed<>(e, worker.file());
        }
    }

    private boolean end(int index, Outcome<O> outcome) {
        boolean first = outcomes.compareAndSet(index, null, outcome);
        if (first) {
            open.countDown();
        }
        return first;
    }

    private List<Outcome<O>> outcomes() {
        List<Outcome<O>> all = new ArrayList<>(inputs.size());
        for (int i = 0; i < inputs.size(); i++) {
            all.add(Objects.requireNonNull(outcomes.get(i)));
        }
        return all;
    }
}
