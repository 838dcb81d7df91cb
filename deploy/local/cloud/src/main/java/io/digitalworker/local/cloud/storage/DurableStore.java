package io.digitalworker.local.cloud.storage;

import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * Ordered maps in one file. A change is in the file before {@link #write} returns, all of it or
 * nothing: killing the process at any point leaves the last finished change.
 */
public final class DurableStore implements AutoCloseable {
    private static final int COMMITS_BETWEEN_COMPACTIONS = 512;
    private static final int TARGET_FILL_PERCENT = 50;
    private static final int COMPACTION_BYTES = 4 << 20;

    private final MVStore store;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);
    private int commits;

    private DurableStore(MVStore store) {
        this.store = store;
    }

    /** Opens or creates the file; a second process on the same file is refused by H2's file lock. */
    public static DurableStore open(Path file) {
        // No commits but our own: MVStore's would put half a transaction into the file.
        MVStore store =
                new MVStore.Builder()
                        .fileName(file.toString())
                        .autoCommitDisabled()
                        .autoCommitBufferSize(0)
                        .cacheSize(8)
                        .open();
        store.setVersionsToKeep(0);
        // Dead chunks may be reused as soon as the next commit is written.
        store.setRetentionTime(0);
        return new DurableStore(store);
    }

    /** The map of that name, created if it is absent; call it inside {@link #write} the first time. */
    public MVMap<byte[], byte[]> map(String name) {
        return store.openMap(
                name,
                new MVMap.Builder<byte[], byte[]>()
                        .keyType(OrderedBytes.INSTANCE)
                        .valueType(OrderedBytes.INSTANCE));
    }

    /** Runs work that sees no half-done change. */
    public <T> T read(Supplier<T> work) {
        lock.readLock().lock();
        try {
            return work.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Runs one change alone and commits it; if it throws, nothing of it stays. */
    public <T> T write(Supplier<T> work) {
        lock.writeLock().lock();
        boolean done = false;
        try {
            T result = work.get();
            done = true;
            commit();
            return result;
        } finally {
            if (!done && store.hasUnsavedChanges()) {
                store.rollback();
            }
            lock.writeLock().unlock();
        }
    }

    /** As {@link #write(Supplier)}, without a result. */
    public void change(Runnable work) {
        write(
                () -> {
                    work.run();
                    return true;
                });
    }

    private void commit() {
        if (!store.hasUnsavedChanges()) {
            return;
        }
        store.commit();
        if (++commits % COMMITS_BETWEEN_COMPACTIONS == 0) {
            store.compact(TARGET_FILL_PERCENT, COMPACTION_BYTES);
        }
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            store.close();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
