package io.digitalworker.ingest;

import io.digitalworker.api.Artifact;
import io.digitalworker.api.ObjectRef;
import io.digitalworker.ledger.Claim;
import io.digitalworker.ledger.ClaimAttempt;
import io.digitalworker.ledger.JobLedger;
import io.digitalworker.ledger.NewJob;
import io.digitalworker.ledger.Published;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Plays ingest's other half and the generator: submits jobs and works on them. */
@Singleton
public class JobsInLedger {
    public static final String CALLER = "anonymous";
    static final String OUTPUT = "digital-worker-output";
    static final String HASH = "0".repeat(64);
    private static final ObjectRef REF = new ObjectRef("b", "k", HASH, 1);
    private static final String REPORT = "{\"questions\": [], \"sections\": []}";

    @Inject JobLedger ledger;
    @Inject S3Client s3;

    public String submitted(String owner) {
        String jobId = UUID.randomUUID().toString();
        ledger.submit(new NewJob(jobId, owner, "M", REF, REF, REF, null, false, "r1", null));
        return jobId;
    }

    public Claim claim(String jobId) {
        return ((ClaimAttempt.Claimed) ledger.claim(jobId, 1)).claim();
    }

    /** A job with a document, a diagram, a report and a bundle; each holds its own name. */
    public String succeeded(String owner) {
        String jobId = submitted(owner);
        Claim claim = claim(jobId);
        String prefix = jobId + "/" + claim.fence() + "/";
        List<Artifact> artifacts =
                List.of(
                        new Artifact("srs.html", 1, HASH, "text/html; charset=utf-8"),
                        new Artifact("diagrams/context.svg", 1, HASH, "image/svg+xml"),
                        new Artifact(Artifact.BUNDLE, 6, HASH, "application/zip"));
        artifacts.forEach(artifact -> put(prefix + artifact.name(), artifact.name()));
        put(prefix + "report.json", REPORT);
        claim.succeed(new Published(prefix, HASH, artifacts, List.of()));
        return jobId;
    }

    private void put(String key, String content) {
        s3.putObject(put -> put.bucket(OUTPUT).key(key), RequestBody.fromString(content));
    }
}
