package io.digitalworker.local.launcher;

import io.digitalworker.local.launcher.installation.Home;
import io.digitalworker.local.launcher.installation.Installation;
import io.digitalworker.local.launcher.terminal.Console;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An installation for the length of one command: ended by {@link #close}, and by Ctrl-C or SIGTERM as
 * well, so that no process is left behind.
 */
final class Running implements AutoCloseable {
    private final Installation installation;
    private final DataDirectory data;
    private final AtomicBoolean closed = new AtomicBoolean();
    private boolean keepLogs;

    private Running(Installation installation, DataDirectory data) {
        this.installation = installation;
        this.data = data;
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end-installation"));
    }

    static Running start(InstallationOptions options, Console console) throws IOException {
        return start(options, Map.of(), console);
    }

    /** @param generator environment of the generator beyond that of all */
    static Running start(
            InstallationOptions options, Map<String, String> generator, Console console)
            throws IOException {
        Home home = Home.find();
        options.ports().mustBeFree();
        DataDirectory data = options.openData();
        long begin = System.nanoTime();
        console.redraw("Starting the embedded cloud and four services …");
        Installation installation =
                Installation.start(
                        home,
                        options.ports(),
                        data.path(),
                        generator,
                        part -> console.redraw("Starting: " + part + " is ready …"));
        console.line(
                String.format(
                        Locale.ROOT,
                        "%s Cloud and services are ready after %.1f s, API at %s",
                        console.good("✓"),
                        (System.nanoTime() - begin) / 1e9,
                        installation.api()));
        return new Running(installation, data);
    }

    Installation installation() {
        return installation;
    }

    /** Leaves data and logs where they are, for whoever looks into a failure. */
    void keepLogs() {
        keepLogs = true;
    }

    @Override
    public void close() {
        end();
    }

    private void end() {
        if (closed.compareAndSet(false, true)) {
            installation.close();
            if (!keepLogs) {
                data.discard();
            }
        }
    }
}
