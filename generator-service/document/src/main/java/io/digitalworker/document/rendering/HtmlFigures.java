package io.digitalworker.document.rendering;

import io.digitalworker.document.assembly.FigureBlock;
import io.digitalworker.document.assembly.Headings;
import io.digitalworker.document.diagram.Drawing;
import io.digitalworker.document.diagram.Svg;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** Diagrams as SVG within the page. */
final class HtmlFigures implements NodeRenderer {
    private final HtmlNodeRendererContext context;
    private final HtmlWriter html;

    HtmlFigures(HtmlNodeRendererContext context) {
        this.context = context;
        this.html = context.getWriter();
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(FigureBlock.class);
    }

    @Override
    public void render(Node node) {
        FigureBlock figure = (FigureBlock) node;
        Node caption = figure.getFirstChild();
        html.line();
        html.tag("figure", Map.of("id", "figure-" + figure.diagram().id()));
        html.raw(Svg.of(Drawing.of(figure.diagram()), Headings.text(caption)));
        html.line();
        html.tag("figcaption");
        for (Node part = caption.getFirstChild(); part != null; part = part.getNext()) {
            context.render(part);
        }
        html.tag("/figcaption");
        html.tag("/figure");
        html.line();
    }
}
