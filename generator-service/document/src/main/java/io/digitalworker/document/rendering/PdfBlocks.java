package io.digitalworker.document.rendering;

import com.lowagie.text.Chunk;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.ListItem;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import io.digitalworker.document.assembly.FigureBlock;
import io.digitalworker.document.assembly.Headings;
import io.digitalworker.document.diagram.Drawing;
import java.util.IdentityHashMap;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
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

    /** Height left to the caption of a picture as high as the page. */
    private static final float CAPTION = 50;

    private static final double LEAST_SCALE = 0.75;

    private final PdfFonts fonts;
    private final PdfNotes notes;
    private final PdfTables tables;
    private final PdfFigures figures;
    private final Headings headings;
    private final Rectangle room;
    private final IdentityHashMap<TableBlock, PdfPTable> laidOut = new IdentityHashMap<>();
    private final IdentityHashMap<FigureBlock, Drawing> drawings = new IdentityHashMap<>();

    /**
     * @param room what a page has within its margins
     */
    PdfBlocks(PdfFonts fonts, Node root, PdfContentByte content, Rectangle room) {
        this.fonts = fonts;
        this.notes = new PdfNotes(fonts, new NoteNumbers(root), room.getWidth());
        this.headings = new Headings(root);
        this.room = room;
        this.tables = new PdfTables(this, fonts, room.getWidth());
        this.figures = new PdfFigures(fonts, content);
    }

    /**
     * The element for a block.
     *
     * @param leftOver height of the page that is still free
     */
    Element element(Node block, float leftOver) {
        if (block instanceof Heading heading) {
            return heading(heading);
        }
        if (block instanceof TableBlock table) {
            return table(table);
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
        if (block instanceof FigureBlock figure) {
            return figure(figure, leftOver);
        }
        if (block instanceof FootnoteDefinition note) {
            return notes.element(note);
        }
        return paragraph(block);
    }

    /** A heading carries its level and title, from which the page events make the bookmarks. */
    private Element heading(Heading heading) {
        float size = heading.getLevel() <= 2 ? 16 : 12;
        Paragraph paragraph = PdfFonts.paragraph();
        String title = Headings.text(heading);
        fonts.add(paragraph, title, PdfFonts.bold(size, PdfFonts.INK));
        if (paragraph.get(0) instanceof Chunk first) {
            first.setLocalDestination(PdfContents.target(headings.anchor(heading)));
            first.setGenericTag(heading.getLevel() + "|" + headings.anchor(heading) + "|" + title);
        }
        paragraph.setLeading(size * 1.3f);
        paragraph.setSpacingBefore(heading.getLevel() <= 2 ? 18 : 10);
        paragraph.setSpacingAfter(heading.getLevel() <= 2 ? 6 : 4);
        return paragraph;
    }

    private Paragraph paragraph(Node block) {
        Paragraph paragraph = PdfFonts.paragraph();
        inline(paragraph, block, TEXT, false);
        paragraph.setLeading(LEADING);
        paragraph.setSpacingAfter(7);
        return paragraph;
    }

    /** The least height of a picture with its caption: it may be made a little smaller to fit. */
    float height(FigureBlock figure) {
        Drawing drawing = drawing(figure);
        double scale = Math.min(1, room.getWidth() / drawing.width());
        double height = Math.min(room.getHeight() - CAPTION, drawing.height() * scale);
        return (float) (LEAST_SCALE * height + CAPTION);
    }

    /** The height of a table's head and first row, which stay together. */
    float beginning(TableBlock table) {
        PdfPTable element = table(table);
        return element.getRowHeight(0) + element.getRowHeight(1) + element.spacingBefore();
    }

    private PdfPTable table(TableBlock table) {
        return laidOut.computeIfAbsent(table, tables::element);
    }

    private Drawing drawing(FigureBlock figure) {
        return drawings.computeIfAbsent(figure, f -> Drawing.of(f.diagram()));
    }

    /** Picture and caption stay on one page. */
    private Element figure(FigureBlock figure, float leftOver) {
        float height = Math.max(height(figure), leftOver) - CAPTION;
        PdfPCell cell = new PdfPCell();
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setPadding(0);
        cell.addElement(figures.image(drawing(figure), room.getWidth(), height));
        Paragraph caption = PdfFonts.paragraph();
        inline(caption, figure.getFirstChild(), TEXT * 0.9f, false);
        caption.setLeading(LEADING * 0.9f);
        caption.setSpacingBefore(4);
        cell.addElement(caption);
        PdfPTable table = single(cell);
        table.setKeepTogether(true);
        return table;
    }

    private Element quote(BlockQuote quote) {
        PdfPCell cell = new PdfPCell();
        cell.setBorder(Rectangle.LEFT);
        cell.setBorderColorLeft(PdfFonts.LINK);
        cell.setBorderWidthLeft(3);
        cell.setBackgroundColor(PdfFonts.SOFT);
        cell.setPadding(6);
        cell.setPaddingTop(2); // a line has its own room above it
        for (Node node = quote.getFirstChild(); node != null; node = node.getNext()) {
            Paragraph paragraph = paragraph(node);
            paragraph.setSpacingAfter(2);
            cell.addElement(paragraph);
        }
        return single(cell);
    }

    private Element boxed(String code) {
        Paragraph paragraph = PdfFonts.paragraph();
        paragraph.setLeading(11);
        fonts.add(paragraph, code.replace(' ', '\u00a0'), PdfFonts.mono(CODE, PdfFonts.INK));
        PdfPCell cell = new PdfPCell();
        cell.setBackgroundColor(PdfFonts.SOFT);
        cell.setBorderColor(PdfFonts.RULE);
        cell.setPadding(6);
        cell.addElement(paragraph);
        return single(cell);
    }

    private static PdfPTable single(PdfPCell cell) {
        PdfPTable table = new PdfPTable(1);
        table.setWidthPercentage(100);
        table.setSplitLate(false);
        table.setSpacingBefore(4);
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
            element.setFont(PdfFonts.sans(TEXT, PdfFonts.INK));
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
                int from = part.getPrevious() instanceof Code ? stops(text.getLiteral()) : 0;
                fonts.add(phrase, text.getLiteral().substring(from), font);
            } else if (part instanceof Code code) {
                String name = code.getLiteral();
                if (part.getNext() instanceof Text text) {
                    name += text.getLiteral().substring(0, stops(text.getLiteral()));
                }
                fonts.add(phrase, name, PdfFonts.mono(size * 0.88f, PdfFonts.INK));
            } else if (part instanceof Emphasis) {
                fonts.add(phrase, Headings.text(part), PdfFonts.italic(size * 0.8f, PdfFonts.GREY));
            } else if (part instanceof FootnoteReference reference) {
                notes.refer(phrase, reference, size);
            } else if (part instanceof Link link) {
                link(phrase, link, size);
            } else {
                inline(phrase, part, size, bold);
            }
        }
    }

    /** Stops at the beginning of a text: they stay on the line of the name before them. */
    private static int stops(String text) {
        int end = 0;
        while (end < text.length() && ",.;:?)".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    /** Only links within the document are followed. */
    private void link(Phrase phrase, Link link, float size) {
        for (Chunk chunk : fonts.chunks(Headings.text(link), PdfFonts.sans(size, PdfFonts.LINK))) {
            if (headings.has(link.getDestination().replaceFirst("^#", ""))) {
                chunk.setLocalGoto(PdfContents.target(link.getDestination().substring(1)));
            }
            phrase.add(chunk);
        }
    }
}
