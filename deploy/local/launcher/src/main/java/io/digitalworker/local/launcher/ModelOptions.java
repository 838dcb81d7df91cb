package io.digitalworker.local.launcher;

import io.digitalworker.local.launcher.installation.BedrockAccess;
import io.digitalworker.local.launcher.installation.NotStarted;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;

/** Who writes: nobody but the facts, or a model on real Bedrock, which costs money. */
final class ModelOptions {
    /** Who writes. */
    enum Writer {
        extractive,
        bedrock
    }

    @Option(
            names = "--writer",
            paramLabel = "WRITER",
            defaultValue = "extractive",
            description =
                    "${COMPLETION-CANDIDATES}: bedrock calls real Amazon Bedrock with your AWS"
                            + " credentials, which costs money (default: ${DEFAULT-VALUE}).")
    private Writer writer = Writer.extractive;

    @Option(
            names = "--model",
            paramLabel = "ID",
            description =
                    "Model or inference profile for --writer bedrock (default: BEDROCK_MODEL_ID).")
    private @Nullable String model;

    @Option(
            names = "--region",
            paramLabel = "REGION",
            description =
                    "Region of Bedrock for --writer bedrock (default: AWS_REGION,"
                            + " AWS_DEFAULT_REGION, else eu-west-1).")
    private @Nullable String region;

    /**
     * Absent where no model writes.
     *
     * @throws NotStarted if the model is not named or there are no credentials, saying what to do
     */
    Optional<BedrockAccess> access() {
        return access(System.getenv(), ModelOptions::callers);
    }

    Optional<BedrockAccess> access(
            Map<String, String> environment, Supplier<AwsCredentials> credentials) {
        return writer == Writer.bedrock
                ? Optional.of(bedrock(environment, credentials))
                : Optional.empty();
    }

    private BedrockAccess bedrock(
            Map<String, String> environment, Supplier<AwsCredentials> credentials) {
        String id = model == null ? environment.getOrDefault("BEDROCK_MODEL_ID", "") : model;
        if (id.isBlank()) {
            throw new NotStarted(
                    "Name the model for --writer bedrock: --model ID, or BEDROCK_MODEL_ID; an"
                            + " inference profile that your account may use.");
        }
        AwsCredentials found = found(credentials);
        return new BedrockAccess(
                id,
                region(environment),
                found.accessKeyId(),
                found.secretAccessKey(),
                found instanceof AwsSessionCredentials session ? session.sessionToken() : null);
    }

    private String region(Map<String, String> environment) {
        if (region != null) {
            return region;
        }
        String fallback = environment.getOrDefault("AWS_DEFAULT_REGION", "eu-west-1");
        return environment.getOrDefault("AWS_REGION", fallback);
    }

    /** What the SDK says of its failure is long, and may name files of the caller. */
    private static AwsCredentials found(Supplier<AwsCredentials> credentials) {
        try {
            return credentials.get();
        } catch (SdkException e) {
            throw new NotStarted(
                    "There are no AWS credentials for --writer bedrock. Sign in (aws sso login, with"
                            + " AWS_PROFILE), or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY;"
                            + " they are used for Bedrock alone.");
        }
    }

    private static AwsCredentials callers() {
        // the SDK logs through SLF4J, which would tell people here that nobody listens
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        try (DefaultCredentialsProvider chain = DefaultCredentialsProvider.builder().build()) {
            return chain.resolveCredentials();
        }
    }
}
