package io.digitalworker.document.diagram;

import io.digitalworker.document.diagram.Drawing.Anchor;
import io.digitalworker.document.diagram.Drawing.Box;
import io.digitalworker.document.diagram.Drawing.Label;
import io.digitalworker.document.diagram.Drawing.Line;
import java.util.Locale;

/** A drawing as SVG, without script and without anything from elsewhere. */
public final class Svg {
    private static final double HEAD = 5;
    private static final double POINTS_TO_PIXELS = 4 / 3.0;

    private final StringBuilder out = new StringBuilder();

    private Svg() {}

    /**
     * The whole {@code <svg>} element, fit to stand in HTML or in a file of its own.
     *
     * @param title read out in place of the picture
     */
    public static String of(Drawing drawing, String title) {
        Svg svg = new Svg();
        svg.open(drawing, title);
        drawing.boxes().forEach(svg::box);
        drawing.lines().forEach(svg::line);
        drawing.labels().forEach(svg::label);
        return svg.out.append("</svg>\n").toString();
    }

    private void open(Drawing drawing, String title) {
        String name = escaped(TypeSetting.oneLine(title));
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"%s\""
                        + " width=\"%s\" height=\"%s\" viewBox=\"0 0 %s %s\""
                        + " font-family=\"DejaVu Sans, Verdana, sans-serif\">\n<title>%s</title>\n",
                name,
                number(drawing.width() * POINTS_TO_PIXELS),
                number(drawing.height() * POINTS_TO_PIXELS),
                number(drawing.width()),
                number(drawing.height()),
                name);
        add(
                "<rect width=\"%s\" height=\"%s\" fill=\"#ffffff\"/>\n",
                number(drawing.width()), number(drawing.height()));
    }

    private void box(Box box) {
        add(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\""
                        + " fill=\"#f5f8fc\" stroke=\"#34495e\" stroke-width=\"0.8\"/>\n",
                number(box.x()),
                number(box.y()),
                number(box.w()),
                number(box.h()),
                box.rounded() ? "8" : "1");
    }

    private void line(Line line) {
        add(
                "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"#34495e\""
                        + " stroke-width=\"0.8\"%s/>\n",
                number(line.x1()),
                number(line.y1()),
                number(line.x2()),
                number(line.y2()),
                line.dashed() ? " stroke-dasharray=\"3 2\"" : "");
        if (line.arrowHead()) {
            head(line);
        }
    }

    private void head(Line line) {
        double dx = line.x2() - line.x1();
        double dy = line.y2() - line.y1();
        double length = Math.max(0.1, Math.hypot(dx, dy));
        double ux = dx / length * HEAD;
        double uy = dy / length * HEAD;
        add(
                "<polygon points=\"%s,%s %s,%s %s,%s\" fill=\"#34495e\"/>\n",
                number(line.x2()),
                number(line.y2()),
                number(line.x2() - ux - uy * 0.4),
                number(line.y2() - uy + ux * 0.4),
                number(line.x2() - ux + uy * 0.4),
                number(line.y2() - uy - ux * 0.4));
    }

    private void label(Label label) {
        add(
                "<text x=\"%s\" y=\"%s\" font-size=\"%s\"%s%s fill=\"#1c2833\">%s</text>\n",
                number(label.x()),
                number(label.y()),
                number(label.size()),
                label.bold() ? " font-weight=\"bold\"" : "",
                label.anchor() == Anchor.MIDDLE ? " text-anchor=\"middle\"" : "",
                escaped(label.text()));
    }

    private void add(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values));
    }

    private static String number(double value) {
        String shown = String.format(Locale.ROOT, "%.1f", value);
        return shown.endsWith(".0") ? shown.substring(0, shown.length() - 2) : shown;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replaceAll("[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])", "\uFFFD")
                .replaceAll("(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]", "\uFFFD")
                .replaceAll("[\\uFFFE\\uFFFF]", "\uFFFD");
    }
}
