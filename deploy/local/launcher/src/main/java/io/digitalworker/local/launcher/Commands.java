package io.digitalworker.local.launcher;

import io.digitalworker.local.launcher.terminal.Console;
import java.io.OutputStream;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Gives every subcommand the console it speaks to, and the stream for what others read. */
final class Commands implements IFactory {
    private final Console console;
    private final OutputStream out;

    Commands(Console console, OutputStream out) {
        this.console = console;
        this.out = out;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (type == DemoCommand.class) {
            return type.cast(new DemoCommand(console));
        }
        if (type == UpCommand.class) {
            return type.cast(new UpCommand(console));
        }
        if (type == FactsCommand.class) {
            return type.cast(new FactsCommand(console, out));
        }
        if (type == DocumentsCommand.class) {
            return type.cast(new DocumentsCommand(console, Clock.systemUTC()));
        }
        if (type == BenchDocumentsCommand.class) {
            return type.cast(new BenchDocumentsCommand(console));
        }
        if (type == BenchProcessesCommand.class) {
            return type.cast(new BenchProcessesCommand(console));
        }
        if (type == BenchWriterCommand.class) {
            return type.cast(new BenchWriterCommand(console));
        }
        if (type == BenchFactsCommand.class) {
            return type.cast(new BenchFactsCommand(console));
        }
        return CommandLine.defaultFactory().create(type);
    }
}
