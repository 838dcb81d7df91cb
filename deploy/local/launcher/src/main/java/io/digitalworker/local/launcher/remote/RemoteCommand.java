package io.digitalworker.local.launcher.remote;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.digitalworker.local.launcher.client.CallerUnknown;
import io.digitalworker.local.launcher.client.FactoryClient;
import io.digitalworker.local.launcher.client.Refused;
import io.digitalworker.local.launcher.client.Unreachable;
import io.digitalworker.local.launcher.installation.NotStarted;
import io.digitalworker.local.launcher.terminal.Console;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * A command for an installation somewhere. With {@code --output json} standard output gets exactly one
 * document: the result, or {@code {code, message, …}} of what went wrong.
 */
@Command(
        abbreviateSynopsis = true,
        footer = {
            "",
            "Ends with 0 (done), 1 (the job failed, or the service refused), 2 (wrong usage),",
            "3 (no file, no endpoint, no credentials) or 4 (the time to wait was over)."
        })
abstract class RemoteCommand implements Callable<Integer> {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int NOT_STARTED = 3;
    static final int TIMED_OUT = 4;

    /** Numbers stay as they are written. */
    static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .build();

    @Mixin private final RemoteOptions remote = new RemoteOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private final Surroundings around;

    RemoteCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public final Integer call() throws Exception {
        try {
            return run(remote.client(around, console()));
        } catch (Refused e) {
            return wrong(FAILED, e.problem() == null ? e : e.problem(), e);
        } catch (Unreachable | NotStarted | CallerUnknown | FileSystemException e) {
            return wrong(NOT_STARTED, e, e);
        } catch (IOException e) {
            return wrong(FAILED, e, e);
        }
    }

    /** Returns the exit code. */
    abstract int run(FactoryClient client) throws IOException;

    Surroundings around() {
        return around;
    }

    /** A command for the same installation, to be typed next. */
    String next(String command) {
        return remote.next(command);
    }

    boolean json() {
        return remote.json();
    }

    /** For people: what is said while the command runs. */
    Console console() {
        return json() ? around.error() : around.out();
    }

    /** The result, for programs; nothing where people read. */
    void document(JsonNode result) throws IOException {
        if (json()) {
            print(result);
        }
    }

    /** Ends with the code of wrong usage. */
    ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private int wrong(int code, Object what, Exception fault) throws IOException {
        console().erase();
        String message = message(fault);
        around.error().line(around.error().bad(message));
        if (json()) {
            print(what instanceof Exception ? fault(fault, message) : JSON.valueToTree(what));
        }
        return code;
    }

    private static String message(Exception fault) {
        return fault instanceof FileSystemException file
                ? "This file cannot be read or written: " + file.getMessage()
                : String.valueOf(fault.getMessage());
    }

    private static ObjectNode fault(Exception fault, String message) {
        String code =
                fault.getClass()
                        .getSimpleName()
                        .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                        .toUpperCase(java.util.Locale.ROOT);
        return JSON.createObjectNode().put("code", code).put("message", message);
    }

    private void print(JsonNode document) throws JsonProcessingException {
        around.data().println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document));
        around.data().flush();
    }
}
