package io.digitalworker.document.rendering;

import com.lowagie.text.Document;
import com.lowagie.text.DocumentException;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfWriter;
import io.digitalworker.document.assembly.DocumentTree;
import io.digitalworker.document.assembly.FigureBlock;
import io.digitalworker.document.outline.Wording;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;

/**
 * The document on A4 pages: a title page, the contents, then the sections with bookmarks, running heads
 * and page x of y; a PDF/A-1b file. Dates come from the document and the file id from its content, so
 * that equal documents give equal bytes.
 */
final class Pdf {
    private static final float MARGIN = 56;
    private static final float TOP = 64;
    private static final float BOTTOM = 60;

    /** Behind a heading there shall be room for some lines, else it moves on to the next page. */
    private static final float BEHIND_HEADING = 110;

    private static final float HEADING = 48;

    /** Above the title, on a page of its own and above the contents. */
    private static final float ABOVE_TITLE = 180;

    private static final float ABOVE_BRIEF_TITLE = 40;

    /** The words before a list shall not stand on another page. */
    private static final float BEHIND_WORDS = 80;

    /** What words before a table take, mostly. */
    private static final float WORDS = 35;

    private final DocumentTree tree;
    private final PdfFonts fonts;
    private final PdfContents contents;
    private final Wording wording;

    Pdf(DocumentTree tree, Typefaces faces) {
        this.tree = tree;
        this.fonts = new PdfFonts(faces);
        this.wording = Wording.of(tree.language());
        this.contents = new PdfContents(fonts, tree.root(), wording, tree.brief());
    }

    /**
     * @param markdown the same document, which tells it from others
     */
    RenderedFile render(RenderedFile markdown) {
        byte[] id = id(markdown);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 * 1024);
        try {
            Document page = new Document(PageSize.A4, MARGIN, MARGIN, TOP, BOTTOM);
            PdfWriter writer = PdfWriter.getInstance(page, bytes);
            PdfMetadata.declare(writer);
            writer.setPageEvent(new PdfPages(fonts, contents, heading(), state(), wording));
            page.open();
            new PdfMetadata(tree, id).describe(writer);
            blocks(page, writer);
            page.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a file in memory cannot be written", e);
        }
        byte[] file = PdfBytes.settle(bytes.toByteArray(), id);
        return new RenderedFile(tree.name() + ".pdf", "application/pdf", file);
    }

    /** The fonts that it has used, by name. */
    List<String> fonts() {
        return fonts.used();
    }

    private String heading() {
        return tree.title() + ": " + tree.subject();
    }

    private String state() {
        return wording.say("Version")
                + " "
                + tree.version()
                + ", "
                + tree.date()
                + ", "
                + tree.status();
    }

    /** The tree begins with title and title block, which have a page of their own here. */
    private void blocks(Document page, PdfWriter writer) throws DocumentException {
        Node node = titlePage(page, tree.root().getFirstChild());
        if (!tree.brief()) {
            page.newPage();
        }
        contents.write(page, writer.getDirectContent());
        page.newPage();
        Rectangle room = new Rectangle(page.right() - page.left(), page.top() - page.bottom());
        PdfBlocks blocks = new PdfBlocks(fonts, tree.root(), writer.getDirectContent(), room);
        for (; node != null; node = node.getNext()) {
            if (leftOver(page, writer) < Math.min(wanted(node, blocks), room.getHeight() - 1)) {
                page.newPage();
            }
            if (!isWithPrevious(node)) {
                page.add(blocks.element(node, leftOver(page, writer)));
            }
        }
        if (fonts.unknown() > 0) {
            page.add(note());
        }
    }

    /** The height that a block needs, with what it leads on to. */
    private float wanted(Node node, PdfBlocks blocks) {
        Node next = node.getNext();
        if (node instanceof Heading) {
            return Math.max(BEHIND_HEADING, next == null ? 0 : HEADING + wanted(next, blocks));
        }
        if (node instanceof FigureBlock figure) {
            return blocks.height(figure);
        }
        if (node instanceof TableBlock table) {
            return blocks.beginning(table);
        }
        if (node instanceof org.commonmark.node.Paragraph && next instanceof TableBlock) {
            return WORDS + wanted(next, blocks);
        }
        return node instanceof org.commonmark.node.Paragraph && next instanceof ListBlock
                ? BEHIND_WORDS
                : 0;
    }

    private static float leftOver(Document page, PdfWriter writer) {
        return writer.getVerticalPosition(true) - page.bottom();
    }

    /** The first footnote of a section takes the others with it. */
    private static boolean isWithPrevious(Node node) {
        return node instanceof FootnoteDefinition
                && node.getPrevious() instanceof FootnoteDefinition;
    }

    private Node titlePage(Document page, Node first) throws DocumentException {
        Paragraph space = new Paragraph(" ", PdfFonts.sans(1, PdfFonts.INK));
        space.setSpacingAfter(tree.brief() ? ABOVE_BRIEF_TITLE : ABOVE_TITLE);
        page.add(space);
        page.add(line(tree.title(), PdfFonts.sans(14, PdfFonts.GREY), 10));
        page.add(line(tree.subject(), PdfFonts.bold(28, PdfFonts.INK), 24));
        for (DocumentTree.TitleLine line : tree.titleBlock()) {
            String words = line.name() + ": " + line.value();
            page.add(line(words, PdfFonts.sans(11, PdfFonts.GREY), 4));
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

    private Paragraph line(String text, Font font, float after) {
        Paragraph line = PdfFonts.paragraph();
        fonts.add(line, text, font);
        line.setLeading(font.getSize() * 1.25f);
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
        Paragraph note = line(words, PdfFonts.italic(8.5f, PdfFonts.GREY), 0);
        note.setSpacingBefore(14);
        return note;
    }

    /** Sixteen bytes that differ where the content differs. */
    private byte[] id(RenderedFile markdown) {
        String content = markdown.sha256() + heading() + state();
        RenderedFile all = new RenderedFile("id", "", content.getBytes(StandardCharsets.UTF_8));
        return Arrays.copyOf(all.sha256().getBytes(StandardCharsets.US_ASCII), 16);
    }
}
