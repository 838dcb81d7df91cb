package io.digitalworker.document.rendering;

import com.lowagie.text.Element;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Code;
import org.commonmark.node.Node;

/** Tables whose heads repeat on each page and whose columns are as wide as what they hold. */
final class PdfTables {
    private static final float TEXT = 8.5f;
    private static final float PADDING = 4;

    /** Wider pieces are broken anywhere. */
    private static final float WIDEST_PIECE = 150;

    private static final int MEASURED_ROWS = 200;
    private static final Color RULE = new Color(213, 217, 224);
    private static final Color HEAD = new Color(232, 236, 242);

    private final PdfBlocks blocks;
    private final float width;

    PdfTables(PdfBlocks blocks, float width) {
        this.blocks = blocks;
        this.width = width;
    }

    Element element(TableBlock block) {
        List<List<TableCell>> rows = rows(block);
        float[] widths = widths(rows);
        PdfPTable table = new PdfPTable(widths.length);
        table.setTotalWidth(widths);
        table.setLockedWidth(true);
        table.setHorizontalAlignment(Element.ALIGN_LEFT);
        table.setHeaderRows(1);
        table.setSplitLate(true);
        table.setSpacingBefore(4);
        table.setSpacingAfter(10);
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
        Phrase phrase = new Phrase();
        blocks.inline(phrase, content, TEXT, head);
        PdfPCell cell = new PdfPCell(phrase);
        cell.setLeading(0, 1.25f);
        cell.setPadding(PADDING);
        cell.setBorderColor(RULE);
        cell.setBorderWidth(0.5f);
        if (head) {
            cell.setBackgroundColor(HEAD);
        }
        if (content.getAlignment() == TableCell.Alignment.RIGHT) {
            cell.setHorizontalAlignment(Element.ALIGN_RIGHT);
        }
        return cell;
    }

    /** Natural widths where they fit; else least widths, and the rest shared by what is wanted. */
    private float[] widths(List<List<TableCell>> rows) {
        int columns = rows.get(0).size();
        float[] least = new float[columns];
        float[] natural = new float[columns];
        for (List<TableCell> row : rows.subList(0, Math.min(rows.size(), MEASURED_ROWS))) {
            for (int i = 0; i < columns; i++) {
                measure(row.get(i), i, least, natural);
            }
        }
        float sumNatural = sum(natural);
        float sumLeast = sum(least);
        if (sumNatural <= width) {
            return natural;
        }
        float[] widths = new float[columns];
        for (int i = 0; i < columns; i++) {
            widths[i] =
                    sumLeast >= width
                            ? least[i] * width / sumLeast
                            : least[i]
                                    + (width - sumLeast)
                                            * wanted(natural[i], least[i])
                                            / wantedSum(natural, least);
        }
        return widths;
    }

    /** Very long cells shall not starve the others: beyond the first lines they ask for less. */
    private static float wanted(float natural, float least) {
        return (float) Math.sqrt(Math.max(0, natural - least)) + 0.01f;
    }

    private static float wantedSum(float[] natural, float[] least) {
        float sum = 0;
        for (int i = 0; i < natural.length; i++) {
            sum += wanted(natural[i], least[i]);
        }
        return sum;
    }

    private static float sum(float[] values) {
        float sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }

    private static void measure(TableCell cell, int column, float[] least, float[] natural) {
        boolean code = cell.getFirstChild() instanceof Code;
        BaseFont font =
                (code ? PdfFonts.mono(TEXT) : PdfFonts.bold(TEXT, Color.BLACK)).getBaseFont();
        float size = code ? TEXT * 0.88f : TEXT;
        float room = 2 * PADDING + 3;
        String text = Anchors.text(cell);
        natural[column] = Math.max(natural[column], font.getWidthPoint(text, size) + room);
        for (String piece : PdfFonts.pieces(text)) {
            float wide = Math.min(WIDEST_PIECE, font.getWidthPoint(piece, size));
            least[column] = Math.max(least[column], wide + room);
        }
    }
}
