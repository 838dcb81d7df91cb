package io.digitalworker.document.rendering;

import io.digitalworker.document.assembly.DocumentTree;
import java.util.List;

/** All forms of a document. Equal trees give equal bytes. */
public final class Rendering {
    private Rendering() {}

    /** {@code <name>.html}, {@code <name>.md} and {@code <name>.pdf}. */
    public static List<RenderedFile> all(DocumentTree document) {
        return List.of(
                Html.render(document), Markdown.render(document), new Pdf(document).render());
    }
}
