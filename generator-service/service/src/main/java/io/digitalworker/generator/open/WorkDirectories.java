package io.digitalworker.generator.open;

import io.digitalworker.generator.GeneratorConfig;
import io.digitalworker.runtime.Ids;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Directories for the files of one job each, which nobody else can read. Each process has one of its
 * own below the base and holds a lock beside it for as long as it lives, so that whoever starts later
 * can tell what a killed process has left behind, and remove it (design §6, G6).
 */
@Singleton
@Startup
public final class WorkDirectories {
    private static final Logger LOG = Logger.getLogger(WorkDirectories.class);
    private static final String LOCK = ".lock";

    private final Path base;
    private final Supplier<String> ids;
    private final String name;
    private @Nullable FileChannel lock;

    @Inject
    WorkDirectories(GeneratorConfig config, Ids ids) {
        this(config.workDirectory().orElseGet(WorkDirectories::temporary), ids);
    }

    /** @param ids makes names that nobody else uses */
    public WorkDirectories(Path base, Supplier<String> ids) {
        this.base = base;
        this.ids = ids;
        this.name = ids.get();
    }

    /** Takes this process's directory, and removes those of processes that have ended. */
    @PostConstruct
    public void open() {
        try {
            Files.createDirectories(base);
            lock = locked(base.resolve(name + LOCK));
            Files.createDirectory(base.resolve(name), onlyForUs());
            removeLeftovers();
        } catch (IOException e) {
            throw new UncheckedIOException("no work directory under " + base, e);
        }
    }

    /** Removes what is left of this process's directory. */
    @PreDestroy
    public void close() {
        try {
            removeTree(base.resolve(name));
            if (lock != null) {
                Files.deleteIfExists(base.resolve(name + LOCK));
                lock.close();
            }
        } catch (IOException e) {
            LOG.warnf("work directory stays behind: %s", e.getClass().getSimpleName());
        }
    }

    /** An empty directory, to be closed. */
    public WorkDirectory make() throws IOException {
        Path directory = base.resolve(name).resolve(ids.get());
        return new WorkDirectory(Files.createDirectory(directory, onlyForUs()));
    }

    private void removeLeftovers() throws IOException {
        for (Path file : locks()) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                    FileLock free = channel.tryLock()) {
                if (free != null) {
                    removeTree(directoryOf(file));
                    Files.deleteIfExists(file);
                }
            } catch (NoSuchFileException | OverlappingFileLockException e) {
                // its owner has just removed it, or lives in this very process
                LOG.debugf("%s is in use", file.getFileName());
            }
        }
    }

    private List<Path> locks() throws IOException {
        try (Stream<Path> files = Files.list(base)) {
            return files.filter(file -> file.getFileName().toString().endsWith(LOCK))
                    .filter(file -> !file.equals(base.resolve(name + LOCK)))
                    .sorted()
                    .toList();
        }
    }

    private static Path directoryOf(Path lock) {
        String file = lock.getFileName().toString();
        return lock.resolveSibling(file.substring(0, file.length() - LOCK.length()));
    }

    /** A file made and locked; made again where somebody took it for a leftover in between. */
    private static FileChannel locked(Path file) throws IOException {
        while (true) {
            FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock unused = channel.lock();
            if (Files.exists(file)) {
                return channel;
            }
            channel.close();
        }
    }

    static void removeTree(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static FileAttribute<?> onlyForUs() {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    }

    private static Path temporary() {
        return Path.of(System.getProperty("java.io.tmpdir"), "digitalworker-generator");
    }
}
