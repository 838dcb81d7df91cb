package io.digitalworker.document.rendering;

import com.lowagie.text.Chunk;
import com.lowagie.text.Font;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.SplitCharacter;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfChunk;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Text in the fonts that have its characters. What no font has is shown as {@value #UNKNOWN}, and
 * counted, so that the document can say so.
 */
final class PdfFonts {
    /** Stands for one or more characters that the fonts lack. */
    static final String UNKNOWN = "[?]";

    static final Color INK = new Color(28, 35, 51);
    static final Color GREY = new Color(95, 103, 120);
    static final Color LINK = new Color(26, 79, 156);
    static final Color RULE = new Color(213, 217, 224);
    static final Color SOFT = new Color(244, 246, 249);

    private static final PdfChunk[] NO_CHUNKS = {};

    /** From here on lie the scripts that are written without blanks. */
    private static final char FIRST_HAN = '\u2e80';

    private final Typefaces faces;
    private final SortedSet<String> used = new TreeSet<>();
    private int unknown;

    PdfFonts(Typefaces faces) {
        this.faces = faces;
    }

    /** How many characters could not be shown. */
    int unknown() {
        return unknown;
    }

    /** Names of the fonts that text was set in, sorted. */
    List<String> used() {
        return List.copyOf(used);
    }

    static Font sans(float size, Color color) {
        return new Font(Typefaces.SANS, size, Font.NORMAL, color);
    }

    static Font bold(float size, Color color) {
        return new Font(Typefaces.BOLD, size, Font.NORMAL, color);
    }

    static Font italic(float size, Color color) {
        return new Font(Typefaces.ITALIC, size, Font.NORMAL, color);
    }

    static Font mono(float size, Color color) {
        return new Font(Typefaces.MONO, size, Font.NORMAL, color);
    }

    /** Empty; even the space behind it is text in a font, which a PDF/A file has to hold. */
    static Paragraph paragraph() {
        Paragraph paragraph = new Paragraph();
        paragraph.setFont(sans(10, INK));
        return paragraph;
    }

    /** Empty, as {@link #paragraph}. */
    static Phrase phrase() {
        Phrase phrase = new Phrase();
        phrase.setFont(sans(10, INK));
        return phrase;
    }

    /** Adds text that may break where long names let it. */
    void add(Phrase phrase, String text, Font font) {
        phrase.addAll(chunks(text, font));
    }

    /** The text in as many pieces as it needs fonts. */
    List<Chunk> chunks(String text, Font font) {
        List<Chunk> chunks = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        BaseFont face = font.getBaseFont();
        boolean missing = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isISOControl(c) && c != '\n') {
                continue;
            }
            Optional<BaseFont> having =
                    staysIn(face, c) ? Optional.of(face) : faces.having(c, font.getBaseFont());
            BaseFont next = having.orElse(font.getBaseFont());
            if (!next.equals(face)) {
                flush(run, face, font, chunks);
                face = next;
            }
            if (having.isPresent()) {
                run.appendCodePoint(c);
            } else {
                unknown++;
                run.append(missing ? "" : UNKNOWN);
            }
            missing = having.isEmpty();
        }
        flush(run, face, font, chunks);
        return chunks;
    }

    /** The width of text in one line, in points, each character in a font that has it. */
    float width(String text, Font font) {
        BaseFont face = font.getBaseFont();
        float width = 0;
        for (int c : text.codePoints().toArray()) {
            if (!staysIn(face, c)) {
                face = faces.having(c, font.getBaseFont()).orElse(font.getBaseFont());
            }
            width += face.getWidthPoint(c, font.getSize());
        }
        return width;
    }

    /** Blanks, joiners and marks belong to the letters before them. */
    private static boolean staysIn(BaseFont face, int c) {
        int type = Character.getType(c);
        boolean joins =
                c == ' '
                        || type == Character.FORMAT
                        || type == Character.NON_SPACING_MARK
                        || type == Character.COMBINING_SPACING_MARK;
        return c == '\n' || (joins && face.charExists(c));
    }

    private void flush(StringBuilder run, BaseFont face, Font wanted, List<Chunk> chunks) {
        if (run.length() > 0) {
            used.add(face.getPostscriptFontName());
            Font font = new Font(face, wanted.getSize(), Font.NORMAL, wanted.getColor());
            Chunk chunk = new Chunk(run.toString(), font);
            chunk.setSplitCharacter(PdfFonts::breaks);
            chunks.add(chunk);
            run.setLength(0);
        }
    }

    /** {@link SplitCharacter}: behind separators, and before a capital within a name. */
    private static boolean breaks(int start, int current, int end, char[] text, PdfChunk[] chunks) {
        char c = text[current];
        boolean hump =
                current + 1 < end
                        && Character.isLowerCase(c)
                        && Character.isUpperCase(text[current + 1]);
        boolean opening = current == start || text[current - 1] <= ' ';
        return c <= ' ' || c >= FIRST_HAN || (!opening && "/.:_,-(<>|;".indexOf(c) >= 0) || hump;
    }

    /** The pieces between places where a line may break: the widest sets a column's least width. */
    static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        char[] characters = text.toCharArray();
        for (int i = 0; i < characters.length; i++) {
            if (breaks(0, i, characters.length, characters, NO_CHUNKS)) {
                pieces.add(text.substring(from, i + 1));
                from = i + 1;
            }
        }
        pieces.add(text.substring(from));
        return pieces;
    }
}
