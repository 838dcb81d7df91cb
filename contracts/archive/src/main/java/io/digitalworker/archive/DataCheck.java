package io.digitalworker.archive;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Inflates all entries once and hashes the archive meanwhile, on two threads if that is worth it. What
 * is refused does not depend on who is quicker: entries are begun in their order, and of several faults
 * the one of the first entry counts.
 */
final class DataCheck {
    /** Below this size a second thread costs more than it saves. */
    private static final long WORTH_A_THREAD = 1024 * 1024;

    private static final int HASH = 0;

    private final ArchiveBytes archive;
    private final List<StoredEntry> entries;
    private final AtomicInteger next = new AtomicInteger(HASH);
    private final AtomicReference<@Nullable Fault> first = new AtomicReference<>();
    private volatile String sha256 = "";

    /** What is wrong with an entry, by its place in the archive. */
    private record Fault(int entry, Refused refused) {}

    private DataCheck(ArchiveBytes archive, List<StoredEntry> entries) {
        this.archive = archive;
        this.entries = entries;
    }

    /** The SHA-256 of an archive whose entries are all as their headers say. */
    static String sha256(ArchiveBytes archive, List<StoredEntry> entries)
            throws IOException, Refused {
        DataCheck check = new DataCheck(archive, entries);
        if (archive.size() < WORTH_A_THREAD || Runtime.getRuntime().availableProcessors() < 2) {
            check.lane();
        } else {
            check.twoLanes();
        }
        Fault fault = check.first.get();
        if (fault != null) {
            throw fault.refused().inEntry(entries.get(fault.entry()).number(), entries.size());
        }
        return check.sha256;
    }

    private void twoLanes() throws IOException {
        FutureTask<@Nullable Void> other =
                new FutureTask<>(
                        () -> {
                            lane();
                            return null;
                        });
        Thread thread = new Thread(other, "archive-check");
        thread.setDaemon(true);
        thread.start();
        try {
            lane();
        } finally {
            next.set(entries.size() + 1);
            await(other);
        }
    }

    private static void await(FutureTask<@Nullable Void> other) throws IOException {
        try {
            other.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while an archive was checked");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException broken) {
                throw broken;
            }
            throw new IllegalStateException("an archive could not be checked", e.getCause());
        }
    }

    /** Takes one piece of work after the other until there is none, or one before it is refused. */
    private void lane() throws IOException {
        try (EntryReader reader = new EntryReader(archive)) {
            for (int work = next.getAndIncrement();
                    work <= entries.size();
                    work = next.getAndIncrement()) {
                if (work == HASH) {
                    sha256 = archive.sha256();
                } else if (refusedBefore(work - 1)) {
                    return;
                } else {
                    check(reader, work - 1);
                }
            }
        }
    }

    private boolean refusedBefore(int entry) {
        Fault fault = first.get();
        return fault != null && fault.entry() < entry;
    }

    private void check(EntryReader reader, int entry) throws IOException {
        try {
            reader.read(entries.get(entry), (bytes, length) -> {});
        } catch (Refused e) {
            Fault fault = new Fault(entry, e);
            first.accumulateAndGet(
                    fault, (a, b) -> a == null || (b != null && b.entry() < a.entry()) ? b : a);
        }
    }
}
