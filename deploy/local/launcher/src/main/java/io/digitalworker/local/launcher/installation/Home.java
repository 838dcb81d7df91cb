package io.digitalworker.local.launcher.installation;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The checkout that everything is started from.
 *
 * @param root absolute
 */
public record Home(Path root) {
    /** From the system property {@code digitalworker.home}, else upwards from the working directory. */
    public static Home find() {
        String told = System.getProperty("digitalworker.home");
        Path start = Path.of(told == null ? "" : told).toAbsolutePath().normalize();
        for (Path dir = start; dir != null; dir = dir.getParent()) {
            if (Files.isDirectory(dir.resolve("deploy/local/launcher"))
                    && Files.isDirectory(dir.resolve("contracts"))) {
                return new Home(dir);
            }
        }
        throw new NotStarted("Start this from a checkout of the AI Digital Worker Factory.");
    }

    /** The sources and the descriptor that the demonstration submits. */
    public Path example() {
        return root.resolve("deploy/local/example");
    }

    public Path runnable(Service service) {
        Path jar = root.resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.isRegularFile(jar)) {
            throw new NotStarted(
                    service.label() + " is not built: run 'mvn -DskipTests package' first.");
        }
        return jar;
    }
}
