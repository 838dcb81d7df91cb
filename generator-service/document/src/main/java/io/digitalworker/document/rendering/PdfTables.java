package io.digitalworker.document.rendering;

import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import io.digitalworker.document.assembly.Headings;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Node;

/** Tables whose heads repeat on each page and whose columns are as wide as what they hold. */
final class PdfTables {
    private static final float TEXT = 8.5f;
    private static final float PADDING = 3.5f;

    /** Wider pieces are broken anywhere. */
    private static final float WIDEST_PIECE = 150;

    private static final int MEASURED_ROWS = 200;
    private static final Color HEAD = new Color(232, 236, 242);

    private final PdfBlocks blocks;
    private final PdfFonts fonts;
    private final float width;

    PdfTables(PdfBlocks blocks, PdfFonts fonts, float width) {
        this.blocks = blocks;
        this.fonts = fonts;
        this.width = width;
    }

    PdfPTable element(TableBlock block) {
        List<List<TableCell>> rows = rows(block);
        float[] widths = widths(rows);
        PdfPTable table = new PdfPTable(widths.length);
        table.setTotalWidth(widths);
        table.setLockedWidth(true);
        table.setHorizontalAlignment(Element.ALIGN_LEFT);
        table.setHeaderRows(1);
        table.setSplitLate(true);
        table.setSpacingBefore(4);
        table.setSpacingAfter(8);
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < widths.length; column++) {
                table.addCell(cell(rows.get(row).get(column), row == 0));
            }
        }
        return table;
    }

    private static List<List<TableCell>> rows(TableBlock block) {
        List<List<TableCell>> rows = new ArrayList<>();
        for (Node part = block.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                List<TableCell> cells = new ArrayList<>();
                for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
                    if (row instanceof TableRow && cell instanceof TableCell tableCell) {
                        cells.add(tableCell);
                    }
                }
                rows.add(cells);
            }
        }
        return rows;
    }

    private PdfPCell cell(TableCell content, boolean head) {
        Phrase phrase = PdfFonts.phrase();
        blocks.inline(phrase, content, TEXT, head);
        PdfPCell cell = new PdfPCell(phrase);
        cell.setLeading(0, 1.25f);
        cell.setPadding(PADDING);
        cell.setBorderColor(PdfFonts.RULE);
        cell.setBorderWidth(0.5f);
        if (head) {
            cell.setBackgroundColor(HEAD);
        }
        if (content.getAlignment() == TableCell.Alignment.RIGHT) {
            cell.setHorizontalAlignment(Element.ALIGN_RIGHT);
        }
        return cell;
    }

    private float[] widths(List<List<TableCell>> rows) {
        ColumnWidths columns = new ColumnWidths(rows.get(0).size());
        for (List<TableCell> row : rows.subList(0, Math.min(rows.size(), MEASURED_ROWS))) {
            for (int i = 0; i < row.size(); i++) {
                measure(row.get(i), i, columns);
            }
        }
        return columns.within(width);
    }

    /** The width of a cell in one line, and of what may not be broken in it. */
    private void measure(TableCell cell, int column, ColumnWidths columns) {
        float room = 2 * PADDING + 3;
        float natural = room;
        for (Node part = cell.getFirstChild(); part != null; part = part.getNext()) {
            Font font = font(part, cell.isHeader());
            String text = part instanceof FootnoteReference ? "00" : Headings.text(part);
            natural += fonts.width(text, font);
            for (String piece : PdfFonts.pieces(text)) {
                columns.least(column, room + Math.min(WIDEST_PIECE, fonts.width(piece, font)));
            }
        }
        columns.natural(column, natural);
    }

    private static Font font(Node part, boolean header) {
        if (part instanceof Code) {
            return PdfFonts.mono(TEXT * 0.88f, PdfFonts.INK);
        }
        if (part instanceof Emphasis || part instanceof FootnoteReference) {
            return PdfFonts.italic(TEXT * 0.8f, PdfFonts.INK);
        }
        return header ? PdfFonts.bold(TEXT, PdfFonts.INK) : PdfFonts.sans(TEXT, PdfFonts.INK);
    }
}
