package io.digitalworker.generator.publish;

import io.digitalworker.api.Estimate;
import io.digitalworker.api.Quality;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.SectionStatus;
import io.digitalworker.document.publication.RunRecord;
import io.digitalworker.document.publication.WrittenDocument;
import io.digitalworker.document.verification.Verified;
import io.digitalworker.ledger.JobUsage;
import io.digitalworker.ledger.Summary;
import java.util.List;

/** What the ledger keeps of how a job came to its artifacts. */
public final class Summaries {
    private Summaries() {}

    /** Of documents. */
    public static Summary of(RunRecord run, List<WrittenDocument> documents, JobUsage usage) {
        return new Summary(
                run.writer(),
                run.model().degraded(),
                quality(documents.stream().map(WrittenDocument::verified).toList()),
                usage,
                run.model().priceTable(),
                null);
    }

    /** Of a job of which nothing was written. */
    public static Summary of(Estimate estimate, String writer) {
        return new Summary(writer, false, null, JobUsage.NONE, estimate.priceTable(), estimate);
    }

    private static Quality quality(List<Verified> documents) {
        List<SectionDraft> drafts = documents.stream().flatMap(v -> v.drafts().stream()).toList();
        long complete = drafts.stream().filter(d -> d.status() == SectionStatus.COMPLETE).count();
        return Quality.of(
                documents.stream().mapToInt(Summaries::claims).sum(),
                documents.stream().mapToInt(Verified::claimsRemoved).sum(),
                drafts.size(),
                (int) complete);
    }

    private static int claims(Verified verified) {
        return verified.claims().values().stream().mapToInt(Integer::intValue).sum();
    }
}
