package io.digitalworker.document.diagram;

import io.digitalworker.document.diagram.Diagram.Node;
import io.digitalworker.document.diagram.Drawing.Anchor;
import java.util.List;

/** A node with its words broken into lines. */
record NodeBox(
        String role, List<String> name, List<String> rows, double w, double h, boolean rounded) {
    private static final double PAD = 5;

    static NodeBox of(Node node, int length, boolean rounded) {
        String role = rounded ? "" : node.role();
        List<String> name = TypeSetting.lines(TypeSetting.oneLine(node.label().shown()), length);
        List<String> rows =
                node.rows().stream()
                        .map(row -> TypeSetting.oneLine(row.shown()))
                        .flatMap(row -> TypeSetting.lines(row, length * 3 / 2).stream())
                        .toList();
        double width = TypeSetting.width(role, Canvas.SMALL, false);
        for (String line : name) {
            width = Math.max(width, TypeSetting.width(line, Canvas.NAME, true));
        }
        for (String line : rows) {
            width = Math.max(width, TypeSetting.width(line, Canvas.SMALL, false));
        }
        double height =
                2 * PAD
                        + (role.isEmpty() ? 0 : Canvas.SMALL * Canvas.LEADING)
                        + name.size() * Canvas.NAME * Canvas.LEADING
                        + (rows.isEmpty() ? 0 : PAD + rows.size() * Canvas.SMALL * Canvas.LEADING);
        return new NodeBox(role, name, rows, width + 2 * PAD, height, rounded);
    }

    /** Draws it into a place that may be larger than itself. */
    void draw(Canvas canvas, double x, double y, double width, double height) {
        canvas.box(x, y, width, height, rounded);
        double middle = x + width / 2;
        double at = y + PAD + (rows.isEmpty() ? (height - h) / 2 : 0);
        if (!role.isEmpty()) {
            canvas.text(middle, at + Canvas.SMALL, role, Canvas.SMALL, false, Anchor.MIDDLE);
            at += Canvas.SMALL * Canvas.LEADING;
        }
        for (String line : name) {
            canvas.text(middle, at + Canvas.NAME, line, Canvas.NAME, true, Anchor.MIDDLE);
            at += Canvas.NAME * Canvas.LEADING;
        }
        if (!rows.isEmpty()) {
            at += PAD / 2;
            canvas.line(x, at, x + width, at, false, false);
            at += PAD / 2;
        }
        for (String line : rows) {
            canvas.text(x + PAD, at + Canvas.SMALL, line, Canvas.SMALL, false, Anchor.START);
            at += Canvas.SMALL * Canvas.LEADING;
        }
    }
}
