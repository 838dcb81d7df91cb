package io.digitalworker.notifier.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.digitalworker.api.CallbackAddress;
import io.digitalworker.ledger.StoredEvent;
import io.digitalworker.notifier.delivery.Channel;
import io.digitalworker.notifier.delivery.Notice;
import io.digitalworker.notifier.delivery.Verdict;
import io.digitalworker.runtime.HostAddresses;
import io.digitalworker.runtime.RealTime;
import io.digitalworker.runtime.ServiceConfig;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Sends the event as JSON to the job's callback address, signed as Standard Webhooks asks (design
 * §4.4). The body is the event's {@code detail} with its {@code type} before; the id is the event's,
 * the same at each attempt.
 */
@Singleton
public final class WebhookChannel implements Channel {
    public static final String NAME = "webhook";
    private static final Logger LOG = Logger.getLogger(WebhookChannel.class);
    private static final int GONE = 410;

    private final Callback callback;
    private final HostAddresses hosts;
    private final Receivers receivers;
    private final ObjectMapper json;
    private final SigningSecrets secrets;
    private final CallbackAddress allowed;
    private final Clock realTime;

    WebhookChannel(
            Callback callback,
            HostAddresses hosts,
            Receivers receivers,
            ObjectMapper json,
            SigningSecrets secrets,
            ServiceConfig service,
            RealTime realTime) {
        this.callback = callback;
        this.hosts = hosts;
        this.receivers = receivers;
        this.json = json;
        this.secrets = secrets;
        this.allowed =
                service.auth().mode().equals("none")
                        ? CallbackAddress.publicOrLoopback()
                        : CallbackAddress.publicOnly();
        // receivers compare the timestamp with the real time, whatever time the services live in
        this.realTime = realTime.clock();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Verdict attempt(Notice notice) {
        return callback.of(notice.job().options())
                .flatMap(allowed::parse)
                .map(address -> attempt(address, notice))
                .orElse(Verdict.HOPELESS);
    }

    private Verdict attempt(URI address, Notice notice) {
        try {
            // asked once: the address that was checked is the one connected to
            List<InetAddress> resolved = hosts.of(address.getHost());
            if (!allowed.allows(address, resolved)) {
                LOG.warnf("job %s: callback not sent, no address for it", notice.job().jobId());
                return Verdict.FAILED;
            }
            String body = body(notice.stored());
            Map<String, String> headers = signed(notice, body);
            return verdict(receivers.post(address, resolved.get(0), headers, body));
        } catch (IOException noAnswer) {
            LOG.infof("job %s: callback: %s", notice.job().jobId(), noAnswer.getMessage());
            return Verdict.FAILED;
        }
    }

    private static Verdict verdict(int status) {
        if (status >= 200 && status < 300) {
            return Verdict.DELIVERED;
        }
        return status == GONE ? Verdict.HOPELESS : Verdict.FAILED;
    }

    private String body(StoredEvent stored) throws JsonProcessingException {
        ObjectNode body = json.createObjectNode().put("type", stored.event().detailType());
        JsonNode detail = json.readTree(stored.detail());
        return json.writeValueAsString(body.setAll((ObjectNode) detail));
    }

    private Map<String, String> signed(Notice notice, String body) {
        String id = notice.stored().event().eventId();
        long timestamp = realTime.instant().getEpochSecond();
        List<String> signing = secrets.of(notice.job().owner());
        return Map.of(
                "webhook-id", id,
                "webhook-timestamp", Long.toString(timestamp),
                "webhook-signature", Signatures.of(signing, id, timestamp, body));
    }
}
