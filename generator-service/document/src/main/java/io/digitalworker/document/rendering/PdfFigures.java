package io.digitalworker.document.rendering;

import com.lowagie.text.BadElementException;
import com.lowagie.text.Chunk;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.Image;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfTemplate;
import io.digitalworker.document.diagram.Drawing;
import java.awt.Color;

/** Drawings as vectors, no wider and no higher than the page lets them. */
final class PdfFigures {
    private static final float THIN = 0.8f;
    private static final float HEAD = 5;
    private static final Color EDGE = new Color(52, 73, 94);
    private static final Color GROUND = new Color(245, 248, 252);

    private final PdfFonts fonts;
    private final PdfContentByte content;

    PdfFigures(PdfFonts fonts, PdfContentByte content) {
        this.fonts = fonts;
        this.content = content;
    }

    Image image(Drawing drawing, float width, float height) throws BadElementException {
        PdfTemplate canvas =
                content.createTemplate(
                        (float) Math.max(1, drawing.width()),
                        (float) Math.max(1, drawing.height()));
        canvas.setLineWidth(THIN);
        drawing.boxes().forEach(box -> box(canvas, box));
        drawing.lines().forEach(line -> line(canvas, line));
        drawing.labels().forEach(label -> label(canvas, label));
        Image image = Image.getInstance(canvas);
        if (drawing.width() > width || drawing.height() > height) {
            image.scaleToFit(width, height);
        }
        image.setAlignment(Element.ALIGN_LEFT);
        image.setWidthPercentage(0); // its own width, not that of the column
        return image;
    }

    private static void box(PdfTemplate canvas, Drawing.Box box) {
        canvas.setColorStroke(EDGE);
        canvas.setColorFill(GROUND);
        float y = up(canvas, box.y() + box.h());
        if (box.rounded()) {
            canvas.roundRectangle((float) box.x(), y, (float) box.w(), (float) box.h(), 5);
        } else {
            canvas.rectangle((float) box.x(), y, (float) box.w(), (float) box.h());
        }
        canvas.fillStroke();
    }

    private static void line(PdfTemplate canvas, Drawing.Line line) {
        canvas.setColorStroke(EDGE);
        if (line.dashed()) {
            canvas.setLineDash(3, 2, 0);
        }
        canvas.moveTo((float) line.x1(), up(canvas, line.y1()));
        canvas.lineTo((float) line.x2(), up(canvas, line.y2()));
        canvas.stroke();
        canvas.setLineDash(0);
        if (line.arrowHead()) {
            head(canvas, line);
        }
    }

    private static void head(PdfTemplate canvas, Drawing.Line line) {
        double angle = Math.atan2(line.y2() - line.y1(), line.x2() - line.x1());
        canvas.setColorFill(EDGE);
        canvas.moveTo((float) line.x2(), up(canvas, line.y2()));
        for (double side : new double[] {Math.PI - 0.4, Math.PI + 0.4}) {
            double x = line.x2() + HEAD * Math.cos(angle + side);
            double y = line.y2() + HEAD * Math.sin(angle + side);
            canvas.lineTo((float) x, up(canvas, y));
        }
        canvas.closePathFillStroke();
    }

    private void label(PdfTemplate canvas, Drawing.Label label) {
        float size = (float) label.size();
        Font font =
                label.bold()
                        ? PdfFonts.bold(size, PdfFonts.INK)
                        : PdfFonts.sans(size, PdfFonts.INK);
        Phrase phrase = PdfFonts.phrase();
        for (Chunk chunk : fonts.chunks(label.text(), font)) {
            phrase.add(chunk);
        }
        int anchor =
                label.anchor() == Drawing.Anchor.MIDDLE ? Element.ALIGN_CENTER : Element.ALIGN_LEFT;
        float y = up(canvas, label.y());
        ColumnText.showTextAligned(canvas, anchor, phrase, (float) label.x(), y, 0);
    }

    /** Drawings count from the top, pages from the foot. */
    private static float up(PdfTemplate canvas, double y) {
        return (float) (canvas.getHeight() - y);
    }
}
