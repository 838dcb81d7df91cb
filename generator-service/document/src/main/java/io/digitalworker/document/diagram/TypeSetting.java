package io.digitalworker.document.diagram;

import java.util.ArrayList;
import java.util.List;

/**
 * How wide words are and where they may break. Widths are those of a wide sans serif (DejaVu Sans), so
 * that words stay in their boxes whatever the page's font is.
 */
final class TypeSetting {
    private TypeSetting() {}

    static double width(String text, double size, boolean bold) {
        double em = text.codePoints().mapToDouble(TypeSetting::em).sum();
        return em * size * (bold ? 1.1 : 1);
    }

    private static double em(int c) {
        if (c > 0x2E80) {
            return 1;
        }
        if (c > 0x7F) {
            return 0.75;
        }
        if ("iljI.,:;'|!()[]ft /-".indexOf(c) >= 0) {
            return 0.4;
        }
        if ("mwMWQO@%&<>+=~".indexOf(c) >= 0) {
            return 0.9;
        }
        return Character.isUpperCase(c) ? 0.7 : 0.62;
    }

    /** Lines of about so many characters: broken at blanks, else within names at dots, slashes and humps. */
    static List<String> lines(String text, int length) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String piece : pieces(text)) {
            if (line.length() > 0 && line.length() + piece.stripTrailing().length() > length) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(piece);
            while (line.length() > length * 3 / 2) {
                int end = line.offsetByCodePoints(0, line.codePointCount(0, length));
                lines.add(line.substring(0, end));
                line.delete(0, end);
            }
        }
        lines.add(line.toString().strip());
        lines.removeIf(String::isEmpty);
        return lines;
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        for (int i = 1; i < text.length(); i++) {
            if (breaks(text.charAt(i - 1), text.charAt(i))) {
                pieces.add(text.substring(start, i));
                start = i;
            }
        }
        pieces.add(text.substring(start));
        return pieces;
    }

    private static boolean breaks(char before, char next) {
        return before == ' '
                || next == '.'
                || next == '<'
                || (next == '/' && before != '/')
                || next == '{'
                || before == '_'
                || before == ','
                || (Character.isLowerCase(before) && Character.isUpperCase(next));
    }

    /** White space of any kind becomes one blank, control characters vanish. */
    static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("\\p{Cntrl}", "").strip();
    }
}
