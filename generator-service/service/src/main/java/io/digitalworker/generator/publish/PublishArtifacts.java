package io.digitalworker.generator.publish;

import io.digitalworker.api.Artifact;
import io.digitalworker.document.prose.SectionStatus;
import io.digitalworker.document.publication.ArtifactSet;
import io.digitalworker.document.publication.WrittenDocument;
import io.digitalworker.document.rendering.RenderedFile;
import io.digitalworker.generator.attempt.Attempt;
import io.digitalworker.generator.objects.ObjectStore;
import io.digitalworker.ledger.Claim;
import io.digitalworker.ledger.Job;
import io.digitalworker.ledger.Published;
import io.digitalworker.ledger.Summary;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Stores an artifact set under the fence of the claim, where no other holder writes, and points the job
 * at it once it is complete (design §4.6). What an attempt leaves there that ends before that is
 * removed with the job's other objects, by cleanup.
 */
@Singleton
public final class PublishArtifacts {
    private final ObjectStore objects;

    public PublishArtifacts(ObjectStore objects) {
        this.objects = objects;
    }

    /** Publishes the set; the job is {@code Succeeded}. */
    public Job publish(
            Attempt attempt, ArtifactSet set, List<WrittenDocument> documents, Summary summary)
            throws IOException {
        Claim claim = attempt.claim();
        String prefix = claim.job().jobId() + "/" + claim.fence() + "/";
        List<Artifact> artifacts = store(attempt, prefix, set);
        attempt.finish();
        return claim.succeed(
                new Published(
                        prefix, bundle(artifacts).sha256(), artifacts, gaps(documents), summary));
    }

    private List<Artifact> store(Attempt attempt, String prefix, ArtifactSet set)
            throws IOException {
        List<Artifact> artifacts = new ArrayList<>();
        for (RenderedFile file : set.files()) {
            attempt.goOn();
            objects.store(prefix + file.name(), file.contentType(), file.bytes());
            artifacts.add(file.artifact());
        }
        return artifacts;
    }

    private static Artifact bundle(List<Artifact> artifacts) {
        return artifacts.stream()
                .filter(artifact -> artifact.name().equals(Artifact.BUNDLE))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the set has no " + Artifact.BUNDLE));
    }

    /** A section of several documents is named once. */
    private static List<String> gaps(List<WrittenDocument> documents) {
        return documents.stream()
                .flatMap(document -> document.verified().drafts().stream())
                .filter(draft -> draft.status() != SectionStatus.COMPLETE)
                .map(draft -> draft.section().id())
                .distinct()
                .toList();
    }
}
