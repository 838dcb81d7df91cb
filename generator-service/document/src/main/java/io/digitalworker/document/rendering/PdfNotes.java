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

    private final PdfFonts fonts;
    private final NoteNumbers numbers;

    PdfNotes(PdfFonts fonts, NoteNumbers numbers) {
        this.fonts = fonts;
        this.numbers = numbers;
    }

    void refer(Phrase phrase, FootnoteReference reference, float size) {
        String number = Integer.toString(numbers.of(reference.getLabel()));
        // two notes in a row shall not read as one number
        String shown = phrase.isEmpty() ? number : "\u200a" + number;
        Chunk chunk = new Chunk(known(shown, number), PdfFonts.sans(size * 0.62f, PdfFonts.LINK));
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
        int rows = (notes.size() + COLUMNS - 1) / COLUMNS;
        for (int i = 0; i < rows * COLUMNS; i++) {
            PdfPCell cell = i < notes.size() ? cell(notes.get(i)) : new PdfPCell();
            cell.setBorder(i < COLUMNS ? Rectangle.TOP : Rectangle.NO_BORDER);
            cell.setBorderColor(PdfFonts.RULE);
            cell.setBorderWidth(0.5f);
            table.addCell(cell);
        }
        return table;
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
        cell.setPaddingRight(10);
        cell.setPaddingTop(1.5f);
        cell.setPaddingBottom(1);
        return cell;
    }
}
