package io.digitalworker.local.launcher.client;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.core.exception.SdkClientException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IdentityTest {
    private static final URI ADDRESS =
            URI.create("https://abc.execute-api.eu-west-1.amazonaws.com/v1/jobs?limit=20");

    @Test
    void aTokenIsReadAnewForEachAttempt() {
        Deque<String> tokens = new ArrayDeque<>(List.of("first.token\n", "second.token"));
        BearerToken identity = new BearerToken(tokens::pop);

        assertThat(header(identity, "Authorization")).isEqualTo("Bearer first.token");
        assertThat(header(identity, "Authorization")).isEqualTo("Bearer second.token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer x", "two words", "line\r\nX-Evil: 1", "ümlaut"})
    void whatIsNoTokenIsRefusedWithoutRepeatingIt(String value) {
        assertThatThrownBy(() -> header(new BearerToken(() -> value), "Authorization"))
                .isInstanceOf(CallerUnknown.class)
                .hasMessageContaining("access token alone")
                .satisfies(
                        e ->
                                assertThat(e.getMessage().contains(value) && value.length() > 6)
                                        .as("the secret is not in the message")
                                        .isFalse());
    }

    @Test
    void aSignatureIsForApiGatewayInTheRegionAndCoversSessionAndBody() {
        RequestSignature identity =
                new RequestSignature(
                        () -> AwsSessionCredentials.create("AKIDEXAMPLE", "secret", "session"),
                        "eu-west-1");

        HttpRequest signed =
                signed(identity, "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        HttpRequest other = signed(identity, new byte[0]);

        assertThat(value(signed, "Authorization"))
                .startsWith("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/")
                .contains("/eu-west-1/execute-api/aws4_request")
                .contains("SignedHeaders=")
                .contains("x-amz-security-token")
                .doesNotContain("secret");
        assertThat(value(signed, "X-Amz-Security-Token")).isEqualTo("session");
        assertThat(signature(signed)).as("the body is signed").isNotEqualTo(signature(other));
    }

    @Test
    void withoutCredentialsItSaysHowToSignIn() {
        RequestSignature identity =
                new RequestSignature(
                        () -> {
                            throw SdkClientException.create("/home/me/.aws/sso is gone");
                        },
                        "eu-west-1");

        assertThatThrownBy(() -> signed(identity, new byte[0]))
                .isInstanceOf(CallerUnknown.class)
                .hasMessageContaining("aws sso login")
                .hasMessageNotContaining("/home/me");
    }

    @Test
    void aSignatureWorksWithoutSession() {
        RequestSignature identity =
                new RequestSignature(() -> AwsBasicCredentials.create("AKID", "s"), "eu-west-1");

        assertThat(value(signed(identity, new byte[0]), "Authorization")).startsWith("AWS4-");
    }

    private static HttpRequest signed(Identity identity, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(ADDRESS);
        identity.prove(request, "POST", ADDRESS, body);
        return request.build();
    }

    private static String header(Identity identity, String name) {
        return value(signed(identity, new byte[0]), name);
    }

    private static String value(HttpRequest request, String name) {
        return request.headers().firstValue(name).orElse("");
    }

    private static String signature(HttpRequest request) {
        return value(request, "Authorization").replaceAll(".*Signature=", "");
    }
}
