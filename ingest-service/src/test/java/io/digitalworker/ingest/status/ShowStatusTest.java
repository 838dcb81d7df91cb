package io.digitalworker.ingest.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

import static io.digitalworker.ingest.status.JobSamples.DELETION;
import static io.digitalworker.ingest.status.JobSamples.SUBMITTED;
import static io.digitalworker.ingest.status.JobSamples.owned;
import static org.assertj.core.api.Assertions.assertThat;

class ShowStatusTest {
    private final AtomicInteger minted = new AtomicInteger();
    private final Links links =
            (key, artifact, life) -> artifact.name() + "#" + minted.incrementAndGet();

    @Test
    void tagDoesNotDependOnFreshLinks() {
        ShowStatus.Shown first = show(owned(JobSamples.succeeded()), SUBMITTED);
        ShowStatus.Shown second = show(owned(JobSamples.succeeded()), SUBMITTED.plusSeconds(7));

        assertThat(first.view().get()).isNotEqualTo(second.view().get());
        assertThat(first.tag()).isEqualTo(second.tag());
    }

    @Test
    void linksAreMintedOnlyForWhoLooks() {
        ShowStatus.Shown shown = show(owned(JobSamples.succeeded()), SUBMITTED);

        assertThat(minted).as("addresses made for the tag").hasValue(0);
        assertThat(shown.view().get().artifacts()).hasSize(2);
        assertThat(minted).hasValue(2);
    }

    @Test
    void tagChangesWithTheState() {
        assertThat(tag(owned(JobSamples.pending()), SUBMITTED))
                .isNotEqualTo(tag(owned(JobSamples.running()), SUBMITTED));
        assertThat(tag(owned(JobSamples.succeeded()), SUBMITTED))
                .isNotEqualTo(
                        tag(JobSamples.deleted(JobSamples.succeeded(), SUBMITTED), SUBMITTED));
        assertThat(tag(owned(JobSamples.succeeded()), DELETION.minusSeconds(2)))
                .isNotEqualTo(tag(owned(JobSamples.succeeded()), DELETION));
    }

    @Test
    void tagChangesBeforeLinksStopWorking() {
        assertThat(tag(owned(JobSamples.succeeded()), SUBMITTED))
                .isNotEqualTo(tag(owned(JobSamples.succeeded()), SUBMITTED.plusSeconds(30 * 60)));
    }

    @Test
    void tagOfJobWithoutLinksStaysForever() {
        assertThat(tag(owned(JobSamples.running()), SUBMITTED))
                .isEqualTo(tag(owned(JobSamples.running()), SUBMITTED.plusSeconds(9_999)));
    }

    @Test
    void artifactsAreOfferedAsFilesToSave() {
        assertThat(PresignedLinks.disposition("diagrams/components.svg"))
                .isEqualTo("attachment; filename=\"diagrams-components.svg\"");
    }

    private String tag(OwnedJob job, Instant now) {
        return show(job, now).tag();
    }

    private ShowStatus.Shown show(OwnedJob job, Instant now) {
        ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());
        return new ShowStatus(links, Clock.fixed(now, ZoneOffset.UTC), json).show(job);
    }
}
