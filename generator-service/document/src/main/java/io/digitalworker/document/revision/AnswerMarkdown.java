package io.digitalworker.document.revision;

import io.digitalworker.document.assembly.Assembly;
import io.digitalworker.document.brief.Chunk;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.edition.Request;
import io.digitalworker.document.outline.Outline;
import io.digitalworker.document.outline.Section;
import io.digitalworker.document.outline.Wording;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.Question;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.document.publication.WrittenDocument;
import io.digitalworker.document.rendering.RenderedFile;
import io.digitalworker.document.rendering.Rendering;
import io.digitalworker.document.revision.Passages.Passage;
import io.digitalworker.document.verification.Verification;
import io.digitalworker.document.verification.Verified;
import io.digitalworker.document.writing.Cells;
import io.digitalworker.document.writing.Grid;
import io.digitalworker.document.writing.Phrases;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.FactKind;
import io.digitalworker.facts.source.SourceTree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.heading;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;

/**
 * {@code answer.md}: what documents and code hold on a question, in typed prose that is verified as any
 * document is, with the places; or that nothing was found. It quotes and shows, and concludes nothing.
 *
 * @param markdown the file
 * @param passages of the documents that it shows
 * @param places in the code that it shows
 * @param open questions about the same that nobody has answered
 */
public record AnswerMarkdown(RenderedFile markdown, int passages, int places, int open) {
    private static final String NAME = "answer";

    /** Whether there was anything to show. */
    public boolean isFound() {
        return passages + places > 0;
    }

    /**
     * Answers a question about documents as they are published.
     *
     * @param id of the revision that asks
     * @param at its date
     */
    public static AnswerMarkdown of(
            SourceTree tree,
            List<WrittenDocument> documents,
            String id,
            String question,
            Instant at) {
        Complexity complexity = MessageAnalysis.of(question).complexity();
        Material base = documents.get(0).material();
        Material asked =
                base.revised(base.edition().asked(new Request(id, question, List.of())))
                        .under(outline(base.outline()));
        Passages about = new Passages(documents, question);
        List<Passage> passages = about.best(complexity.places());
        AnswerSources code =
                AnswerSources.of(tree, base, question, about.known(question), complexity.places());
        List<Question> open = Passages.open(documents, about);
        List<Section> sections = asked.outline().sections();
        List<SectionDraft> drafts =
                List.of(
                        SectionDraft.complete(sections.get(0), question(id, question)),
                        SectionDraft.complete(sections.get(1), passages(passages)),
                        SectionDraft.complete(sections.get(2), code(asked, code)),
                        SectionDraft.complete(sections.get(3), open(open)));
        Verified verified = Verification.of(tree, asked).check(drafts);
        return new AnswerMarkdown(
                Rendering.markdown(Assembly.assemble(asked, verified, at)),
                passages.size(),
                code.code().size() + code.facts().size(),
                open.size());
    }

    private static Outline outline(Outline of) {
        Wording wording = of.wording();
        return new Outline(
                NAME,
                wording.say("Answer"),
                of.detail(),
                of.language(),
                of.scenario(),
                of.diagrams(),
                0,
                List.of(
                        section(wording, "question", "What was asked"),
                        section(wording, "in-the-documents", "What the documents say"),
                        section(wording, "in-the-code", "What the code shows"),
                        section(wording, "open", "What is still open")));
    }

    private static Section section(Wording wording, String id, String title) {
        return new Section(id, wording.say(title), NAME + "-" + id, null, List.of());
    }

    private static List<Block> question(String id, String question) {
        Span quote = new Span.Quote("message:" + id, question.strip());
        return List.of(new Block.Quotation(Sentence.of(ClaimClass.EXTRACTED, quote)));
    }

    private static List<Block> passages(List<Passage> passages) {
        List<Block> blocks = new ArrayList<>();
        int at = 0;
        while (at < passages.size()) {
            int end = at;
            while (end < passages.size() && isOneBlock(passages.get(at), passages.get(end))) {
                end++;
            }
            List<Passage> together = passages.subList(at, end);
            if (at == 0 || !isOneSection(passages.get(at - 1), passages.get(at))) {
                blocks.add(heading(title(passages.get(at))));
            }
            blocks.add(block(together));
            at = end;
        }
        return blocks.isEmpty()
                ? List.of(paragraph(extracted(text("Nothing in the documents speaks of it."))))
                : blocks;
    }

    private static String title(Passage passage) {
        return passage.document().material().outline().title()
                + ": "
                + passage.section().section().title();
    }

    private static boolean isOneSection(Passage one, Passage other) {
        return one.document().name().equals(other.document().name())
                && one.section().equals(other.section());
    }

    private static boolean isOneBlock(Passage one, Passage other) {
        return isOneSection(one, other) && one.header().equals(other.header());
    }

    private static Block block(List<Passage> passages) {
        Passage first = passages.get(0);
        return first.isRow()
                ? new Block.Table(
                        first.header(),
                        first.numeric(),
                        passages.stream().map(Passage::cells).toList())
                : new Block.Bullets(passages.stream().map(each -> each.cells().get(0)).toList());
    }

    private static List<Block> code(Material material, AnswerSources sources) {
        Grid members = new Grid("Name", "What its author says", "Place");
        for (Chunk chunk : sources.code()) {
            members.row(
                    Phrases.cell(chunk, Phrases.symbol(chunk)),
                    Cells.quoted(material.comments().of(chunk.evidence())),
                    Cells.place(chunk.evidence()));
        }
        Grid facts = new Grid("Fact", "Kind", "Place");
        for (Fact fact : sources.facts()) {
            facts.row(Cells.headline(fact), Cells.words(kind(fact)), Cells.place(fact));
        }
        List<Block> blocks = new ArrayList<>(members.blocks());
        blocks.addAll(facts.under("Facts at these places"));
        return blocks.isEmpty()
                ? List.of(paragraph(extracted(text("Nothing in the code fits the question."))))
                : blocks;
    }

    /** As words: {@code configurationKeys} is {@code configuration keys}. */
    private static String kind(Fact fact) {
        return FactKind.of(fact).array().replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    private static List<Block> open(List<Question> open) {
        return open.isEmpty()
                ? List.of(paragraph(extracted(text("No open question is about it."))))
                : List.of(new Block.Bullets(open.stream().map(Question::sentence).toList()));
    }
}
