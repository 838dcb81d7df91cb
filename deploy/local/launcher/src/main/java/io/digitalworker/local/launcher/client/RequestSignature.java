package io.digitalworker.local.launcher.client;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;

/** Signature version 4 for API Gateway ({@code execute-api}), as {@code gateway} installations take it. */
public final class RequestSignature implements Identity {
    private static final String SERVICE = "execute-api";

    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private final Supplier<? extends AwsCredentials> credentials;
    private final String region;

    /** @param credentials asked for at every attempt: temporary ones end */
    public RequestSignature(Supplier<? extends AwsCredentials> credentials, String region) {
        this.credentials = credentials;
        this.region = region;
    }

    @Override
    public void prove(HttpRequest.Builder request, String method, URI address, byte[] body) {
        AwsCredentials caller = caller();
        SdkHttpRequest plain =
                SdkHttpRequest.builder()
                        .method(SdkHttpMethod.fromValue(method))
                        .uri(address)
                        .build();
        SignedRequest signed =
                signer.sign(
                        sign ->
                                sign.identity(caller)
                                        .request(plain)
                                        .payload(ContentStreamProvider.fromByteArray(body))
                                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, SERVICE)
                                        .putProperty(AwsV4HttpSigner.REGION_NAME, region));
        for (Map.Entry<String, List<String>> header : signed.request().headers().entrySet()) {
            if (!HeadersOfTheClient.are(header.getKey())) {
                header.getValue().forEach(value -> request.header(header.getKey(), value));
            }
        }
    }

    /** What the SDK says of its failure is long, and may name files of the caller. */
    private AwsCredentials caller() {
        try {
            return credentials.get();
        } catch (SdkException e) {
            throw new CallerUnknown(
                    "There are no AWS credentials for --sigv4. Sign in (aws sso login, with"
                            + " --profile or AWS_PROFILE), or set AWS_ACCESS_KEY_ID and"
                            + " AWS_SECRET_ACCESS_KEY.");
        }
    }
}
