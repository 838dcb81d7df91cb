package io.digitalworker.local.launcher.remote;

import io.digitalworker.local.launcher.client.BearerToken;
import io.digitalworker.local.launcher.client.Endpoint;
import io.digitalworker.local.launcher.client.FactoryClient;
import io.digitalworker.local.launcher.client.Identity;
import io.digitalworker.local.launcher.client.RequestSignature;
import io.digitalworker.local.launcher.installation.NotStarted;
import io.digitalworker.local.launcher.terminal.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

/** Which installation, as whom, and for whom the answer is. */
public final class RemoteOptions {
    /** Who reads the answer. */
    enum Output {
        text,
        json
    }

    private static final String HERE = "http://127.0.0.1:8080";
    private static final Pattern API_GATEWAY =
            Pattern.compile(".*\\.execute-api\\.([a-z0-9-]+)\\.amazonaws\\.com(\\.cn)?");

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            description = "Where the API is (default: FACTORY_ENDPOINT, else " + HERE + ").")
    private @Nullable String endpoint;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description =
                    "Access token to call with (default: FACTORY_TOKEN, which other users of this"
                            + " machine cannot see).")
    private @Nullable String token;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "File with the access token; read again at each request.")
    private @Nullable Path tokenFile;

    @Option(
            names = "--sigv4",
            description = "Sign as AWS does, with the caller's AWS credentials (IAM).")
    private boolean sigv4;

    @Option(
            names = "--region",
            paramLabel = "REGION",
            description = "For --sigv4 (default: as the endpoint tells, else AWS_REGION).")
    private @Nullable String region;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "Of the AWS credentials for --sigv4 (default: AWS_PROFILE).")
    private @Nullable String profile;

    @Option(
            names = "--output",
            paramLabel = "FORM",
            defaultValue = "text",
            description =
                    "${COMPLETION-CANDIDATES}: json writes one document to standard output, and the"
                            + " rest to standard error (default: ${DEFAULT-VALUE}).")
    private Output output = Output.text;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /** A command for the same installation, to be typed next. */
    String next(String command) {
        return "factory " + command + (endpoint == null ? "" : " --endpoint " + endpoint);
    }

    boolean json() {
        return output == Output.json;
    }

    /** @throws ParameterException if the options contradict one another */
    FactoryClient client(Surroundings around, Console console) {
        Endpoint where = where(around.environment());
        Identity caller = caller(around.environment(), where);
        if (caller != Identity.NOBODY && !where.isPrivate()) {
            throw usage(
                    "Over http a token or signature could be read on the way: use https://…"
                            + " (http only with this machine).");
        }
        return new FactoryClient(
                where, caller, around.pause(), line -> console.passing(console.quiet(line)));
    }

    private Endpoint where(Map<String, String> environment) {
        String text =
                endpoint == null ? environment.getOrDefault("FACTORY_ENDPOINT", HERE) : endpoint;
        try {
            return Endpoint.of(text);
        } catch (IllegalArgumentException e) {
            throw usage(String.valueOf(e.getMessage()));
        }
    }

    private Identity caller(Map<String, String> environment, Endpoint where) {
        if ((token != null ? 1 : 0) + (tokenFile != null ? 1 : 0) + (sigv4 ? 1 : 0) > 1) {
            throw usage("Give one of --token, --token-file and --sigv4.");
        }
        if (sigv4) {
            return new RequestSignature(credentials(), signedRegion(environment, where));
        }
        if (tokenFile != null) {
            Path file = tokenFile;
            return new BearerToken(() -> content(file));
        }
        String value = token == null ? environment.getOrDefault("FACTORY_TOKEN", "") : token;
        return value.isEmpty() ? Identity.NOBODY : new BearerToken(() -> value);
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new NotStarted("There is no readable file " + file + " for --token-file");
        }
    }

    private String signedRegion(Map<String, String> environment, Endpoint where) {
        Matcher host = API_GATEWAY.matcher(where.base().getHost());
        Optional<String> named = host.matches() ? Optional.of(host.group(1)) : Optional.empty();
        return Optional.ofNullable(region)
                .or(() -> named)
                .or(() -> Optional.ofNullable(environment.get("AWS_REGION")))
                .or(() -> Optional.ofNullable(environment.get("AWS_DEFAULT_REGION")))
                .orElseThrow(() -> usage("Name the region of the endpoint: --region REGION"));
    }

    private Supplier<AwsCredentials> credentials() {
        // the SDK logs through SLF4J, which would tell people here that nobody listens
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        DefaultCredentialsProvider chain =
                DefaultCredentialsProvider.builder().profileName(profile).build();
        return chain::resolveCredentials;
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
