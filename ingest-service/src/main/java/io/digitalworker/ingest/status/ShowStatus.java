package io.digitalworker.ingest.status;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.digitalworker.api.JobDeletion;
import io.digitalworker.api.JobStatusView;
import io.digitalworker.ledger.Job;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.Supplier;

/** Shows a job to its owner. Addresses are made only for those who have not seen this state yet. */
@Singleton
public final class ShowStatus {
    /**
     * Addresses are part of the answer but not of the state. The tag changes once in half of their
     * life, so that a caller who was told 304 still holds addresses that work.
     */
    private static final Duration RENEWED = Duration.ofMinutes(30);

    private final Links links;
    private final Clock clock;
    private final ObjectMapper json;

    ShowStatus(Links links, Clock clock, ObjectMapper json) {
        this.links = links;
        this.clock = clock;
        this.json = json;
    }

    public Shown show(OwnedJob job) {
        Instant now = clock.instant();
        return new Shown(tag(job, now), () -> StatusViews.of(job, now, links));
    }

    /** When what a job has goes, or went. */
    public static JobDeletion deletion(OwnedJob owned) {
        Job job = owned.job();
        return new JobDeletion(job.jobId(), StatusViews.deletion(job, owned.deletion()));
    }

    private String tag(OwnedJob job, Instant now) {
        boolean linked = StatusViews.hasLinks(job, now);
        long period = linked ? now.toEpochMilli() / RENEWED.toMillis() : 0;
        // an instant rounded down keeps the moment of asking out of the tag
        Instant then = linked ? Instant.ofEpochMilli(period * RENEWED.toMillis()) : now;
        JobStatusView state = StatusViews.of(job, then, (key, artifact, life) -> "");
        return hash(state, period);
    }

    private String hash(JobStatusView state, long period) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(json.writeValueAsBytes(state));
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(period).flip());
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException | JsonProcessingException e) {
            throw new IllegalStateException("a view can always be written and hashed", e);
        }
    }

    /**
     * A state of a job.
     *
     * @param tag changes whenever the state does
     * @param view the state as a body, with addresses minted when it is asked for
     */
    public record Shown(String tag, Supplier<JobStatusView> view) {}
}
