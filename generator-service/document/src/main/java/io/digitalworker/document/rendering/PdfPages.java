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
import io.digitalworker.document.outline.Wording;
import org.jspecify.annotations.Nullable;

/** Running head and foot of each page behind the title page, the bookmarks and the contents' pages. */
final class PdfPages extends PdfPageEventHelper {
    private static final float SIZE = 8;
    private static final float FOOT = 30;
    private static final float TOTAL = 13;

    private final PdfFonts fonts;
    private final PdfContents contents;
    private final String title;
    private final String state;
    private final String pageOf;
    private String running = "";
    private @Nullable PdfTemplate total;
    private @Nullable PdfOutline section;

    /**
     * @param state version and date, for the foot
     * @param wording in which pages are numbered
     */
    PdfPages(PdfFonts fonts, PdfContents contents, String title, String state, Wording wording) {
        this.fonts = fonts;
        this.contents = contents;
        this.title = title;
        this.state = state;
        this.pageOf = wording.say("Page {} of");
    }

    @Override
    public void onOpenDocument(PdfWriter writer, Document document) {
        total = writer.getDirectContent().createTemplate(TOTAL, 12);
    }

    /** The tag is level, anchor and title of a heading. */
    @Override
    public void onGenericTag(PdfWriter writer, Document document, Rectangle place, String tag) {
        String[] parts = tag.split("\\|", 3);
        boolean top = Integer.parseInt(parts[0]) <= 2;
        PdfOutline root = writer.getRootOutline();
        PdfOutline parent = top || section == null ? root : section;
        PdfDestination here = new PdfDestination(PdfDestination.FITH, place.getTop() + 12);
        PdfOutline entry = new PdfOutline(parent, here, parts[2], false);
        if (top) {
            section = entry;
            running = parts[2];
        }
        contents.onPage(parts[1], writer.getPageNumber());
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        if (writer.getPageNumber() == 1 || total == null) {
            return;
        }
        PdfContentByte content = writer.getDirectContent();
        rule(content, document, document.top() + 14);
        rule(content, document, FOOT + 12);
        float head = document.top() + 19;
        show(content, Element.ALIGN_LEFT, shortened(title), document.left(), head);
        show(content, Element.ALIGN_RIGHT, shortened(running), document.right(), head);
        show(content, Element.ALIGN_LEFT, state, document.left(), FOOT);
        String words = pageOf.replace("{}", String.valueOf(writer.getPageNumber())) + " ";
        float right = document.right() - TOTAL;
        show(content, Element.ALIGN_RIGHT, words, right, FOOT);
        content.addTemplate(total, right, FOOT);
    }

    private void show(PdfContentByte content, int side, String text, float x, float y) {
        Phrase phrase = PdfFonts.phrase();
        fonts.add(phrase, text, PdfFonts.sans(SIZE, PdfFonts.GREY));
        ColumnText.showTextAligned(content, side, phrase, x, y, 0);
    }

    /** Head lines of both sides shall not meet. */
    private static String shortened(String text) {
        int most = text.offsetByCodePoints(0, Math.min(60, text.codePointCount(0, text.length())));
        return most == text.length() ? text : text.substring(0, most).strip() + "\u2026";
    }

    private static void rule(PdfContentByte content, Document document, float y) {
        content.setLineWidth(0.4f);
        content.setColorStroke(PdfFonts.RULE);
        content.moveTo(document.left(), y);
        content.lineTo(document.right(), y);
        content.stroke();
    }

    /** Only now is it known how many pages there are. */
    @Override
    public void onCloseDocument(PdfWriter writer, Document document) {
        if (total != null) {
            String pages = Integer.toString(writer.getPageNumber() - 1);
            write(total, pages, Typefaces.SANS.getWidthPoint(pages, SIZE) + 2, SIZE);
        }
    }

    /** Digits that end at {@code right}. */
    static void write(PdfTemplate place, String digits, float right, float size) {
        BaseFont font = Typefaces.SANS;
        place.beginText();
        place.setFontAndSize(font, size);
        place.setColorFill(PdfFonts.GREY);
        place.showTextAligned(Element.ALIGN_RIGHT, digits, right, 0, 0);
        place.endText();
    }
}
