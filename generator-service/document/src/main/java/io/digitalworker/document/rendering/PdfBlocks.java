package io.digitalworker.document.rendering;

import com.lowagie.text.Chunk;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.ListItem;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import java.awt.Color;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** Blocks of the document tree as elements of a page. */
final class PdfBlocks {
    private static final float TEXT = 10;
    private static final float CODE = 8.5f;
    private static final float LEADING = 14;
    private static final Color RULE = new Color(213, 217, 224);
    private static final Color SOFT = new Color(244, 246, 249);

    private final PdfFonts fonts;
    private final PdfTables tables;

    PdfBlocks(PdfFonts fonts, float width) {
        this.fonts = fonts;
        this.tables = new PdfTables(this, width);
    }

    /** The element for a block. */
    Element element(Node block) {
        if (block instanceof Heading heading) {
            return heading(heading);
        }
        if (block instanceof TableBlock table) {
            return tables.element(table);
        }
        if (block instanceof BlockQuote quote) {
            return quote(quote);
        }
        if (block instanceof BulletList list) {
            return list(list);
        }
        if (block instanceof FencedCodeBlock code) {
            return boxed(code.getLiteral());
        }
        return paragraph(block);
    }

    /** A heading carries its level and title, from which the page events make the bookmarks. */
    private Element heading(Heading heading) {
        float size = heading.getLevel() <= 2 ? 16 : 12;
        Paragraph paragraph = new Paragraph();
        String title = fonts.known(Anchors.text(heading));
        Chunk chunk = new Chunk(title, PdfFonts.bold(size, PdfFonts.INK));
        chunk.setLocalDestination(Anchors.of(heading));
        chunk.setGenericTag(heading.getLevel() + "|" + title);
        paragraph.add(chunk);
        paragraph.setLeading(size * 1.3f);
        paragraph.setSpacingBefore(heading.getLevel() <= 2 ? 18 : 12);
        paragraph.setSpacingAfter(6);
        paragraph.setKeepTogether(true);
        return paragraph;
    }

    private Paragraph paragraph(Node block) {
        Paragraph paragraph = new Paragraph();
        inline(paragraph, block, TEXT, false);
        paragraph.setLeading(LEADING);
        paragraph.setSpacingAfter(7);
        return paragraph;
    }

    private Element quote(BlockQuote quote) {
        PdfPCell cell = new PdfPCell();
        cell.setBorder(Rectangle.LEFT);
        cell.setBorderColorLeft(PdfFonts.LINK);
        cell.setBorderWidthLeft(3);
        cell.setBackgroundColor(SOFT);
        cell.setPadding(8);
        for (Node node = quote.getFirstChild(); node != null; node = node.getNext()) {
            Paragraph paragraph = paragraph(node);
            paragraph.setSpacingAfter(2);
            cell.addElement(paragraph);
        }
        return single(cell);
    }

    private Element boxed(String code) {
        Paragraph paragraph = new Paragraph();
        paragraph.setLeading(11);
        fonts.add(paragraph, code.replace(' ', '\u00a0'), PdfFonts.mono(CODE));
        PdfPCell cell = new PdfPCell();
        cell.setBackgroundColor(SOFT);
        cell.setBorderColor(RULE);
        cell.setPadding(6);
        cell.addElement(paragraph);
        return single(cell);
    }

    private static Element single(PdfPCell cell) {
        PdfPTable table = new PdfPTable(1);
        table.setWidthPercentage(100);
        table.setSplitLate(false);
        table.setSpacingBefore(2);
        table.setSpacingAfter(8);
        table.addCell(cell);
        return table;
    }

    private Element list(BulletList list) {
        com.lowagie.text.List items =
                new com.lowagie.text.List(com.lowagie.text.List.UNORDERED, 14);
        items.setListSymbol(new Chunk("\u2022", PdfFonts.sans(TEXT, PdfFonts.INK)));
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            ListItem element = new ListItem();
            for (Node block = item.getFirstChild(); block != null; block = block.getNext()) {
                inline(element, block, TEXT, false);
            }
            element.setLeading(LEADING);
            element.setSpacingAfter(3);
            items.add(element);
        }
        return items;
    }

    /** The text within a node, in its fonts. */
    void inline(Phrase phrase, Node node, float size, boolean bold) {
        for (Node part = node.getFirstChild(); part != null; part = part.getNext()) {
            if (part instanceof Text text) {
                Font font =
                        bold
                                ? PdfFonts.bold(size, PdfFonts.INK)
                                : PdfFonts.sans(size, PdfFonts.INK);
                fonts.add(phrase, text.getLiteral(), font);
            } else if (part instanceof Code code) {
                fonts.add(phrase, code.getLiteral(), PdfFonts.mono(size * 0.88f));
            } else if (part instanceof Emphasis) {
                fonts.add(phrase, Anchors.text(part), PdfFonts.italic(size * 0.8f, PdfFonts.GREY));
            } else if (part instanceof Link link) {
                link(phrase, link, size);
            } else {
                inline(phrase, part, size, bold);
            }
        }
    }

    /** Only links within the document are followed. */
    private void link(Phrase phrase, Link link, float size) {
        Chunk chunk =
                new Chunk(fonts.known(Anchors.text(link)), PdfFonts.sans(size, PdfFonts.LINK));
        if (link.getDestination().startsWith("#")) {
            chunk.setLocalGoto(link.getDestination().substring(1));
        }
        phrase.add(chunk);
    }
}
