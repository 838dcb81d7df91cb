package io.digitalworker.document.rendering;

import com.lowagie.text.Chunk;
import com.lowagie.text.Font;
import com.lowagie.text.FontFactory;
import com.lowagie.text.Phrase;
import com.lowagie.text.SplitCharacter;
import com.lowagie.text.pdf.PdfChunk;
import java.awt.Color;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.ArrayList;
import java.util.List;

/**
 * The standard fonts that every PDF reader has. They know Windows-1252 and nothing else: other
 * characters are shown as {@value #UNKNOWN}, and counted, so that the document can say so.
 */
final class PdfFonts {
    /** Stands for one or more characters that the fonts lack. */
    static final String UNKNOWN = "[?]";

    static final Color INK = new Color(28, 35, 51);
    static final Color GREY = new Color(110, 118, 135);
    static final Color LINK = new Color(26, 79, 156);

    private static final CharsetEncoder KNOWN = Charset.forName("windows-1252").newEncoder();

    private int unknown;

    /** How many characters could not be shown. */
    int unknown() {
        return unknown;
    }

    static Font sans(float size, Color color) {
        return FontFactory.getFont(FontFactory.HELVETICA, size, color);
    }

    static Font bold(float size, Color color) {
        return FontFactory.getFont(FontFactory.HELVETICA_BOLD, size, color);
    }

    static Font italic(float size, Color color) {
        return FontFactory.getFont(FontFactory.HELVETICA_OBLIQUE, size, color);
    }

    static Font mono(float size) {
        return FontFactory.getFont(FontFactory.COURIER, size, INK);
    }

    /** Adds text that may break where long names let it. */
    void add(Phrase phrase, String text, Font font) {
        Chunk chunk = new Chunk(known(text), font);
        chunk.setSplitCharacter(PdfFonts::breaks);
        phrase.add(chunk);
    }

    /** The text with what the fonts lack replaced. */
    String known(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        boolean before = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            boolean known = c < 0x10000 && KNOWN.canEncode((char) c);
            if (known) {
                shown.append((char) c);
            } else {
                unknown++;
                shown.append(before ? "" : UNKNOWN);
            }
            before = !known;
            i += Character.charCount(c);
        }
        return shown.toString();
    }

    /** {@link SplitCharacter}: behind separators, and before a capital within a name. */
    private static boolean breaks(int start, int current, int end, char[] text, PdfChunk[] chunks) {
        char c = text[current];
        boolean hump =
                current + 1 < end
                        && Character.isLowerCase(c)
                        && Character.isUpperCase(text[current + 1]);
        return c <= ' ' || "/.:_,-(<>|;".indexOf(c) >= 0 || hump;
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

    private static final PdfChunk[] NO_CHUNKS = {};
}
