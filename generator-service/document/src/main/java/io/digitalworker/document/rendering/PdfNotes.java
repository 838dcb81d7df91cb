package io.digitalworker.document.rendering;

import com.lowagie.text.Chunk;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import io.digitalworker.document.assembly.Headings;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.node.Node;

/** Small raised numbers in the text; what they stand for stands at the end of the section. */
final class PdfNotes {
    private static final float SIZE = 6.5f;
    private static final int COLUMNS = 2;

    private static final float BETWEEN = 10;

    private final float width;
    private final PdfFonts fonts;
    private final NoteNumbers numbers;

    /**
     * @param width of a page within its margins
     */
    PdfNotes(PdfFonts fonts, NoteNumbers numbers, float width) {
        this.width = width;
        this.fonts = fonts;
        this.numbers = numbers;
    }

    void refer(Phrase phrase, FootnoteReference reference, float size) {
        String number = Integer.toString(numbers.of(reference.getLabel()));
        // two notes in a row shall not read as one number
        boolean another = reference.getPrevious() instanceof FootnoteReference;
        String before = another ? "," : phrase.isEmpty() ? "" : "\u200a";
        Chunk chunk =
                new Chunk(
                        known(before + number, number), PdfFonts.sans(size * 0.62f, PdfFonts.LINK));
        chunk.setTextRise(size * 0.36f);
        chunk.setLocalGoto("note-" + reference.getLabel());
        phrase.add(chunk);
    }

    private static String known(String shown, String otherwise) {
        return Typefaces.SANS.charExists(shown.codePointAt(0)) ? shown : otherwise;
    }

    /** All footnotes of a section, from the first on. */
    Element element(FootnoteDefinition first) {
        PdfPTable table = new PdfPTable(COLUMNS);
        table.setWidthPercentage(100);
        table.setSplitLate(false);
        table.setSpacingBefore(8);
        table.setSpacingAfter(10);
        List<FootnoteDefinition> notes = run(first);
        boolean left = true;
        for (int i = 0; i < notes.size(); i++) {
            PdfPCell cell = cell(notes.get(i));
            boolean pair = left && i + 1 < notes.size() && fits(notes.get(i + 1));
            boolean whole = left && !(pair && fits(notes.get(i)));
            cell.setColspan(whole ? COLUMNS : 1);
            cell.setBorder(table.getRows().isEmpty() ? Rectangle.TOP : Rectangle.NO_BORDER);
            cell.setBorderColor(PdfFonts.RULE);
            cell.setBorderWidth(0.5f);
            table.addCell(cell);
            left = whole || !left;
        }
        return table;
    }

    /** Whether a note is one line of a column. */
    private boolean fits(FootnoteDefinition note) {
        float line = Typefaces.SANS.getWidthPoint("00  " + Headings.text(note), SIZE);
        return line < width / COLUMNS - BETWEEN;
    }

    private static List<FootnoteDefinition> run(FootnoteDefinition first) {
        List<FootnoteDefinition> notes = new ArrayList<>();
        Node node = first;
        while (node instanceof FootnoteDefinition note) {
            notes.add(note);
            node = node.getNext();
        }
        return notes;
    }

    private PdfPCell cell(FootnoteDefinition note) {
        Font font = PdfFonts.sans(SIZE, PdfFonts.GREY);
        Chunk number = new Chunk(numbers.of(note.getLabel()) + "  ", font);
        number.setLocalDestination("note-" + note.getLabel());
        Phrase phrase = PdfFonts.phrase();
        phrase.add(number);
        fonts.add(phrase, Headings.text(note), font);
        PdfPCell cell = new PdfPCell(phrase);
        cell.setLeading(0, 1.25f);
        cell.setPaddingLeft(0);
        cell.setPaddingRight(BETWEEN);
        cell.setPaddingTop(1.5f);
        cell.setPaddingBottom(1);
        return cell;
    }
}
