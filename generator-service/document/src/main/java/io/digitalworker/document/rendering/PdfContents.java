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

    private static final float TITLE = 30;
    private static final float BETWEEN = 24;
    private static final float BEFORE_SECTION = 6;
    private static final float BEFORE_SUBSECTION = 2;
    private static final float BEHIND = 1.5f;
    private static final float LINE = 1.2f;

    /** Less room than this between entries would run them together. */
    private static final float TIGHTEST = 0.3f;

    private final PdfFonts fonts;
    private final String title;
    private final Headings anchors;
    private final List<Heading> entries;
    private final Map<String, PdfTemplate> pages = new HashMap<>();

    /**
     * @param brief whether sections alone are listed
     */
    PdfContents(PdfFonts fonts, Node root, Wording wording, boolean brief) {
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
                all.size() <= MOST_ENTRIES && !brief
                        ? all
                        : all.stream().filter(heading -> heading.getLevel() == 2).toList();
    }

    void write(Document page, PdfContentByte content) throws DocumentException {
        Paragraph first = PdfFonts.paragraph();
        first.setLeading(20);
        first.setSpacingBefore(40);
        first.setSpacingAfter(10);
        fonts.add(first, title, PdfFonts.bold(16, PdfFonts.INK));
        page.add(first);
        float width = page.right() - page.left();
        float room = tight(page.top() - page.bottom());
        page.add(room > 0 ? single(width, room, content) : paired(width, content));
    }

    private PdfPTable single(float width, float room, PdfContentByte content)
            throws DocumentException {
        PdfPTable table = table(width - NUMBER, NUMBER);
        for (Heading heading : entries) {
            entry(table, heading, room, content);
        }
        return table;
    }

    /** Two columns side by side, the second going on where the first ends. */
    private PdfPTable paired(float width, PdfContentByte content) throws DocumentException {
        float title = (width - BETWEEN) / 2 - NUMBER;
        PdfPTable table = table(title, NUMBER, BETWEEN, title, NUMBER);
        int rows = (entries.size() + 1) / 2;
        for (int i = 0; i < rows; i++) {
            entry(table, entries.get(i), 1, content);
            blank(table, 1);
            if (rows + i < entries.size()) {
                entry(table, entries.get(rows + i), 1, content);
            } else {
                blank(table, 2);
            }
        }
        return table;
    }

    private static PdfPTable table(float... widths) throws DocumentException {
        PdfPTable table = new PdfPTable(widths.length);
        table.setTotalWidth(widths);
        table.setLockedWidth(true);
        return table;
    }

    private static void blank(PdfPTable table, int cells) {
        PdfPCell cell = new PdfPCell();
        cell.setColspan(cells);
        cell.setBorder(Rectangle.NO_BORDER);
        table.addCell(cell);
    }

    /**
     * The share of the usual room between entries that keeps them on one page; 0 where that would run them
     * together.
     */
    private float tight(float page) {
        float lines = 0;
        float between = 0;
        for (Heading heading : entries) {
            boolean section = heading.getLevel() == 2;
            lines += (section ? SIZE : SMALL) * LINE + 0.3f;
            between += (section ? BEFORE_SECTION : BEFORE_SUBSECTION) + BEHIND;
        }
        float share = (page - TITLE - lines - 4) / between;
        return share < TIGHTEST ? 0 : Math.min(1, share);
    }

    private void entry(PdfPTable table, Heading heading, float room, PdfContentByte content)
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
        left.setLeading(0, LINE);
        PdfTemplate number = content.createTemplate(NUMBER, section ? SIZE : SMALL);
        pages.put(anchor, number);
        PdfPCell right = new PdfPCell(Image.getInstance(number), false);
        right.setVerticalAlignment(Element.ALIGN_BOTTOM);
        left.setVerticalAlignment(Element.ALIGN_BOTTOM);
        for (PdfPCell cell : List.of(left, right)) {
            cell.setPadding(0);
            cell.setPaddingTop(room * (section ? BEFORE_SECTION : BEFORE_SUBSECTION));
            cell.setPaddingBottom(room * BEHIND);
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
