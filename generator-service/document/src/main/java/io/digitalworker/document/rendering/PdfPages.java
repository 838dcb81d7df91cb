package io.digitalworker.document.rendering;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfDestination;
import com.lowagie.text.pdf.PdfOutline;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import org.jspecify.annotations.Nullable;

/** Running head and foot of each page behind the title page, and the bookmarks of the headings. */
final class PdfPages extends PdfPageEventHelper {
    private static final float SIZE = 8;
    private static final float FOOT = 30;
    private static final Color RULE = new Color(213, 217, 224);

    private final String title;
    private @Nullable PdfTemplate total;
    private @Nullable PdfOutline section;

    PdfPages(String title) {
        this.title = title;
    }

    @Override
    public void onOpenDocument(PdfWriter writer, Document document) {
        total = writer.getDirectContent().createTemplate(40, 12);
    }

    @Override
    public void onGenericTag(PdfWriter writer, Document document, Rectangle place, String tag) {
        int level = Integer.parseInt(tag.substring(0, tag.indexOf('|')));
        String name = tag.substring(tag.indexOf('|') + 1);
        PdfOutline root = writer.getRootOutline();
        PdfOutline parent = level <= 2 || section == null ? root : section;
        PdfDestination here = new PdfDestination(PdfDestination.FITH, place.getTop() + 12);
        PdfOutline entry = new PdfOutline(parent, here, name, level <= 2);
        section = level <= 2 ? entry : section;
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        if (writer.getPageNumber() == 1 || total == null) {
            return;
        }
        PdfContentByte content = writer.getDirectContent();
        content.setLineWidth(0.4f);
        content.setColorStroke(RULE);
        content.moveTo(document.left(), document.top() + 14);
        content.lineTo(document.right(), document.top() + 14);
        content.stroke();
        Phrase head = new Phrase(title, PdfFonts.sans(SIZE, PdfFonts.GREY));
        ColumnText.showTextAligned(
                content, Element.ALIGN_LEFT, head, document.left(), document.top() + 19, 0);
        String words = "Page " + writer.getPageNumber() + " of ";
        float right = document.right() - 20;
        Phrase foot = new Phrase(words, PdfFonts.sans(SIZE, PdfFonts.GREY));
        ColumnText.showTextAligned(content, Element.ALIGN_RIGHT, foot, right, FOOT, 0);
        content.addTemplate(total, right, FOOT);
    }

    /** Only now is it known how many pages there are. */
    @Override
    public void onCloseDocument(PdfWriter writer, Document document) {
        if (total == null) {
            return;
        }
        BaseFont font = PdfFonts.sans(SIZE, PdfFonts.GREY).getBaseFont();
        total.beginText();
        total.setFontAndSize(font, SIZE);
        total.setColorFill(PdfFonts.GREY);
        total.setTextMatrix(2, 0);
        total.showText(String.valueOf(writer.getPageNumber() - 1));
        total.endText();
    }
}
