package io.digitalworker.ledger;

import io.digitalworker.api.Artifact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A complete artifact set in the object store, to be pointed at.
 *
 * @param outputKey its prefix, {@code <jobId>/<fence>/}
 * @param gaps names of sections that are not complete
 * @param summary how it came about, for whoever asks for the job's status
 */
public record Published(
        String outputKey,
        String bundleSha256,
        List<Artifact> artifacts,
        List<String> gaps,
        @Nullable Summary summary) {
    public Published(
            String outputKey, String bundleSha256, List<Artifact> artifacts, List<String> gaps) {
        this(outputKey, bundleSha256, artifacts, gaps, null);
    }

    public Published {
        artifacts = List.copyOf(artifacts);
        gaps = List.copyOf(gaps);
    }
}
