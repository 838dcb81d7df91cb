package io.digitalworker.local.launcher;

import io.digitalworker.local.launcher.bench.SyntheticArchive;
import io.digitalworker.local.launcher.terminal.Console;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * How the time for facts grows with the code: in one warm JVM, so that its start is no part of it. Run
 * by {@link BenchFactsCommand} in a process with the heap that is promised.
 */
final class BenchGrowth {
    private static final long[] LINES = {10_000, 30_000, 100_000, 300_000, 1_000_000};
    private static final long SEED = 42;
    private static final int WARM_UP = 8;

    /** Smaller sizes are run until this many lines are read, so that their medians mean something. */
    private static final long ENOUGH = 50_000;

    private BenchGrowth() {}

    /** @param args how many runs of each size */
    public static void main(String[] args) throws IOException {
        int runs = Integer.parseInt(args[0]);
        warmUp();
        double[] each = new double[LINES.length];
        for (int i = 0; i < LINES.length; i++) {
            each[i] = median(runs * (int) Math.max(1, ENOUGH / LINES[i]), LINES[i]);
        }
        Arrays.sort(each);
        double spread = each[each.length - 1] / each[0] - 1;
        System.out.printf(
                Locale.ROOT,
                "  the slowest line took %.0f %% more than the quickest%n",
                spread * 100);
    }

    private static void warmUp() throws IOException {
        Path zip = Files.createTempFile("digital-worker-", ".zip");
        try {
            SyntheticArchive.write(zip, 30_000, SEED);
            for (int i = 0; i < WARM_UP; i++) {
                once(zip);
            }
        } finally {
            Files.delete(zip);
        }
    }

    /** Prints the median; gives the microseconds a line. */
    private static double median(int runs, long atLeast) throws IOException {
        Path zip = Files.createTempFile("digital-worker-", ".zip");
        try {
            long lines = SyntheticArchive.write(zip, atLeast, SEED);
            double[] seconds = new double[runs];
            for (int run = 0; run < runs; run++) {
                seconds[run] = once(zip);
            }
            Arrays.sort(seconds);
            double each = seconds[runs / 2] / lines * 1e6;
            System.out.printf(
                    Locale.ROOT,
                    "  %,12d lines %9.3f s %9.2f µs a line%n",
                    lines,
                    seconds[runs / 2],
                    each);
            return each;
        } finally {
            Files.delete(zip);
        }
    }

    private static double once(Path zip) {
        System.gc(); // what an earlier run left behind is not this run's
        long started = System.nanoTime();
        int exit =
                Factory.run(
                        Console.standardError(),
                        OutputStream.nullOutputStream(),
                        FactsCommand.NAME,
                        zip.toString());
        if (exit != 0) {
            throw new IllegalStateException("facts ended with " + exit);
        }
        return (System.nanoTime() - started) / 1e9;
    }
}
