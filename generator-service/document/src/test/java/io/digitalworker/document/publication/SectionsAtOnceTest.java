package io.digitalworker.document.publication;

import io.digitalworker.api.Options;
import io.digitalworker.document.Sample;
import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.outline.Outline;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.writing.ExtractiveWriter;
import io.digitalworker.document.writing.SectionWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Sections of a writer that waits for somebody else are written side by side. */
@Timeout(60)
class SectionsAtOnceTest {
    private static final List<Outline> OUTLINES =
            Outline.all(
                    new Options(
                            List.of("srs", "functional-spec"), null, null, null, null, null, null));
    private final Sample sample = Sample.example();
    private final DocumentSet set = new DocumentSet(sample.tree(), sample.material(), () -> {});

    /** Waits until as many sections are being written as may be. */
    private static final class Waiting implements SectionWriter {
        private final int atOnce;
        private final CountDownLatch all;
        private final AtomicInteger running = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();

        Waiting(int atOnce) {
            this.atOnce = atOnce;
            this.all = new CountDownLatch(atOnce);
        }

        @Override
        public String name() {
            return "waiting";
        }

        @Override
        public int atOnce() {
            return atOnce;
        }

        @Override
        public SectionDraft write(SectionBrief brief) {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            all.countDown();
            try {
                assertThat(all.await(20, TimeUnit.SECONDS)).as("others began as well").isTrue();
                return new ExtractiveWriter().write(brief);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            } finally {
                running.decrementAndGet();
            }
        }
    }

    @Test
    void writesSoManySectionsOfAllDocumentsAtOnceAndNoMore() {
        Waiting writer = new Waiting(5);

        List<Manuscript> written = set.write(OUTLINES, writer);

        assertThat(writer.most).hasValue(5);
        assertThat(drafts(written))
                .as("in the order of the outlines")
                .isEqualTo(drafts(set.write(OUTLINES, new ExtractiveWriter())));
    }

    @Test
    void tellsHowManySectionsAreWritten() {
        List<Integer> told = Collections.synchronizedList(new ArrayList<>());
        List<Integer> all = Collections.synchronizedList(new ArrayList<>());

        List<Manuscript> written =
                set.write(
                        OUTLINES,
                        new Waiting(3),
                        (sections, ofAll) -> {
                            told.add(sections);
                            all.add(ofAll);
                        });

        int sections = written.stream().mapToInt(each -> each.drafts().size()).sum();
        assertThat(told).hasSize(sections).doesNotHaveDuplicates().contains(sections);
        assertThat(all).containsOnly(sections);
    }

    @Test
    void endsWithTheFirstSectionThatFails() {
        SectionWriter failing =
                new SectionWriter() {
                    @Override
                    public String name() {
                        return "failing";
                    }

                    @Override
                    public int atOnce() {
                        return 4;
                    }

                    @Override
                    public SectionDraft write(SectionBrief brief) {
                        throw new ArithmeticException(brief.section().id());
                    }
                };

        assertThatThrownBy(() -> set.write(OUTLINES, failing))
                .isExactlyInstanceOf(ArithmeticException.class);
    }

    private static List<List<SectionDraft>> drafts(List<Manuscript> manuscripts) {
        return manuscripts.stream().map(Manuscript::drafts).toList();
    }
}
