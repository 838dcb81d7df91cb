package io.digitalworker.document.writing;

import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.edition.Request;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.SectionStatus;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import java.util.ArrayList;
import java.util.List;

import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.heading;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;

/**
 * Quotes changes that were asked for in words, where the writer understands none: the section says that
 * they are not made, and waits for somebody who makes them.
 */
final class RequestedChanges {
    static final String REASON = "A change that was asked for is quoted and not made.";

    private RequestedChanges() {}

    static SectionDraft in(SectionBrief brief, SectionDraft draft) {
        List<Request> requests = brief.requests();
        if (requests.isEmpty()) {
            return draft;
        }
        List<Block> blocks = new ArrayList<>(draft.blocks());
        blocks.add(heading("Changes asked for"));
        blocks.add(
                paragraph(
                        extracted(
                                text(
                                        "These words are quoted as they came: this writer works"
                                                + " from facts alone and cannot act upon them."))));
        requests.forEach(request -> blocks.add(new Block.Quotation(quoted(request))));
        boolean lacking = draft.status() != SectionStatus.COMPLETE;
        return new SectionDraft(
                draft.section(),
                lacking ? draft.status() : SectionStatus.NEEDS_INPUT,
                lacking ? draft.reason() : REASON,
                blocks,
                draft.questions());
    }

    private static Sentence quoted(Request request) {
        return Sentence.of(
                ClaimClass.NEEDS_SME,
                new Span.Quote("message:" + request.id(), request.words().strip()));
    }
}
