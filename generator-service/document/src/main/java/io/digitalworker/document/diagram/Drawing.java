package io.digitalworker.document.diagram;

import java.util.List;

/**
 * A laid-out picture. Lengths are points, the origin is at the top left; a size of type is that of the
 * page when the picture is not scaled. Boxes are to be painted first, then lines, then labels.
 */
public record Drawing(
        double width, double height, List<Box> boxes, List<Line> lines, List<Label> labels) {
    /** What an A4 page between ordinary margins has room for. */
    public static final double PAGE_WIDTH = 480;

    /** Leaves room for the caption. */
    public static final double PAGE_HEIGHT = 640;

    private static final int[] LINE_LENGTHS = {26, 20, 16, 13};

    /** A straight line. */
    public record Line(
            double x1, double y1, double x2, double y2, boolean dashed, boolean arrowHead) {}

    /** A rectangle with a ground of its own. */
    public record Box(double x, double y, double w, double h, boolean rounded) {}

    /** Which end of the text is at its point. */
    public enum Anchor {
        START,
        MIDDLE
    }

    /**
     * One line of text.
     *
     * @param y of the base line
     */
    public record Label(
            double x, double y, String text, double size, boolean bold, Anchor anchor) {}

    public Drawing {
        boxes = List.copyOf(boxes);
        lines = List.copyOf(lines);
        labels = List.copyOf(labels);
    }

    /** The picture of a diagram, if possible such that it fits a page. */
    public static Drawing of(Diagram diagram) {
        Drawing first = null;
        for (int length : LINE_LENGTHS) {
            for (boolean across : new boolean[] {true, false}) {
                Drawing drawing = drawn(diagram, length, across);
                if (drawing.fits()) {
                    return drawing;
                }
                first = first == null ? drawing : first;
            }
        }
        return first == null ? drawn(diagram, LINE_LENGTHS[0], true) : first;
    }

    private static Drawing drawn(Diagram diagram, int length, boolean across) {
        return diagram.kind() == Diagram.Kind.SEQUENCE
                ? SequenceLayout.of(diagram, length)
                : LayeredLayout.of(diagram, length, across);
    }

    /** Whether it can stand on a page as it is. */
    public boolean fits() {
        return width <= PAGE_WIDTH && height <= PAGE_HEIGHT;
    }
}
