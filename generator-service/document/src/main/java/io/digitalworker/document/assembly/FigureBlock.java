package io.digitalworker.document.assembly;

import io.digitalworker.document.diagram.Diagram;
import java.util.Objects;
import org.commonmark.node.CustomBlock;

/** A picture; the paragraph within is its caption. Each renderer draws it in its own way. */
public final class FigureBlock extends CustomBlock {
    private final Diagram diagram;
    private final String form;

    FigureBlock(Diagram diagram, String form) {
        this.diagram = Objects.requireNonNull(diagram, "diagram");
        this.form = Objects.requireNonNull(form, "form");
    }

    public Diagram diagram() {
        return diagram;
    }

    /** How it stands in Markdown: {@code mermaid}, {@code plantuml}, {@code ascii} or {@code text}. */
    public String form() {
        return form;
    }
}
