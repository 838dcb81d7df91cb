package io.digitalworker.notifier.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.util.List;
import java.util.stream.Collectors;

/** The header {@code webhook-signature} of Standard Webhooks. */
final class Signatures {
    private Signatures() {}

    /**
     * A signature by each secret, separated by spaces: receivers accept a request if one of them is
     * theirs, so that a secret may be replaced while both are in use.
     *
     * @param secrets as {@link io.digitalworker.api.WebhookSecret#of} gives them
     * @param timestamp in seconds
     */
    static String of(List<String> secrets, String id, long timestamp, String body) {
        return secrets.stream()
                .map(secret -> signature(secret, id, timestamp, body))
                .collect(Collectors.joining(" "));
    }

    private static String signature(String secret, String id, long timestamp, String body) {
        try {
            return new Webhook(secret).sign(id, timestamp, body);
        } catch (EmptyWebhookSecretException | WebhookSigningException e) {
            throw new IllegalStateException("a derived secret can always sign", e);
        }
    }
}
