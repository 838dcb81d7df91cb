package io.digitalworker.local.launcher.remote;

import io.digitalworker.local.launcher.Factory;
import io.digitalworker.local.launcher.terminal.Console;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The program as somebody types it, away from any terminal; what it said last can be read. */
final class Typed {
    private final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream error = new ByteArrayOutputStream();
    private @Nullable BufferedReader answers;

    Typed(URI endpoint) {
        environment.put("FACTORY_ENDPOINT", endpoint.toString());
    }

    Typed at(String endpoint) {
        return new Typed(URI.create(endpoint));
    }

    Typed with(Map<String, String> more) {
        Typed other = at(environment.get("FACTORY_ENDPOINT"));
        other.environment.putAll(more);
        return other;
    }

    void answering(BufferedReader reader) {
        answers = reader;
    }

    int run(String... args) {
        out.reset();
        error.reset();
        AtomicInteger ids = new AtomicInteger();
        PrintStream stream = stream(out);
        Console people = new Console(stream, false, false);
        Surroundings around =
                new Surroundings(
                        people,
                        new Console(stream(error), false, false),
                        stream,
                        answers,
                        environment,
                        () -> "id-" + ids.incrementAndGet(),
                        time -> {});
        return Factory.run(people, stream, around, args);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String error() {
        return error.toString(StandardCharsets.UTF_8);
    }

    /** Both. */
    String said() {
        return out() + error();
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
