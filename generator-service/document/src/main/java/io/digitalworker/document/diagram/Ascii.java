package io.digitalworker.document.diagram;

import io.digitalworker.document.diagram.Diagram.Edge;
import io.digitalworker.document.diagram.Diagram.Kind;
import io.digitalworker.document.diagram.Diagram.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Pictures of characters of one width. */
final class Ascii {
    private static final int LENGTH = 22;
    private static final int GAP = 4;

    private final Diagram diagram;
    private final Map<String, Integer> index = new HashMap<>();
    private final StringBuilder out = new StringBuilder();

    private Ascii(Diagram diagram) {
        this.diagram = diagram;
        diagram.nodes().forEach(node -> index.put(node.id(), index.size()));
    }

    static String of(Diagram diagram) {
        Ascii ascii = new Ascii(diagram);
        ascii.out.append(DiagramText.state(diagram)).append("\n\n");
        if (diagram.kind() == Kind.SEQUENCE) {
            ascii.sequence();
        } else {
            diagram.nodes().forEach(ascii::box);
        }
        return ascii.out.toString();
    }

    private String name(String node) {
        Node of = diagram.nodes().get(index.getOrDefault(node, 0));
        return TypeSetting.oneLine(of.label().shown());
    }

    /** A box, with what leads from it to others below. */
    private void box(Node node) {
        List<String> lines = new ArrayList<>();
        if (!node.role().isEmpty() && diagram.kind() != Kind.STATES) {
            lines.add("(" + node.role() + ")");
        }
        lines.add(name(node.id()));
        int head = lines.size();
        node.rows().forEach(row -> lines.add(TypeSetting.oneLine(row.shown())));
        int width = lines.stream().mapToInt(Ascii::width).max().orElse(0);
        String rule = "+" + "-".repeat(width + 2) + "+\n";
        out.append(rule);
        for (int i = 0; i < lines.size(); i++) {
            out.append(i == head ? rule : "");
            out.append("| ").append(padded(lines.get(i), width)).append(" |\n");
        }
        out.append(rule);
        for (Edge edge : diagram.edges()) {
            if (edge.from().equals(node.id())) {
                String label = label(edge);
                String dash = edge.kind().equals("heuristic") ? ". ." : "--";
                out.append("  |").append(dash);
                out.append(label.isEmpty() ? "" : " " + label + " ").append(dash);
                out.append("> ").append(name(edge.to())).append('\n');
            }
        }
        out.append('\n');
    }

    private void sequence() {
        int[] middle = columns();
        List<List<String>> heads = new ArrayList<>();
        diagram.nodes().forEach(node -> heads.add(TypeSetting.lines(name(node.id()), LENGTH)));
        int height = heads.stream().mapToInt(List::size).max().orElse(0);
        for (int line = 0; line < height; line++) {
            Row row = new Row();
            for (int i = 0; i < middle.length; i++) {
                if (line < heads.get(i).size()) {
                    String text = heads.get(i).get(line);
                    row.put(middle[i] - width(text) / 2, text);
                }
            }
            out.append(row.text());
        }
        diagram.edges().forEach(edge -> message(edge, middle));
        out.append(lifelines(middle).text());
    }

    private int[] columns() {
        int[] middle = new int[diagram.nodes().size()];
        for (int i = 0; i < middle.length; i++) {
            middle[i] = i == 0 ? LENGTH * 3 / 4 : middle[i - 1] + LENGTH + GAP;
            for (Edge edge : diagram.edges()) {
                int from = Math.min(at(edge.from()), at(edge.to()));
                int to = Math.max(at(edge.from()), at(edge.to()));
                boolean loop = from == to && from == i - 1;
                if (loop || (to == i && from < to)) {
                    middle[i] = Math.max(middle[i], middle[from] + width(label(edge)) + GAP);
                }
            }
        }
        return middle;
    }

    private int at(String node) {
        return index.getOrDefault(node, 0);
    }

    private String label(Edge edge) {
        return diagram.words(edge);
    }

    private static Row lifelines(int[] middle) {
        Row row = new Row();
        for (int each : middle) {
            row.put(each, "|");
        }
        return row;
    }

    private void message(Edge edge, int[] middle) {
        int from = middle[at(edge.from())];
        int to = middle[at(edge.to())];
        Row words = lifelines(middle);
        words.put(Math.min(from, to) + 2, label(edge));
        out.append(lifelines(middle).text()).append(words.text());
        Row arrow = lifelines(middle);
        if (from == to) {
            arrow.put(from + 1, "<-'");
        } else {
            int length = Math.abs(to - from) - 2;
            String dash = edge.kind().equals("returns") ? "." : "-";
            String line = dash.repeat(length);
            arrow.put(Math.min(from, to) + 1, from < to ? line + ">" : "<" + line);
        }
        out.append(arrow.text());
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    /** A line that is filled at places. */
    private static final class Row {
        private final List<Integer> points = new ArrayList<>();

        void put(int at, String text) {
            int place = Math.max(0, at);
            for (int c : text.codePoints().toArray()) {
                while (points.size() <= place) {
                    points.add((int) ' ');
                }
                points.set(place++, c);
            }
        }

        String text() {
            StringBuilder text = new StringBuilder();
            points.forEach(text::appendCodePoint);
            return text.toString().stripTrailing() + "\n";
        }
    }
}
