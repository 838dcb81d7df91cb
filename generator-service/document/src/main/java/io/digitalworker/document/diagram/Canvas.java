package io.digitalworker.document.diagram;

import io.digitalworker.document.diagram.Drawing.Anchor;
import io.digitalworker.document.diagram.Drawing.Box;
import io.digitalworker.document.diagram.Drawing.Label;
import io.digitalworker.document.diagram.Drawing.Line;
import java.util.ArrayList;
import java.util.List;

/** A drawing in the making. */
final class Canvas {
    static final double NAME = 8;
    static final double SMALL = 7;
    static final double LEADING = 1.25;
    static final double MARGIN = 6;

    private final List<Box> boxes = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();

    void box(double x, double y, double w, double h, boolean rounded) {
        boxes.add(new Box(x, y, w, h, rounded));
    }

    void line(double x1, double y1, double x2, double y2, boolean dashed, boolean arrowHead) {
        lines.add(new Line(x1, y1, x2, y2, dashed, arrowHead));
    }

    void text(double x, double y, String text, double size, boolean bold, Anchor anchor) {
        if (!text.isEmpty()) {
            labels.add(new Label(x, y, text, size, bold, anchor));
        }
    }

    /** Moves everything so that the margin is kept, and says above it what kind of picture it is. */
    Drawing finished(boolean proposed) {
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = 0;
        double bottom = 0;
        for (double[] each : extents()) {
            left = Math.min(left, each[0]);
            top = Math.min(top, each[1]);
            right = Math.max(right, each[2]);
            bottom = Math.max(bottom, each[3]);
        }
        double head = 2 * SMALL;
        double dx = MARGIN - left;
        double dy = MARGIN + head - top;
        Canvas moved = new Canvas();
        String kind = proposed ? "proposed" : "current";
        moved.text(MARGIN, MARGIN + SMALL, kind, SMALL, false, Anchor.START);
        boxes.forEach(
                b ->
                        moved.boxes.add(
                                new Box(
                                        round(b.x() + dx),
                                        round(b.y() + dy),
                                        round(b.w()),
                                        round(b.h()),
                                        b.rounded())));
        for (Line line : lines) {
            moved.line(
                    round(line.x1() + dx),
                    round(line.y1() + dy),
                    round(line.x2() + dx),
                    round(line.y2() + dy),
                    line.dashed(),
                    line.arrowHead());
        }
        for (Label label : labels) {
            moved.text(
                    round(label.x() + dx),
                    round(label.y() + dy),
                    label.text(),
                    label.size(),
                    label.bold(),
                    label.anchor());
        }
        double width = Math.max(right - left, TypeSetting.width(kind, SMALL, false));
        return new Drawing(
                round(width + 2 * MARGIN),
                round(bottom - top + 2 * MARGIN + head),
                moved.boxes,
                moved.lines,
                moved.labels);
    }

    private List<double[]> extents() {
        List<double[]> all = new ArrayList<>();
        boxes.forEach(b -> all.add(new double[] {b.x(), b.y(), b.x() + b.w(), b.y() + b.h()}));
        for (Line l : lines) {
            all.add(
                    new double[] {
                        Math.min(l.x1(), l.x2()),
                        Math.min(l.y1(), l.y2()),
                        Math.max(l.x1(), l.x2()),
                        Math.max(l.y1(), l.y2())
                    });
        }
        for (Label l : labels) {
            double width = TypeSetting.width(l.text(), l.size(), l.bold());
            double x = l.anchor() == Anchor.START ? l.x() : l.x() - width / 2;
            all.add(new double[] {x, l.y() - l.size(), x + width, l.y() + l.size() / 4});
        }
        return all.isEmpty() ? List.of(new double[4]) : all;
    }

    private static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
