import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * Receives what the factory publishes on its SNS topic: confirms the subscription, believes only what is
 * signed by SNS, and says each message once. Put it behind something that speaks TLS.
 *
 * <p>{@code java -cp jackson.jars SnsReceiver.java PORT TOPIC-ARN}. A third argument, {@code
 * http://127.0.0.1:PORT/}, takes certificates from the factory's embedded cloud instead of from AWS.
 */
public final class SnsReceiver {
    private static final Pattern OF_AWS =
            Pattern.compile("https://sns\\.[a-z0-9-]+\\.amazonaws\\.com(\\.cn)?/.*");
    private static final List<String> SIGNED_NOTIFICATION =
            List.of("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type");
    private static final List<String> SIGNED_CONFIRMATION =
            List.of("Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type");

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(5))
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private final Map<String, X509Certificate> certificates = new ConcurrentHashMap<>();

    /** The last 10,000 ids: SNS delivers at least once. A shared store, where there are several receivers. */
    private final Set<String> seen =
            Collections.synchronizedSet(
                    Collections.newSetFromMap(
                            new LinkedHashMap<>() {
                                @Override
                                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                                    return size() > 10_000;
                                }
                            }));

    private final String topic;
    private final Pattern trusted;

    private SnsReceiver(String topic, Pattern trusted) {
        this.topic = topic;
        this.trusted = trusted;
    }

    public static void main(String[] args) throws IOException {
        Pattern trusted = args.length > 2 ? Pattern.compile(Pattern.quote(args[2]) + ".*") : OF_AWS;
        SnsReceiver receiver = new SnsReceiver(args[1], trusted);
        HttpServer server =
                HttpServer.create(new InetSocketAddress("127.0.0.1", Integer.parseInt(args[0])), 0);
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.createContext("/", receiver::receive);
        server.start();
        System.out.println("listening on " + server.getAddress().getPort());
    }

    private void receive(HttpExchange exchange) throws IOException {
        int status = 400;
        try (exchange) {
            try {
                // SNS sends 256 KB at most, and its envelope
                byte[] body = exchange.getRequestBody().readNBytes(512 * 1024);
                status = take(json.readTree(body));
            } catch (IOException | GeneralSecurityException | RuntimeException e) {
                System.out.println("refused: " + e.getClass().getSimpleName());
            }
            exchange.sendResponseHeaders(status, -1);
        }
    }

    private int take(JsonNode message) throws IOException, GeneralSecurityException {
        if (!isFromTheTopic(message)) {
            System.out.println("refused: not signed by SNS for this topic");
            return 403;
        }
        if (text(message, "Type").equals("SubscriptionConfirmation")) {
            return confirm(message);
        }
        if (text(message, "Type").equals("Notification") && seen.add(text(message, "MessageId"))) {
            told(message);
        }
        return 200;
    }

    /** What you want to do with it: here, one line. */
    private void told(JsonNode message) throws IOException {
        JsonNode job = json.readTree(text(message, "Message"));
        JsonNode attributes = message.path("MessageAttributes");
        System.out.println(
                String.join(
                        " ",
                        text(job, "status"),
                        attributes.path("moduleName").path("Value").asText(),
                        text(job, "jobId"),
                        text(job, "url") + text(job, "errorMessage")));
    }

    private int confirm(JsonNode message) throws IOException {
        HttpResponse<Void> answer =
                get(text(message, "SubscribeURL"), HttpResponse.BodyHandlers.discarding());
        System.out.println("subscription confirmed: " + (answer.statusCode() == 200));
        return answer.statusCode() == 200 ? 200 : 502;
    }

    private boolean isFromTheTopic(JsonNode message) throws IOException, GeneralSecurityException {
        return text(message, "TopicArn").equals(topic) && isRecent(message) && isSigned(message);
    }

    /** An old message sent again by somebody else would be signed as well. */
    private static boolean isRecent(JsonNode message) {
        Duration age = Duration.between(Instant.parse(text(message, "Timestamp")), Instant.now());
        return age.abs().compareTo(Duration.ofHours(1)) <= 0;
    }

    private boolean isSigned(JsonNode message) throws IOException, GeneralSecurityException {
        boolean notification = text(message, "Type").equals("Notification");
        StringBuilder signed = new StringBuilder();
        for (String field : notification ? SIGNED_NOTIFICATION : SIGNED_CONFIRMATION) {
            if (message.has(field)) {
                signed.append(field).append('\n').append(text(message, field)).append('\n');
            }
        }
        // version 1 is SHA-1, which the topic does not use
        if (!text(message, "SignatureVersion").equals("2")) {
            return false;
        }
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(certificate(text(message, "SigningCertURL")));
        signature.update(signed.toString().getBytes(StandardCharsets.UTF_8));
        return signature.verify(Base64.getDecoder().decode(text(message, "Signature")));
    }

    /** Whoever may choose the address could sign everything: it must be SNS's own. */
    private X509Certificate certificate(String address)
            throws IOException, GeneralSecurityException {
        X509Certificate known = certificates.get(address);
        if (known == null) {
            byte[] pem = get(address, HttpResponse.BodyHandlers.ofByteArray()).body();
            known =
                    (X509Certificate)
                            CertificateFactory.getInstance("X.509")
                                    .generateCertificate(new ByteArrayInputStream(pem));
            certificates.put(address, known);
        }
        known.checkValidity();
        return known;
    }

    private <T> HttpResponse<T> get(String address, HttpResponse.BodyHandler<T> handler)
            throws IOException {
        if (!trusted.matcher(address).matches()) {
            throw new IOException("not an address of SNS");
        }
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(address))
                            .timeout(Duration.ofSeconds(10))
                            .build();
            return http.send(request, handler);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static String text(JsonNode json, String field) {
        return json.path(field).asText("");
    }
}
