package io.digitalworker.runtime;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLHandshakeException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;

/**
 * Sends a request again, at once, that met a connection which the server had closed meanwhile. A server
 * may do so at any time, and a client may then repeat what is idempotent (RFC 9110 §9.2.2), as all requests
 * to S3 here are. The JDK's client does so for bodies it keeps, not for those it streams, which are uploads.
 *
 * <p>A connection that cannot be made, an answer that does not come in time and whatever the server
 * answers are left to our own layers.
 */
final class LostConnection {
    /** All idle connections that the JDK keeps per server ({@code http.maxConnections}), and a new one. */
    private static final int ATTEMPTS = 6;

    private LostConnection() {}

    static RetryStrategy repeated() {
        return AwsRetryStrategy.doNotRetry().toBuilder()
                .useClientDefaults(false)
                .maxAttempts(ATTEMPTS)
                .backoffStrategy(BackoffStrategy.retryImmediately())
                .retryOnException(LostConnection::is)
                .build();
    }

    static boolean is(Throwable fault) {
        return fault instanceof SdkClientException
                && fault.getCause() instanceof IOException lost
                && !(lost instanceof ConnectException)
                && !(lost instanceof SocketTimeoutException)
                && !(lost instanceof UnknownHostException)
                && !(lost instanceof SSLHandshakeException);
    }
}
