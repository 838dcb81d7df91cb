package io.digitalworker.document.rendering;

import com.lowagie.text.Chunk;
import com.lowagie.text.Document;
import com.lowagie.text.DocumentException;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.Image;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfTemplate;
import io.digitalworker.document.assembly.Headings;
import io.digitalworker.document.outline.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;

/**
 * The contents with the page of each heading. Pages are known only later: so each number has a place of
 * its own, which is written when the document ends.
 */
final class PdfContents {
    private static final float SIZE = 10;
    private static final float SMALL = 9;
    private static final float NUMBER = 24;

    /** With more subsections than this, only sections are listed. */
    private static final int MOST_ENTRIES = 90;

    private final PdfFonts fonts;
    private final String title;
    private final Headings anchors;
    private final List<Heading> entries;
    private final Map<String, PdfTemplate> pages = new HashMap<>();

    PdfContents(PdfFonts fonts, Node root, Wording wording) {
        this.fonts = fonts;
        this.title = wording.say("Contents");
        this.anchors = new Headings(root);
        List<Heading> all = new ArrayList<>();
        for (Node node = root.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading && heading.getLevel() > 1) {
                all.add(heading);
            }
        }
        this.entries =
                all.size() <= MOST_ENTRIES
                        ? all
                        : all.stream().filter(heading -> heading.getLevel() == 2).toList();
    }

    void write(Document page, PdfContentByte content) throws DocumentException {
        Paragraph first = PdfFonts.paragraph();
        first.setLeading(20);
        first.setSpacingAfter(10);
        fonts.add(first, title, PdfFonts.bold(16, PdfFonts.INK));
        page.add(first);
        PdfPTable table = new PdfPTable(2);
        float width = page.right() - page.left();
        table.setTotalWidth(new float[] {width - NUMBER, NUMBER});
        table.setLockedWidth(true);
        for (Heading heading : entries) {
            entry(table, heading, content);
        }
        page.add(table);
    }

    private void entry(PdfPTable table, Heading heading, PdfContentByte content)
            throws DocumentException {
        boolean section = heading.getLevel() == 2;
        Font font =
                section ? PdfFonts.bold(SIZE, PdfFonts.INK) : PdfFonts.sans(SMALL, PdfFonts.INK);
        String anchor = anchors.anchor(heading);
        Phrase title = PdfFonts.phrase();
        for (Chunk chunk : fonts.chunks(Headings.text(heading), font)) {
            chunk.setLocalGoto(target(anchor));
            title.add(chunk);
        }
        PdfPCell left = new PdfPCell(title);
        left.setLeading(0, 1.2f);
        PdfTemplate number = content.createTemplate(NUMBER, section ? SIZE : SMALL);
        pages.put(anchor, number);
        PdfPCell right = new PdfPCell(Image.getInstance(number), false);
        right.setVerticalAlignment(Element.ALIGN_BOTTOM);
        for (PdfPCell cell : List.of(left, right)) {
            cell.setPadding(0);
            cell.setPaddingTop(section ? 6 : 2);
            cell.setPaddingBottom(1.5f);
            cell.setBorder(Rectangle.BOTTOM);
            cell.setBorderWidth(0.3f);
            cell.setBorderColor(PdfFonts.RULE);
        }
        left.setPaddingLeft(section ? 0 : 12);
        table.addCell(left);
        table.addCell(right);
    }

    /** Writes where a heading came to stand. */
    void onPage(String anchor, int page) {
        PdfTemplate number = pages.get(anchor);
        if (number != null) {
            PdfPages.write(number, Integer.toString(page), NUMBER, SMALL);
        }
    }

    /** Names of targets within a file are not seen by anybody, and not every letter is safe in them. */
    static String target(String anchor) {
        return anchor.matches("[a-z0-9_-]*")
                ? anchor
                : "h-" + Integer.toHexString(anchor.hashCode());
    }
}
