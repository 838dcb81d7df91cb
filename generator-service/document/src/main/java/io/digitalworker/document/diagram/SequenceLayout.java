package io.digitalworker.document.diagram;

import io.digitalworker.document.diagram.Diagram.Edge;
import io.digitalworker.document.diagram.Diagram.Node;
import io.digitalworker.document.diagram.Drawing.Anchor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lifelines side by side, messages one below the other. */
final class SequenceLayout {
    private static final double GAP = 14;
    private static final double LOOP = 14;

    private final Diagram diagram;
    private final int length;
    private final List<NodeBox> boxes = new ArrayList<>();
    private final Map<String, Integer> index = new LinkedHashMap<>();
    private final double[] middle;
    private final List<double[]> words = new ArrayList<>();
    private final Canvas canvas = new Canvas();

    private SequenceLayout(Diagram diagram, int length) {
        this.diagram = diagram;
        this.length = length;
        for (Node node : diagram.nodes()) {
            index.put(node.id(), boxes.size());
            boxes.add(NodeBox.of(node, length, false));
        }
        middle = new double[boxes.size()];
    }

    static Drawing of(Diagram diagram, int length) {
        SequenceLayout layout = new SequenceLayout(diagram, length);
        layout.columns();
        layout.draw();
        return layout.canvas.finished(diagram.proposed());
    }

    /** As near as boxes and words between neighbours allow. */
    private void columns() {
        for (int i = 1; i < middle.length; i++) {
            double apart = (boxes.get(i - 1).w() + boxes.get(i).w()) / 2 + GAP;
            middle[i] = middle[i - 1] + apart;
            for (Edge edge : diagram.edges()) {
                int from = Math.min(index(edge.from()), index(edge.to()));
                int to = Math.max(index(edge.from()), index(edge.to()));
                double need = words(edge) + 8;
                boolean loop = from == to && from == i - 1;
                if (loop) {
                    middle[i] = Math.max(middle[i], middle[from] + need + LOOP);
                } else if (to == i && from < to) {
                    middle[i] = Math.max(middle[i], middle[from] + need);
                }
            }
        }
    }

    private int index(String node) {
        return index.getOrDefault(node, 0);
    }

    /** The further an arrow reaches, the longer its lines may be. */
    private List<String> lines(Edge edge) {
        int reach = Math.max(1, Math.abs(index(edge.from()) - index(edge.to())));
        return TypeSetting.lines(diagram.words(edge), length * Math.min(reach, 2));
    }

    private double words(Edge edge) {
        return lines(edge).stream()
                .mapToDouble(line -> TypeSetting.width(line, Canvas.SMALL, false))
                .max()
                .orElse(0);
    }

    private void draw() {
        double head = boxes.stream().mapToDouble(NodeBox::h).max().orElse(0);
        for (int i = 0; i < middle.length; i++) {
            NodeBox box = boxes.get(i);
            box.draw(canvas, middle[i] - box.w() / 2, 0, box.w(), head);
        }
        double y = head + GAP / 2;
        for (Edge edge : diagram.edges()) {
            y = message(edge, y);
        }
        for (double x : middle) {
            lifeline(x, head, y + GAP / 2);
        }
    }

    /** A lifeline makes room for words that cross it. */
    private void lifeline(double x, double top, double bottom) {
        double from = top;
        for (double[] each : words) {
            if (each[0] < x && x < each[1]) {
                canvas.line(x, from, x, each[2], true, false);
                from = each[3];
            }
        }
        canvas.line(x, from, x, bottom, true, false);
    }

    private double message(Edge edge, double top) {
        double from = middle[index(edge.from())];
        double to = middle[index(edge.to())];
        boolean loop = edge.from().equals(edge.to());
        boolean dashed = edge.kind().equals("returns") || edge.kind().equals("heuristic");
        double y = top;
        double start = loop ? from + 3 : (from + to) / 2 - words(edge) / 2;
        double end = top + lines(edge).size() * Canvas.SMALL * Canvas.LEADING;
        words.add(new double[] {start - 1, start + words(edge) + 1, top + 1, end + 1.5});
        for (String line : lines(edge)) {
            y += Canvas.SMALL * Canvas.LEADING;
            double x = loop ? from + 3 : (from + to) / 2;
            canvas.text(x, y, line, Canvas.SMALL, false, loop ? Anchor.START : Anchor.MIDDLE);
        }
        y += 3;
        if (loop) {
            canvas.line(from, y, from + LOOP, y, dashed, false);
            canvas.line(from + LOOP, y, from + LOOP, y + 6, dashed, false);
            canvas.line(from + LOOP, y + 6, from, y + 6, dashed, true);
            y += 6;
        } else {
            canvas.line(from, y, to, y, dashed, true);
        }
        return y + 3;
    }
}
