package io.digitalworker.document.diagram;

/** A diagram as lines of text, in the form that the job asks for. */
public final class DiagramText {
    private DiagramText() {}

    /**
     * The lines, each ending in a line feed. Mermaid and PlantUML belong into a fenced block of that
     * name, the others into one without.
     *
     * @param form {@code mermaid}, {@code plantuml}, {@code ascii} or {@code text}
     */
    public static String of(Diagram diagram, String form) {
        return switch (form) {
            case "mermaid" -> Mermaid.of(diagram);
            case "plantuml" -> PlantUml.of(diagram);
            case "ascii" -> Ascii.of(diagram);
            case "text" -> PlainText.of(diagram);
            default -> throw new IllegalArgumentException("no form of diagrams: " + form);
        };
    }

    /** What every form says of a diagram before anything else. */
    static String state(Diagram diagram) {
        return diagram.proposed() ? "proposed" : "current";
    }
}
