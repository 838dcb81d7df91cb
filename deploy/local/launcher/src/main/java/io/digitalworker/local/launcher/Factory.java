package io.digitalworker.local.launcher;

import io.digitalworker.local.launcher.client.Refused;
import io.digitalworker.local.launcher.installation.NotStarted;
import io.digitalworker.local.launcher.terminal.Console;
import java.io.IOException;
import java.io.OutputStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;

/**
 * The program behind {@code deploy/local/factory}. Without a subcommand it is {@code demo}. Exit codes:
 * 0 done, 1 the job failed or was refused, 2 wrong usage, 3 it could not start.
 */
@Command(
        name = "factory",
        description = "Turns a ZIP of source code and a list of features into a specification.",
        mixinStandardHelpOptions = true,
        version = "AI Digital Worker Factory 1.0",
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            FactsCommand.class,
            DocumentsCommand.class,
            BenchCommand.class
        })
public final class Factory implements Runnable {
    static final int FAILED = 1;
    static final int NOT_STARTED = 3;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandLine.Model.CommandSpec spec;

    public static void main(String[] args) {
        boolean forPeople = args.length == 0 || !args[0].equals(FactsCommand.NAME);
        Console console = forPeople ? Console.standard() : Console.standardError();
        System.exit(run(console, System.out, args));
    }

    /** @param out for what a subcommand writes for other programs; messages go to the console */
    static int run(Console console, OutputStream out, String... args) {
        CommandLine program = new CommandLine(new Factory(), new Commands(console, out));
        program.setExecutionExceptionHandler(inOneLine(console));
        return program.execute(args.length == 0 ? new String[] {"demo"} : args);
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Name a subcommand.");
    }

    private static IExecutionExceptionHandler inOneLine(Console console) {
        return (fault, command, parsed) -> {
            if (fault instanceof NotStarted) {
                console.line(console.bad(String.valueOf(fault.getMessage())));
                return NOT_STARTED;
            }
            if (fault instanceof Refused || fault instanceof IOException) {
                console.line(console.bad(String.valueOf(fault.getMessage())));
                return FAILED;
            }
            throw fault;
        };
    }
}
