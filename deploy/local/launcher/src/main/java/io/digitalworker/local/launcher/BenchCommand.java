package io.digitalworker.local.launcher;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Measurements that anyone can repeat; each is a subcommand. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures and prints a table.",
        subcommands = {
            BenchFactsCommand.class,
            BenchDocumentsCommand.class,
            BenchProcessesCommand.class,
            BenchWriterCommand.class
        })
final class BenchCommand implements Runnable {
    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Name what to measure.");
    }
}
