package io.digitalworker.document.translation;

import io.digitalworker.document.diagram.Diagram;
import io.digitalworker.document.outline.Wording;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import java.util.List;

/**
 * Sections in the language of their document. Only words change: mentions, quotes, classes and evidence
 * are those that were checked, in another order. A sentence that has no translation stays English.
 *
 * @param sentences with words of their own, cells and headings among them
 * @param translated of these, the ones that are in the language asked for
 */
public record Translation(List<SectionDraft> drafts, int sentences, int translated) {
    public Translation {
        drafts = List.copyOf(drafts);
    }

    /** Of drafts that were checked, in English, to the language of {@code wording}. */
    public static Translation of(List<SectionDraft> drafts, Wording wording) {
        Translator translator = new Translator(wording);
        List<SectionDraft> all =
                drafts.stream().map(draft -> new Walk(translator).section(draft)).toList();
        return new Translation(all, translator.sentences(), translator.translated());
    }

    /** The way through the blocks of a section. */
    private record Walk(Translator translator) {
        SectionDraft section(SectionDraft draft) {
            return new SectionDraft(
                    draft.section(),
                    draft.status(),
                    draft.blocks().isEmpty() ? translator.words(draft.reason()) : draft.reason(),
                    draft.blocks().stream().map(this::block).toList(),
                    draft.questions());
        }

        private Block block(Block block) {
            if (block instanceof Block.Paragraph part) {
                return new Block.Paragraph(all(part.of()));
            } else if (block instanceof Block.Heading part) {
                return new Block.Heading(translator.heading(part.title()));
            } else if (block instanceof Block.Bullets part) {
                return new Block.Bullets(all(part.items()));
            } else if (block instanceof Block.Quotation part) {
                return new Block.Quotation(translator.sentence(part.of()));
            } else if (block instanceof Block.Table part) {
                return new Block.Table(
                        part.header().stream().map(translator::head).toList(),
                        part.numeric(),
                        part.rows().stream().map(this::all).toList());
            } else if (block instanceof Block.LeftOut part) {
                return new Block.LeftOut(all(part.names()));
            } else if (block instanceof Block.Figure part) {
                return new Block.Figure(
                        diagram(part.diagram()), translator.sentence(part.caption()));
            }
            return block;
        }

        private List<Sentence> all(List<Sentence> sentences) {
            return sentences.stream().map(translator::sentence).toList();
        }

        private Diagram diagram(Diagram diagram) {
            return new Diagram(
                    diagram.id(),
                    diagram.kind(),
                    diagram.proposed(),
                    diagram.nodes().stream().map(this::node).toList(),
                    diagram.edges().stream().map(this::edge).toList());
        }

        private Diagram.Node node(Diagram.Node node) {
            return new Diagram.Node(
                    node.id(),
                    translator.sentence(node.label()),
                    node.role().equals(Diagram.Node.START)
                            ? node.role()
                            : translator.words(node.role()),
                    all(node.rows()));
        }

        private Diagram.Edge edge(Diagram.Edge edge) {
            return new Diagram.Edge(
                    edge.from(),
                    edge.to(),
                    translator.sentence(edge.label()),
                    edge.kind(),
                    edge.facts());
        }
    }
}
