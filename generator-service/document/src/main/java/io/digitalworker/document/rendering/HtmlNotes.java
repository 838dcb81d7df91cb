package io.digitalworker.document.rendering;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** Small numbers in the text, and at the end of each section the places that they stand for. */
final class HtmlNotes implements NodeRenderer {
    private final HtmlNodeRendererContext context;
    private final HtmlWriter html;
    private final NoteNumbers numbers;
    private final Set<String> referred = new HashSet<>();

    HtmlNotes(HtmlNodeRendererContext context, NoteNumbers numbers) {
        this.context = context;
        this.html = context.getWriter();
        this.numbers = numbers;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(FootnoteReference.class, FootnoteDefinition.class);
    }

    @Override
    public void render(Node node) {
        if (node instanceof FootnoteReference reference) {
            if (reference.getPrevious() instanceof FootnoteReference) {
                html.raw("<sup>,</sup>");
            }
            reference(reference.getLabel());
        } else if (node instanceof FootnoteDefinition definition) {
            definition(definition);
        }
    }

    /** The note leads back to where it was first referred to. */
    private void reference(String label) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("href", "#note-" + label);
        if (referred.add(label)) {
            attributes.put("id", "at-" + label);
        }
        html.tag("sup");
        html.tag("a", attributes);
        html.text(Integer.toString(numbers.of(label)));
        html.tag("/a");
        html.tag("/sup");
    }

    private void definition(FootnoteDefinition note) {
        if (!(note.getPrevious() instanceof FootnoteDefinition)) {
            html.line();
            html.tag("ol", Map.of("class", "notes"));
            html.line();
        }
        html.tag("li", Map.of("id", "note-" + note.getLabel()));
        Node paragraph = note.getFirstChild();
        for (Node part = paragraph.getFirstChild(); part != null; part = part.getNext()) {
            context.render(part);
        }
        html.text(" ");
        html.tag("a", Map.of("href", "#at-" + note.getLabel()));
        html.text("\u21a9");
        html.tag("/a");
        html.tag("/li");
        html.line();
        if (!(note.getNext() instanceof FootnoteDefinition)) {
            html.tag("/ol");
            html.line();
        }
    }
}
