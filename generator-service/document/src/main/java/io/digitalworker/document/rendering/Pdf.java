package io.digitalworker.document.rendering;

import com.lowagie.text.Chunk;
import com.lowagie.text.Document;
import com.lowagie.text.DocumentException;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.pdf.PdfDate;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfEncryption;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import io.digitalworker.document.assembly.DocumentTree;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.GregorianCalendar;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;

/**
 * The document on A4 pages: a title page, then the sections with bookmarks and page x of y. Dates come
 * from the document and the file id from its content, so that equal documents give equal bytes.
 */
final class Pdf {
    private static final float MARGIN = 56;

    private final DocumentTree tree;
    private final PdfFonts fonts = new PdfFonts();

    Pdf(DocumentTree tree) {
        this.tree = tree;
    }

    RenderedFile render() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 * 1024);
        Document page = new Document(PageSize.A4, MARGIN, MARGIN, 64, 60);
        PdfWriter writer = PdfWriter.getInstance(page, bytes);
        // a plain cross-reference table would be written in the digits of the default locale
        writer.setFullCompression();
        writer.setViewerPreferences(PdfWriter.PageModeUseOutlines | PdfWriter.DisplayDocTitle);
        writer.setPageEvent(new PdfPages(fonts.known(tree.title() + ": " + tree.subject())));
        page.open();
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString("en"));
        blocks(page);
        fixed(writer.getInfo());
        page.close();
        return new RenderedFile(tree.name() + ".pdf", "application/pdf", bytes.toByteArray());
    }

    /** The tree begins with title and title block, which have a page of their own here. */
    private void blocks(Document page) throws DocumentException {
        Node node = titlePage(page, tree.root().getFirstChild());
        page.newPage();
        PdfBlocks blocks = new PdfBlocks(fonts, page.right() - page.left());
        for (; node != null; node = node.getNext()) {
            page.add(blocks.element(node));
        }
        if (fonts.unknown() > 0) {
            page.add(note());
        }
    }

    private Node titlePage(Document page, Node first) throws DocumentException {
        Paragraph space = new Paragraph(" ", PdfFonts.sans(1, PdfFonts.INK));
        space.setSpacingAfter(180);
        page.add(space);
        page.add(line(tree.title(), 14, false, 10));
        page.add(line(tree.subject(), 28, true, 24));
        for (DocumentTree.TitleLine line : tree.titleBlock()) {
            page.add(line(line.name() + ": " + line.value(), 11, false, 4));
        }
        Node node = first;
        while (node instanceof TableBlock || isTitle(node)) {
            node = node.getNext();
        }
        return node;
    }

    private static boolean isTitle(Node node) {
        return node instanceof Heading heading && heading.getLevel() == 1;
    }

    private Paragraph line(String text, float size, boolean bold, float after) {
        Paragraph line = new Paragraph();
        fonts.add(
                line,
                text,
                bold ? PdfFonts.bold(size, PdfFonts.INK) : PdfFonts.sans(size, PdfFonts.GREY));
        line.setLeading(size * 1.25f);
        line.setSpacingAfter(after);
        return line;
    }

    private Paragraph note() {
        String words =
                "Note: "
                        + fonts.unknown()
                        + " characters are not in the fonts of this file and are shown as "
                        + PdfFonts.UNKNOWN
                        + "; the HTML and Markdown files have them.";
        Paragraph note = new Paragraph(new Chunk(words, PdfFonts.italic(8.5f, PdfFonts.GREY)));
        note.setSpacingBefore(14);
        return note;
    }

    private void fixed(PdfDictionary info) {
        PdfDate date =
                new PdfDate(GregorianCalendar.from(tree.date().atStartOfDay(ZoneOffset.UTC)));
        info.put(PdfName.CREATIONDATE, date);
        info.put(PdfName.MODDATE, date);
        info.put(PdfName.TITLE, new PdfString(title(), PdfString.TEXT_UNICODE));
        info.put(PdfName.FILEID, PdfEncryption.createInfoId(id(), id()));
    }

    private String title() {
        return tree.title() + ": " + tree.subject() + " " + tree.version();
    }

    /** Sixteen bytes that differ where the content differs. */
    private byte[] id() {
        String content = Markdown.render(tree).sha256() + title() + tree.date();
        RenderedFile all = new RenderedFile("id", "", content.getBytes(StandardCharsets.UTF_8));
        return Arrays.copyOf(all.sha256().getBytes(StandardCharsets.US_ASCII), 16);
    }
}
