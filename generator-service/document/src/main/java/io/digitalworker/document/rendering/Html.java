package io.digitalworker.document.rendering;

import io.digitalworker.document.assembly.DocumentTree;
import io.digitalworker.document.assembly.Headings;
import io.digitalworker.document.outline.Wording;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * A page of its own with nothing active in it: no script, no form, nothing loaded from elsewhere, which
 * its content security policy states as well.
 */
final class Html {
    private final DocumentTree document;
    private final Headings headings;

    private Html(DocumentTree document) {
        this.document = document;
        this.headings = new Headings(document.root());
    }

    static RenderedFile render(DocumentTree document) {
        return new RenderedFile(
                document.name() + ".html",
                "text/html; charset=utf-8",
                new Html(document).page().getBytes(StandardCharsets.UTF_8));
    }

    /** What is not ours comes last: it may hold the marks of the template. */
    private String page() {
        return resource("/rendering/page.html")
                .replace("{{style}}", resource("/rendering/page.css"))
                .replace("{{language}}", escaped(document.language()))
                .replace("{{heading}}", escaped(Wording.of(document.language()).say("Contents")))
                .replace("{{title}}", escaped(document.title() + ": " + document.subject()))
                .replace("{{contents}}", contents())
                .replace("{{body}}", body());
    }

    private String body() {
        NoteNumbers notes = new NoteNumbers(document.root());
        return HtmlRenderer.builder()
                .nodeRendererFactory(context -> new HtmlNotes(context, notes))
                .nodeRendererFactory(HtmlFigures::new)
                .extensions(List.of(TablesExtension.create()))
                .escapeHtml(true)
                .sanitizeUrls(true)
                .attributeProviderFactory(
                        context ->
                                (node, tag, attributes) -> {
                                    if (node instanceof Heading heading) {
                                        attributes.put("id", headings.anchor(heading));
                                    }
                                })
                .build()
                .render(document.root());
    }

    /** Links to the sections; what is below them would make the list longer than a screen. */
    private String contents() {
        StringBuilder list = new StringBuilder();
        Node node = document.root().getFirstChild();
        for (; node != null; node = node.getNext()) {
            if (node instanceof Heading heading && heading.getLevel() == 2) {
                list.append("<li><a href=\"#")
                        .append(escaped(headings.anchor(heading)))
                        .append("\">")
                        .append(escaped(Headings.text(heading)))
                        .append("</a></li>\n");
            }
        }
        return list.toString();
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("{", "&#123;");
    }

    private static String resource(String name) {
        try (InputStream in = Html.class.getResourceAsStream(name)) {
            Objects.requireNonNull(in, name + " is not on the class path");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }
}
