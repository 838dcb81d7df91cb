package io.digitalworker.local.cloud;

import io.digitalworker.local.cloud.objects.AllowedOrigins;
import io.digitalworker.local.cloud.table.DynamoDb;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the cloud is started.
 *
 * @param data the directory with all state
 * @param sqsPort and the other ports: 0 takes any free one
 * @param origins whose pages may use presigned addresses of objects
 * @param detached keeps running when standard input ends
 */
public record CloudOptions(
        Path data,
        int sqsPort,
        int s3Port,
        int dynamodbPort,
        int eventsPort,
        DynamoDb.Troubles troubles,
        AllowedOrigins origins,
        boolean detached) {

    /** One line that says what is wrong with the command line. */
    public static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        Unusable(String message) {
            super(message);
        }
    }

    private static final Set<String> NUMBERS =
            Set.of(
                    "--sqs-port",
                    "--s3-port",
                    "--dynamodb-port",
                    "--events-port",
                    "--index-lag-ms",
                    "--conflict-percent",
                    "--throttle-percent",
                    "--seed");

    /** All of its state in a directory, on any free ports, without trouble. */
    public static CloudOptions in(Path data) {
        return new CloudOptions(
                data, 0, 0, 0, 0, DynamoDb.Troubles.NONE, AllowedOrigins.NONE, true);
    }

    /** Reads the command line. */
    public static CloudOptions parse(String... arguments) throws Unusable {
        Map<String, Long> numbers = new HashMap<>();
        Path data = null;
        AllowedOrigins origins = AllowedOrigins.NONE;
        boolean detached = false;
        for (int i = 0; i < arguments.length; i++) {
            String name = arguments[i];
            if (name.equals("--detached")) {
                detached = true;
            } else if (name.equals("--data")) {
                data = Path.of(value(arguments, ++i, name));
            } else if (name.equals("--cors-origins")) {
                origins = origins(value(arguments, ++i, name));
            } else if (NUMBERS.contains(name)) {
                numbers.put(name, number(name, value(arguments, ++i, name)));
            } else {
                throw new Unusable("unknown argument " + name);
            }
        }
        return built(data, numbers, origins, detached);
    }

    private static String value(String[] arguments, int at, String name) throws Unusable {
        if (at >= arguments.length) {
            throw new Unusable(name + " needs a value");
        }
        return arguments[at];
    }

    /** Separated by commas. */
    private static AllowedOrigins origins(String text) throws Unusable {
        try {
            return new AllowedOrigins(List.of(text.split(",")));
        } catch (IllegalArgumentException malformed) {
            throw new Unusable("--cors-origins: each " + malformed.getMessage());
        }
    }

    private static long number(String name, String text) throws Unusable {
        long limit =
                name.endsWith("-port") ? 65_535 : name.endsWith("-percent") ? 100 : Long.MAX_VALUE;
        try {
            long number = Long.parseLong(text);
            if (number >= 0 && number <= limit) {
                return number;
            }
        } catch (NumberFormatException malformed) {
            throw new Unusable(name + " needs a number, not " + text);
        }
        throw new Unusable(name + " must be 0 to " + limit + ", not " + text);
    }

    private static CloudOptions built(
            @Nullable Path data,
            Map<String, Long> numbers,
            AllowedOrigins origins,
            boolean detached)
            throws Unusable {
        if (data == null) {
            throw new Unusable("--data DIR is missing");
        }
        return new CloudOptions(
                data,
                small(numbers, "--sqs-port"),
                small(numbers, "--s3-port"),
                small(numbers, "--dynamodb-port"),
                small(numbers, "--events-port"),
                new DynamoDb.Troubles(
                        Duration.ofMillis(numbers.getOrDefault("--index-lag-ms", 0L)),
                        small(numbers, "--conflict-percent"),
                        small(numbers, "--throttle-percent"),
                        numbers.getOrDefault("--seed", 0L)),
                origins,
                detached);
    }

    private static int small(Map<String, Long> numbers, String name) {
        return Math.toIntExact(numbers.getOrDefault(name, 0L));
    }
}
