package io.digitalworker.local.launcher;

import io.digitalworker.local.launcher.installation.BedrockAccess;
import io.digitalworker.local.launcher.installation.NotStarted;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.core.exception.SdkClientException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ModelOptionsTest {
    private static final AwsCredentials OWN = AwsBasicCredentials.create("id", "not-so-secret");

    private static ModelOptions options(String... arguments) {
        return CommandLine.populateCommand(new ModelOptions(), arguments);
    }

    @Test
    void asksNobodyForCredentialsWhereNoModelWrites() {
        Optional<BedrockAccess> access =
                options().access(Map.of("BEDROCK_MODEL_ID", "m"), ModelOptionsTest::none);

        assertThat(access).isEmpty();
    }

    @Test
    void takesModelAndRegionFromTheCommandLine() {
        assertThat(
                        options("--writer", "bedrock", "--model", "eu.m", "--region", "eu-west-3")
                                .access(
                                        Map.of("BEDROCK_MODEL_ID", "x", "AWS_REGION", "us-east-1"),
                                        () -> OWN))
                .contains(new BedrockAccess("eu.m", "eu-west-3", "id", "not-so-secret", null));
    }

    @Test
    void takesModelAndRegionFromTheEnvironmentOtherwise() {
        ModelOptions options = options("--writer", "bedrock");

        assertThat(options.access(Map.of("BEDROCK_MODEL_ID", "m"), () -> OWN))
                .contains(new BedrockAccess("m", "eu-west-1", "id", "not-so-secret", null));
        assertThat(
                        options.access(
                                Map.of("BEDROCK_MODEL_ID", "m", "AWS_DEFAULT_REGION", "eu-north-1"),
                                () -> OWN))
                .map(BedrockAccess::region)
                .contains("eu-north-1");
    }

    @Test
    void handsTemporaryCredentialsOnToTheGeneratorAlone() {
        AwsCredentials temporary = AwsSessionCredentials.create("id", "secret", "token");
        BedrockAccess access =
                options("--writer", "bedrock", "--model", "m")
                        .access(Map.of(), () -> temporary)
                        .orElseThrow();

        assertThat(access.environment())
                .containsEntry("BEDROCK_SESSION_TOKEN", "token")
                .allSatisfy((name, value) -> assertThat(name).startsWith("BEDROCK_"));
        assertThat(access.toString()).doesNotContain("secret", "token");
    }

    @Test
    void saysThatTheModelIsNotNamed() {
        assertThatThrownBy(() -> options("--writer", "bedrock").access(Map.of(), () -> OWN))
                .isInstanceOf(NotStarted.class)
                .hasMessageContaining("--model")
                .hasMessageContaining("BEDROCK_MODEL_ID");
    }

    @Test
    void saysWhatToDoWithoutCredentials() {
        assertThatThrownBy(
                        () ->
                                options("--writer", "bedrock", "--model", "m")
                                        .access(Map.of(), ModelOptionsTest::none))
                .isInstanceOf(NotStarted.class)
                .hasMessageContaining("no AWS credentials")
                .hasMessageContaining("aws sso login")
                .hasMessageNotContaining("home");
    }

    private static AwsCredentials none() {
        throw SdkClientException.create("nothing in /home/somebody/.aws");
    }
}
