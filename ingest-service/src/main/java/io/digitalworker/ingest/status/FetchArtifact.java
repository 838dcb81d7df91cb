package io.digitalworker.ingest.status;

import io.digitalworker.api.Artifact;
import io.digitalworker.api.ErrorCode;
import io.digitalworker.ingest.check.Checked;
import io.digitalworker.ledger.Job;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Gives an address for an artifact, made anew each time: it works for an hour at most. */
@Singleton
public final class FetchArtifact {
    private final Links links;
    private final Clock clock;

    FetchArtifact(Links links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    /**
     * The address; {@code GONE} where the artifacts are deleted, or somebody asked for that, {@code
     * ARTIFACT_NOT_FOUND} where there never was one of that name.
     */
    public Checked<URI> of(OwnedJob owned, String name) {
        Job job = owned.job();
        Instant now = clock.instant();
        Optional<Artifact> artifact =
                job.artifacts().stream().filter(each -> each.name().equals(name)).findFirst();
        if (isGone(owned, now)) {
            return Checked.faulty(ErrorCode.GONE);
        }
        String outputKey = job.outputKey();
        if (artifact.isEmpty() || outputKey == null) {
            return Checked.faulty(ErrorCode.ARTIFACT_NOT_FOUND);
        }
        String address = links.to(outputKey, artifact.get(), StatusViews.life(owned, now));
        return new Checked.Sound<>(URI.create(address));
    }

    private static boolean isGone(OwnedJob owned, Instant now) {
        boolean published = owned.job().outputKey() != null;
        boolean deleted =
                owned.deletion()
                        .filter(d -> d.deletedAt() != null || d.demandedAt() != null)
                        .isPresent();
        return deleted || (published && !StatusViews.hasLinks(owned, now));
    }
}
