package io.digitalworker.local.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Finds the built cloud: a directory with {@code classes} and {@code lib}. */
final class CloudHome {
    static final String PROPERTY = "digitalworker.cloud.home";

    private static final Path BUILT = Path.of("deploy", "local", "cloud", "target");

    private CloudHome() {}

    /**
     * The class path of the cloud, from the system property {@code digitalworker.cloud.home} or the
     * first directory upwards that holds the project.
     */
    static String classPath(@Nullable String configured, Path workingDirectory) {
        Path home = configured == null ? above(workingDirectory) : Path.of(configured);
        if (!Files.isDirectory(home.resolve("classes"))
                || !Files.isDirectory(home.resolve("lib"))) {
            throw new IllegalStateException(
                    "no embedded cloud in "
                            + home
                            + ": classes and lib are expected; build deploy/local/cloud first");
        }
        return home.resolve("classes") + File.pathSeparator + home.resolve("lib").resolve("*");
    }

    private static Path above(Path start) {
        for (Path at = start.toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve(BUILT).resolve("classes"))) {
                return at.resolve(BUILT);
            }
        }
        throw new IllegalStateException(
                "no directory from "
                        + start
                        + " upwards has "
                        + BUILT.resolve("classes")
                        + "; build deploy/local/cloud or set "
                        + PROPERTY);
    }
}
