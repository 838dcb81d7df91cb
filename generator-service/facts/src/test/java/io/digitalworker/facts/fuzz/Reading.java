package io.digitalworker.facts.fuzz;

import io.digitalworker.facts.Facts;
import io.digitalworker.facts.FactsJson;
import io.digitalworker.facts.FactsSchema;
import io.digitalworker.facts.Trees;
import io.digitalworker.facts.inventory.Inventory;
import io.digitalworker.facts.source.SourceTree;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Takes all facts of files, within a time limit. */
final class Reading {
    private static final String SHA = "0".repeat(64);

    private Reading() {}

    /** What went wrong, if anything did. */
    static Optional<String> fault(Map<String, byte[]> files, Duration limit) {
        CompletableFuture<Optional<String>> ended = new CompletableFuture<>();
        Thread thread = new Thread(() -> ended.complete(outcome(files)), "fuzz");
        thread.setDaemon(true);
        thread.start();
        try {
            return ended.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            thread.interrupt();
            return Optional.of("it took longer than " + limit);
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Optional<String> outcome(Map<String, byte[]> files) {
        try {
            SourceTree tree = Trees.zipped(files);
            byte[] json = FactsJson.write(Facts.of(SHA, tree, Inventory.of(tree)));
            if (json.length < 10_000_000) {
                FactsSchema.assertFits(json);
            }
            return Optional.empty();
        } catch (Throwable e) { // whatever it is, it is the finding
            return Optional.of(stack(e));
        }
    }

    private static String stack(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        StringBuilder text = new StringBuilder(root.toString());
        StackTraceElement[] trace = root.getStackTrace();
        for (int i = 0; i < Math.min(12, trace.length); i++) {
            text.append("\n    at ").append(trace[i]);
        }
        return text.toString();
    }
}
