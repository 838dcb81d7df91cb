package io.digitalworker.local.launcher.remote;

import io.digitalworker.local.launcher.client.Pause;
import io.digitalworker.local.launcher.terminal.Console;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a command finds around it.
 *
 * @param out for people, on standard output
 * @param error for people, on standard error
 * @param data standard output, for what other programs read
 * @param answers to questions; null if nobody is there to answer
 * @param ids random ones
 */
public record Surroundings(
        Console out,
        Console error,
        PrintStream data,
        @Nullable BufferedReader answers,
        Map<String, String> environment,
        Supplier<String> ids,
        Pause pause) {

    public static Surroundings real() {
        return new Surroundings(
                Console.standard(),
                Console.standardError(),
                System.out,
                Boolean.getBoolean("digitalworker.terminal.input")
                        ? new BufferedReader(
                                new InputStreamReader(System.in, StandardCharsets.UTF_8))
                        : null,
                System.getenv(),
                () -> UUID.randomUUID().toString(),
                Pause.real());
    }
}
