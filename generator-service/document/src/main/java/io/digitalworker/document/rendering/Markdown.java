package io.digitalworker.document.rendering;

import io.digitalworker.document.assembly.DocumentTree;
import io.digitalworker.document.assembly.FigureBlock;
import io.digitalworker.document.diagram.DiagramText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.markdown.MarkdownNodeRendererContext;
import org.commonmark.renderer.markdown.MarkdownNodeRendererFactory;
import org.commonmark.renderer.markdown.MarkdownRenderer;

/** CommonMark with the tables and footnotes of GitHub; diagrams stand in fenced blocks. */
final class Markdown {
    private Markdown() {}

    static RenderedFile render(DocumentTree document) {
        String text =
                MarkdownRenderer.builder()
                        .nodeRendererFactory(new Figures.Factory())
                        .extensions(List.of(TablesExtension.create(), FootnotesExtension.create()))
                        .build()
                        .render(document.root());
        return new RenderedFile(
                document.name() + ".md",
                "text/markdown; charset=utf-8",
                text.getBytes(StandardCharsets.UTF_8));
    }

    private record Figures(MarkdownNodeRendererContext context) implements NodeRenderer {
        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(FigureBlock.class);
        }

        @Override
        public void render(Node node) {
            FigureBlock figure = (FigureBlock) node;
            FencedCodeBlock code = new FencedCodeBlock();
            code.setFenceCharacter("`");
            code.setOpeningFenceLength(3);
            code.setInfo(figure.form().equals("ascii") ? "text" : figure.form());
            code.setLiteral(DiagramText.of(figure.diagram(), figure.form()));
            context.render(code);
            context.render(figure.getFirstChild());
        }

        private record Factory() implements MarkdownNodeRendererFactory {
            @Override
            public NodeRenderer create(MarkdownNodeRendererContext context) {
                return new Figures(context);
            }

            @Override
            public Set<Character> getSpecialCharacters() {
                return Set.of();
            }
        }
    }
}
