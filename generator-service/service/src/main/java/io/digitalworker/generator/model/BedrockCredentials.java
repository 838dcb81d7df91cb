package io.digitalworker.generator.model;

import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Credentials for Bedrock alone: where all else is local, those of the process are worth nothing there. */
final class BedrockCredentials {
    private BedrockCredentials() {}

    /** Absent where the SDK is to find them. */
    static Optional<AwsCredentialsProvider> of(BedrockConfig config) {
        if (config.accessKeyId().isPresent()) {
            return Optional.of(StaticCredentialsProvider.create(own(config)));
        }
        return config.credentialsProfile().map(ProfileCredentialsProvider::create);
    }

    private static AwsCredentials own(BedrockConfig config) {
        String id = config.accessKeyId().orElseThrow();
        String secret =
                config.secretAccessKey()
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "BEDROCK_ACCESS_KEY_ID is set without"
                                                        + " BEDROCK_SECRET_ACCESS_KEY"));
        return config.sessionToken().isPresent()
                ? AwsSessionCredentials.create(id, secret, config.sessionToken().get())
                : AwsBasicCredentials.create(id, secret);
    }
}
