package io.digitalworker.generator.open;

import java.io.IOException;
import java.nio.file.Path;

/** A directory for the files of one job; closing it removes it. */
public record WorkDirectory(Path path) implements AutoCloseable {
    @Override
    public void close() throws IOException {
        WorkDirectories.removeTree(path);
    }
}
