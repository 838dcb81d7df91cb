package io.digitalworker.local.launcher.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;

/**
 * HTTP that tries again where a fault passes: at 429, 502, 503, 504, at 409 with {@code Retry-After}
 * (another attempt of the same request is under way), and where a connection is lost. At most {@value
 * #MOST} attempts, each after twice the last pause from 1 s on, or as long as {@code Retry-After} says if
 * that is at most a minute. Redirects are not followed: they would take the caller's token along.
 */
final class PatientHttp {
    static final int MOST = 6;
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(10))
                    .build();
    private final Pause pause;
    private final Consumer<String> notices;
    private volatile boolean answered;

    /** @param notices is told of every pause, in one line */
    PatientHttp(Pause pause, Consumer<String> notices) {
        this.pause = pause;
        this.notices = notices;
    }

    /** For what must be found out before it is done again. */
    <T> HttpResponse<T> once(HttpRequest request, HttpResponse.BodyHandler<T> handler)
            throws IOException {
        try {
            return exchange(request, handler);
        } catch (IOException e) {
            throw unreachable(request.uri(), e);
        }
    }

    /**
     * For what may safely be sent twice.
     *
     * @param attempt makes the request of each attempt
     * @throws Unreachable if there was no answer
     */
    <T> HttpResponse<T> send(Supplier<HttpRequest> attempt, HttpResponse.BodyHandler<T> handler)
            throws IOException {
        for (int tried = 1; ; tried++) {
            HttpRequest request = attempt.get();
            Duration wait = backOff(tried);
            String why;
            try {
                HttpResponse<T> response = exchange(request, handler);
                Optional<Duration> later = later(response, wait);
                if (tried == MOST || later.isEmpty()) {
                    return response;
                }
                wait = later.get();
                why = "The answer was " + response.statusCode();
            } catch (IOException e) {
                if (tried == MOST || !passes(e)) {
                    throw unreachable(request.uri(), e);
                }
                why = "The connection was lost";
            }
            notices.accept(why + "; trying again in " + Math.max(1, wait.toSeconds()) + " s …");
            rest(wait);
        }
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler)
            throws IOException {
        try {
            HttpResponse<T> response = http.send(request, handler);
            answered = true;
            return response;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for an answer", e);
        }
    }

    /** Waits, as between attempts. */
    void rest(Duration time) throws IOException {
        try {
            pause.of(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting", e);
        }
    }

    private static Duration backOff(int tried) {
        return Duration.ofSeconds(1L << (tried - 1));
    }

    /** Empty where it makes no sense, or not so soon. */
    private static Optional<Duration> later(HttpResponse<?> response, Duration otherwise) {
        Optional<Duration> asked =
                response.headers().firstValue("Retry-After").flatMap(PatientHttp::seconds);
        boolean passing =
                PASSING.contains(response.statusCode())
                        || (response.statusCode() == 409 && asked.isPresent());
        return passing
                ? Optional.of(asked.orElse(otherwise)).filter(d -> d.compareTo(LONGEST) <= 0)
                : Optional.empty();
    }

    private static Optional<Duration> seconds(String header) {
        try {
            return Optional.of(Duration.ofSeconds(Math.max(0, Long.parseLong(header.trim()))));
        } catch (NumberFormatException aDate) {
            return Optional.empty();
        }
    }

    /** Where nobody has answered yet, the address is more likely wrong than the server restarting. */
    private boolean passes(IOException fault) {
        boolean notConnected =
                fault instanceof ConnectException || fault instanceof HttpConnectTimeoutException;
        return !(fault instanceof SSLException)
                && (answered || !notConnected)
                && !Thread.currentThread().isInterrupted();
    }

    private static Unreachable unreachable(URI address, IOException fault) {
        String where = address.getScheme() + "://" + address.getAuthority();
        if (fault instanceof SSLException) {
            return new Unreachable(
                    where + " has no certificate that this machine trusts. Is the name right?",
                    fault);
        }
        return new Unreachable(
                where
                        + " does not answer. Is it up (here: deploy/local/factory up), and is the"
                        + " endpoint right (--endpoint, FACTORY_ENDPOINT)?",
                fault);
    }
}
