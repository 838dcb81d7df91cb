package io.digitalworker.local.launcher.bench;

import io.digitalworker.local.launcher.installation.Memory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A program run from start to end, its output thrown away.
 *
 * @param seconds from before it is started until it has ended
 * @param peakKilobytes greatest resident size, seen every few milliseconds; -1 where that is not told
 */
public record ChildRun(double seconds, long peakKilobytes) {
    private static final long LOOK_MILLIS = 5;
    private static final long LIMIT_SECONDS = 600;

    /**
     * The median, by time, of several runs; the peak is the greatest of all.
     *
     * @return empty if the program is not there, fails, or does not end within ten minutes
     */
    public static Optional<ChildRun> median(int runs, Path directory, List<String> command)
            throws InterruptedException {
        List<ChildRun> all = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            Optional<ChildRun> run = once(directory, command);
            if (run.isEmpty()) {
                return Optional.empty();
            }
            all.add(run.get());
        }
        all.sort(Comparator.comparingDouble(ChildRun::seconds));
        long peak = all.stream().mapToLong(ChildRun::peakKilobytes).max().orElse(-1);
        return Optional.of(new ChildRun(all.get(runs / 2).seconds(), peak));
    }

    /** As {@link #median}, of one run. */
    public static Optional<ChildRun> once(Path directory, List<String> command)
            throws InterruptedException {
        long started = System.nanoTime();
        Process process;
        try {
            process =
                    new ProcessBuilder(command)
                            .directory(directory.toFile())
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
        } catch (IOException e) {
            return Optional.empty();
        }
        try {
            long peak = watched(process, started);
            double seconds = (System.nanoTime() - started) / 1e9;
            boolean good = !process.isAlive() && process.exitValue() == 0;
            return good ? Optional.of(new ChildRun(seconds, peak)) : Optional.empty();
        } finally {
            process.destroyForcibly();
        }
    }

    private static long watched(Process process, long started) throws InterruptedException {
        long peak = -1;
        do {
            peak = Math.max(peak, Memory.peak(process.pid()));
        } while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)
                && System.nanoTime() - started < TimeUnit.SECONDS.toNanos(LIMIT_SECONDS));
        return peak;
    }
}
