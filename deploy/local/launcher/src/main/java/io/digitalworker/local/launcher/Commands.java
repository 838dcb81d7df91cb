package io.digitalworker.local.launcher;

import io.digitalworker.local.launcher.terminal.Console;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Gives every subcommand the console it speaks to. */
final class Commands implements IFactory {
    private final Console console;

    Commands(Console console) {
        this.console = console;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (type == DemoCommand.class) {
            return type.cast(new DemoCommand(console));
        }
        if (type == UpCommand.class) {
            return type.cast(new UpCommand(console));
        }
        if (type == BenchProcessesCommand.class) {
            return type.cast(new BenchProcessesCommand(console));
        }
        return CommandLine.defaultFactory().create(type);
    }
}
