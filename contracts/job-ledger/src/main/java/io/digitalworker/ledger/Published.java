package io.digitalworker.ledger;

import io.digitalworker.api.Artifact;
import java.util.List;

/**
 * A complete artifact set in the object store, to be pointed at.
 *
 * @param outputKey its prefix, {@code <jobId>/<fence>/}
 * @param gaps names of sections that are not complete
 */
public record Published(
        String outputKey, String bundleSha256, List<Artifact> artifacts, List<String> gaps) {
    public Published {
        artifacts = List.copyOf(artifacts);
        gaps = List.copyOf(gaps);
    }
}
