package io.digitalworker.archive;

import io.digitalworker.api.ErrorCode;
import java.util.List;

import static io.digitalworker.archive.RawEntry.directory;
import static io.digitalworker.archive.RawEntry.stored;
import static io.digitalworker.archive.RawExtra.withUnicodePath;

/** Archives whose paths escape, deceive or collide. */
final class HostilePaths {
    private final Corpus corpus;

    private HostilePaths(Corpus corpus) {
        this.corpus = corpus;
    }

    static void addTo(Corpus corpus) {
        HostilePaths rows = new HostilePaths(corpus);
        rows.escapingPaths();
        rows.invalidPaths();
        rows.collidingPaths();
    }

    private void escapingPaths() {
        for (String path :
                List.of(
                        "../planted",
                        "a/../../planted",
                        "a/..",
                        "a/../planted",
                        "..\\planted",
                        "a\\..\\..\\planted",
                        "a/..\\planted",
                        "../",
                        "/etc/planted",
                        "//server/planted",
                        "\\\\server\\share\\planted",
                        "\\planted",
                        "C:\\planted",
                        "c:/planted",
                        "c:planted",
                        "\\\\?\\C:\\planted",
                        "\\\\.\\pipe\\planted",
                        "//?/UNC/server/planted",
                        "///planted",
                        "./../planted",
                        "a/./../../planted",
                        "a/b/../../../planted",
                        "a\\../..\\planted",
                        ".. /planted",
                        "a/..  /planted",
                        "../".repeat(40) + "etc/planted",
                        "~/../planted")) {
            corpus.zip(
                    "path " + path,
                    ErrorCode.ARCHIVE_PATH_ESCAPES,
                    () ->
                            RawZip.of(
                                    stored("a.txt", "x"),
                                    stored(path, path.endsWith("/") ? "" : "x")));
        }
        corpus.zip(
                "a path that escapes in the Unicode path field alone",
                ErrorCode.ARCHIVE_PATH_ESCAPES,
                () -> RawZip.of(withUnicodePath("planted", "../planted")));
        corpus.zip(
                "a path that escapes in the header, hidden by the Unicode path field",
                ErrorCode.ARCHIVE_PATH_ESCAPES,
                () -> RawZip.of(withUnicodePath("../planted", "planted")));
    }

    private void invalidPaths() {
        invalidPath("an empty path", "");
        invalidPath("a NUL that hides the ending", "planted.txt\0.exe");
        invalidPath("a line break", "planted\nforged log line");
        invalidPath("an escape sequence", "planted\u001b[2J");
        invalidPath("a delete character", "planted\u007f");
        invalidPath("a C1 control character", "planted\u0085");
        invalidPath("a line separator", "planted\u2028");
        invalidPath("a right-to-left override", "planted\u202Etxt.exe");
        invalidPath("a right-to-left isolate", "planted\u2067txt.exe");
        invalidPath("a right-to-left mark", "planted\u200Ftxt.exe");
        invalidPath("an Arabic letter mark", "planted\u061Ctxt.exe");
        invalidPath("a byte order mark", "\uFEFFplanted");
        invalidPath("a NUL alone", "\0");
        invalidPath("a NUL that hides a traversal", "planted/\0/../../x");
        invalidPath("a bell", "planted\u0007");
        invalidPath("a carriage return", "planted\rforged");
        invalidPath("a paragraph separator", "planted\u2029");
        invalidPath("a left-to-right override", "planted\u202Dexe.txt");
        invalidPath("the end of an embedding", "planted\u202Ctxt.exe");
        invalidPath("the end of an isolate", "planted\u2069txt.exe");
        invalidPath("an empty name between separators", "a//planted");
        invalidPath("an address of a file", "file:///planted");
        invalidPath("nothing but separators and dots", "./planted//.");
        invalidPath("1,025 bytes", "planted".repeat(147).substring(4));
        invalidPath("65 levels", "a/".repeat(64) + "planted");
        corpus.zip(
                "not the UTF-8 it claims",
                ErrorCode.ARCHIVE_PATH_INVALID,
                () ->
                        RawZip.of(
                                stored("", "x")
                                        .name((byte) 0xC3, (byte) 0x28)
                                        .flag(RawEntry.UTF8)));
        corpus.zip(
                "an overlong form of NUL",
                ErrorCode.ARCHIVE_PATH_INVALID,
                () ->
                        RawZip.of(
                                stored("", "x")
                                        .name((byte) 'a', (byte) 0xC0, (byte) 0x80)
                                        .flag(RawEntry.UTF8)));
        corpus.zip(
                "half a surrogate pair in UTF-8",
                ErrorCode.ARCHIVE_PATH_INVALID,
                () ->
                        RawZip.of(
                                stored("", "x")
                                        .name((byte) 0xED, (byte) 0xA0, (byte) 0x80)
                                        .flag(RawEntry.UTF8)));
        corpus.zip(
                "an overlong form of a slash",
                ErrorCode.ARCHIVE_PATH_INVALID,
                () ->
                        RawZip.of(
                                stored("", "x")
                                        .name((byte) '.', (byte) '.', (byte) 0xC0, (byte) 0xAF)
                                        .flag(RawEntry.UTF8)));
    }

    private void collidingPaths() {
        colliding("the same path twice", "planted", "planted");
        colliding("paths apart from case", "src/Planted.java", "SRC/planted.java");
        colliding("paths apart from case beyond ASCII", "ΠΛΑΝΤΕΣ", "πλαντες");
        colliding("a sharp s and two", "straße", "STRASSE");
        colliding("composed and decomposed", "plant\u00e9d", "plante\u0301d");
        colliding("apart from a leading dot", "planted", "./planted");
        colliding("apart from the separator", "a/planted", "a\\planted");
        colliding("apart from a dot at the end", "planted", "planted.");
        colliding("apart from a space at the end", "planted", "planted ");
        colliding("apart from dots and spaces at the end", "a /planted. .", "a./planted");
        colliding("apart from a joiner of no width", ".g\u200dit/planted", ".git/planted");
        colliding("apart from a space of no width", "planted", "plan\u200bted");
        colliding("apart from a soft hyphen", "planted", "plan\u00adted");
        colliding("k and the sign for Kelvin", "planted.k", "planted.\u212a");
        colliding("two letters and their ligature", "config", "con\ufb01g");
        colliding("s and a long s", "passwort", "pa\u017f\u017fwort");
        colliding("a file where the other with a dot has a directory", "planted.", "planted/a");
        colliding("a file where the other has a directory", "planted", "planted/a");
        colliding("the same, apart from case", "Planted/a/b", "planted/A");
        corpus.zip(
                "a file and a directory",
                ErrorCode.ARCHIVE_DUPLICATE_NAMES,
                () -> RawZip.of(stored("planted", "x"), directory("planted/")));
    }

    private void invalidPath(String name, String path) {
        corpus.zip(name, ErrorCode.ARCHIVE_PATH_INVALID, () -> RawZip.of(stored(path, "x")));
    }

    private void colliding(String name, String one, String other) {
        RawZip zip = RawZip.of(stored(other, "y"), stored("between", ""), stored(one, "x"));
        corpus.zip(name, ErrorCode.ARCHIVE_DUPLICATE_NAMES, () -> zip);
    }
}
