package io.digitalworker.local.launcher;

import io.digitalworker.local.launcher.remote.DeleteCommand;
import io.digitalworker.local.launcher.remote.DownloadCommand;
import io.digitalworker.local.launcher.remote.ListCommand;
import io.digitalworker.local.launcher.remote.ReviseCommand;
import io.digitalworker.local.launcher.remote.SecretCommand;
import io.digitalworker.local.launcher.remote.StatusCommand;
import io.digitalworker.local.launcher.remote.SubmitCommand;
import io.digitalworker.local.launcher.remote.Surroundings;
import io.digitalworker.local.launcher.remote.WaitCommand;
import io.digitalworker.local.launcher.terminal.Console;
import java.io.OutputStream;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Gives every subcommand the console it speaks to, and the stream for what others read. */
final class Commands implements IFactory {
    private final Map<Class<?>, Supplier<?>> makers = new HashMap<>();

    Commands(Console console, OutputStream out, Surroundings around) {
        makers.put(DemoCommand.class, () -> new DemoCommand(console));
        makers.put(UpCommand.class, () -> new UpCommand(console));
        makers.put(FactsCommand.class, () -> new FactsCommand(console, out));
        makers.put(DocumentsCommand.class, () -> new DocumentsCommand(console, Clock.systemUTC()));
        makers.put(BenchDocumentsCommand.class, () -> new BenchDocumentsCommand(console));
        makers.put(BenchProcessesCommand.class, () -> new BenchProcessesCommand(console));
        makers.put(BenchWriterCommand.class, () -> new BenchWriterCommand(console));
        makers.put(BenchFactsCommand.class, () -> new BenchFactsCommand(console));
        makers.put(SubmitCommand.class, () -> new SubmitCommand(around));
        makers.put(StatusCommand.class, () -> new StatusCommand(around));
        makers.put(WaitCommand.class, () -> new WaitCommand(around));
        makers.put(DownloadCommand.class, () -> new DownloadCommand(around));
        makers.put(ListCommand.class, () -> new ListCommand(around));
        makers.put(ReviseCommand.class, () -> new ReviseCommand(around));
        makers.put(DeleteCommand.class, () -> new DeleteCommand(around));
        makers.put(SecretCommand.class, () -> new SecretCommand(around));
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        Supplier<?> maker = makers.get(type);
        return maker == null ? CommandLine.defaultFactory().create(type) : type.cast(maker.get());
    }
}
