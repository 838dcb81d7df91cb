package io.digitalworker.document.rendering;

import io.digitalworker.document.assembly.DocumentTree;
import java.util.List;

/** All forms of a document. Equal trees give equal bytes. */
public final class Rendering {
    private Rendering() {}

    /** {@code <name>.html}, {@code <name>.md} and {@code <name>.pdf}, the last in the bundled fonts. */
    public static List<RenderedFile> all(DocumentTree document) {
        return all(document, Typefaces.bundled());
    }

    /** {@code <name>.md} alone. */
    public static RenderedFile markdown(DocumentTree document) {
        return Markdown.render(document);
    }

    /** The PDF file alone. */
    public static RenderedFile pdf(DocumentTree document, Typefaces faces) {
        return new Pdf(document, faces).render(Markdown.render(document));
    }

    /** As {@link #all(DocumentTree)}, with these fonts. */
    public static List<RenderedFile> all(DocumentTree document, Typefaces faces) {
        return of(document, faces).files();
    }

    /** The same, and the fonts that were used. */
    public static RenderedDocument of(DocumentTree document, Typefaces faces) {
        RenderedFile markdown = Markdown.render(document);
        Pdf pdf = new Pdf(document, faces);
        List<RenderedFile> files = List.of(Html.render(document), markdown, pdf.render(markdown));
        return new RenderedDocument(files, pdf.fonts());
    }
}
