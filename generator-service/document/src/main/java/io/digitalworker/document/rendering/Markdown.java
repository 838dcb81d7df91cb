package io.digitalworker.document.rendering;

import io.digitalworker.document.assembly.DocumentTree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.renderer.markdown.MarkdownRenderer;

/** CommonMark with the tables of GitHub. */
final class Markdown {
    private Markdown() {}

    static RenderedFile render(DocumentTree document) {
        String text =
                MarkdownRenderer.builder()
                        .extensions(List.of(TablesExtension.create()))
                        .build()
                        .render(document.root());
        return new RenderedFile(
                document.name() + ".md",
                "text/markdown; charset=utf-8",
                text.getBytes(StandardCharsets.UTF_8));
    }
}
