package io.digitalworker.local.launcher;

import io.digitalworker.local.launcher.client.Refused;
import io.digitalworker.local.launcher.installation.NotStarted;
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
import java.io.IOException;
import java.io.OutputStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;

/**
 * The program behind {@code deploy/local/factory}. Without a subcommand it is {@code demo}. Exit codes:
 * 0 done, 1 the job failed or was refused, 2 wrong usage, 3 it could not start, 4 a time to wait was over.
 */
@Command(
        name = "factory",
        description = "Turns a ZIP of source code and a list of features into a specification.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  done",
            "  1  the job failed, or the service refused",
            "  2  wrong usage",
            "  3  it could not start: a file, a port, the endpoint or credentials",
            "  4  the time to wait was over; the job goes on"
        },
        version = "AI Digital Worker Factory 1.0",
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            SubmitCommand.class,
            StatusCommand.class,
            WaitCommand.class,
            DownloadCommand.class,
            ListCommand.class,
            ReviseCommand.class,
            DeleteCommand.class,
            SecretCommand.class,
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
        System.exit(run(console, System.out, Surroundings.real(), args));
    }

    /** Where no command asks an installation elsewhere. */
    static int run(Console console, OutputStream out, String... args) {
        return run(console, out, Surroundings.real(), args);
    }

    /**
     * Runs one command.
     *
     * @param out for what a subcommand writes for other programs; messages go to the console
     * @return the exit code
     */
    public static int run(Console console, OutputStream out, Surroundings around, String... args) {
        CommandLine program = new CommandLine(new Factory(), new Commands(console, out, around));
        program.setExecutionExceptionHandler(inOneLine(console));
        program.setParameterExceptionHandler(inTwoLines(around.error()));
        return program.execute(args.length == 0 ? new String[] {"demo"} : args);
    }

    /** What is wrong, and where the rest stands: the whole usage would push it off the screen. */
    private static IParameterExceptionHandler inTwoLines(Console error) {
        return (fault, args) -> {
            CommandLine command = fault.getCommandLine();
            error.line(error.bad(String.valueOf(fault.getMessage())));
            error.line("See: " + command.getCommandSpec().qualifiedName() + " --help");
            return command.getCommandSpec().exitCodeOnInvalidInput();
        };
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
