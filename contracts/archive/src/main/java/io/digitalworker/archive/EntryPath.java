package io.digitalworker.archive;

import io.digitalworker.api.ErrorCode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * A name that stays inside the archive. Backslashes are separators (Windows tools write them);
 * {@code .} is dropped (bsdtar writes {@code ./}); what is then left is checked. Names that only
 * Windows reads otherwise ({@code aux.c}, {@code a:b}, {@code ...}) are let in: real code has them,
 * and no file is ever written under its own name.
 *
 * @param text names joined by {@code /}, in Unicode NFC; empty only for the root directory
 * @param directory whether the name ended with a separator
 */
record EntryPath(String text, boolean directory) {

    static EntryPath of(String name, int depthLimit) throws Refused {
        String path = name.replace('\\', '/');
        checkCharacters(path);
        checkRelative(path);
        List<String> names = names(path);
        if (names.size() > depthLimit) {
            throw invalid(names.size() + " levels, at most " + depthLimit);
        }
        boolean directory = path.endsWith("/") || path.endsWith("/.") || path.equals(".");
        if (names.isEmpty() && !directory) {
            throw invalid("an empty path");
        }
        return new EntryPath(normalized(String.join("/", names)), directory);
    }

    private static String normalized(String path) {
        return Ascii.isAll(path) ? path : Normalizer.normalize(path, Normalizer.Form.NFC);
    }

    private static void checkRelative(String path) throws Refused {
        if (path.startsWith("/")) {
            throw escapes("a path begins with a separator");
        }
        if (path.length() >= 2 && path.charAt(1) == ':' && isAsciiLetter(path.charAt(0))) {
            throw escapes("a path begins with a drive letter");
        }
    }

    private static List<String> names(String path) throws Refused {
        List<String> names = new ArrayList<>();
        String inner = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        for (String name : inner.split("/", -1)) {
            if (name.stripTrailing().equals("..")) {
                throw escapes("a path has '..'");
            }
            if (name.isEmpty()) {
                throw invalid("a path has an empty name");
            }
            if (!name.equals(".")) {
                names.add(name);
            }
        }
        return names;
    }

    private static void checkCharacters(String path) throws Refused {
        int character;
        for (int i = 0; i < path.length(); i += Character.charCount(character)) {
            character = path.codePointAt(i);
            if (isForbidden(character)) {
                throw invalid("a path has a control character");
            }
        }
    }

    /** What hides, ends or turns round the text that people see. */
    private static boolean isForbidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            case Character.FORMAT -> isDirectionControl(character) || character == 0xFEFF;
            default -> false;
        };
    }

    /** Unicode's property Bidi_Control. */
    private static boolean isDirectionControl(int character) {
        return character == 0x061C
                || character == 0x200E
                || character == 0x200F
                || (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2066 && character <= 0x2069);
    }

    private static boolean isAsciiLetter(char character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
    }

    private static Refused escapes(String detail) {
        return new Refused(ErrorCode.ARCHIVE_PATH_ESCAPES, detail);
    }

    private static Refused invalid(String detail) {
        return new Refused(ErrorCode.ARCHIVE_PATH_INVALID, detail);
    }
}
