package io.digitalworker.document.rendering;

import java.util.List;

/**
 * A document in all its forms.
 *
 * @param fonts that the PDF file uses, by name, sorted
 */
public record RenderedDocument(List<RenderedFile> files, List<String> fonts) {
    public RenderedDocument {
        files = List.copyOf(files);
        fonts = List.copyOf(fonts);
    }
}
