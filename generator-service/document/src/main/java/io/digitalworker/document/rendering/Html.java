package io.digitalworker.document.rendering;

import io.digitalworker.document.assembly.DocumentTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Heading;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * A page of its own with nothing active in it: no script, no form, nothing loaded from elsewhere, which
 * its content security policy states as well.
 */
final class Html {
    private Html() {}

    static RenderedFile render(DocumentTree document) {
        String body =
                HtmlRenderer.builder()
                        .extensions(List.of(TablesExtension.create()))
                        .escapeHtml(true)
                        .sanitizeUrls(true)
                        .attributeProviderFactory(
                                context ->
                                        (node, tag, attributes) -> {
                                            if (node instanceof Heading heading) {
                                                attributes.put("id", Anchors.of(heading));
                                            }
                                        })
                        .build()
                        .render(document.root());
        String page =
                resource("/rendering/page.html")
                        .replace("{{title}}", escaped(document.title() + ": " + document.subject()))
                        .replace("{{style}}", resource("/rendering/page.css"))
                        .replace("{{body}}", body);
        return new RenderedFile(
                document.name() + ".html",
                "text/html; charset=utf-8",
                page.getBytes(StandardCharsets.UTF_8));
    }

    private static String escaped(String text) {
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
