package io.digitalworker.document.assembly;

import java.time.LocalDate;
import java.util.Objects;
import org.commonmark.node.Document;

/**
 * A document ready to be rendered. Renderers must not change the tree.
 *
 * @param name of its files, without extension, such as {@code srs}
 * @param date in UTC
 */
public record DocumentTree(
        String name, String title, String subject, String version, LocalDate date, Document root) {
    public DocumentTree {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(root, "root");
    }
}
