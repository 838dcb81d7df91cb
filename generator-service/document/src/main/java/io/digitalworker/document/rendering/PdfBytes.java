package io.digitalworker.document.rendering;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/**
 * Makes a written file independent of where it was written: OpenPDF writes the cross-reference table in
 * the digits of the default locale and tags subsets of fonts at random. All lengths stay as they are.
 */
final class PdfBytes {
    private static final String TAG = "/AAAAAA+";
    private static final int ENTRY = 20;

    private PdfBytes() {}

    /** Makes each tag of a subset {@code AAAAAA}, for {@link #settle} to find. */
    static final class SubsetTag extends SecureRandom {
        private static final long serialVersionUID = 1;

        SubsetTag() {
            super(null, null);
        }

        @Override
        public double nextDouble() {
            return 0;
        }
    }

    /**
     * @param id at least six bytes that differ where documents differ
     */
    static byte[] settle(byte[] file, byte[] id) {
        byte[] settled = file.clone();
        tags(settled, id);
        int start = lastIndexOf(settled, "startxref\n");
        int digits = start + "startxref\n".length();
        int table = 0;
        for (; settled[digits] != '\n'; digits++) {
            table = table * 10 + settled[digits] - '0';
        }
        crossReferences(settled, table + "xref\n".length(), lastIndexOf(settled, "trailer"));
        return settled;
    }

    /** Entries have twenty bytes; the first is the free one, ten zeros, which tells the digits. */
    private static void crossReferences(byte[] file, int from, int end) {
        int at = from;
        while (at < end) {
            int space = at;
            while (file[space] != ' ') {
                space++;
            }
            int line = space;
            int entries = 0;
            for (line++; file[line] != '\n'; line++) {
                entries = entries * 10 + file[line] - '0';
            }
            at = line + 1;
            int zero = file[at];
            for (int entry = 0; entry < entries; entry++, at += ENTRY) {
                digits(file, at, at + 10, zero);
                digits(file, at + 11, at + 16, zero);
            }
        }
    }

    private static void digits(byte[] file, int from, int to, int zero) {
        for (int i = from; i < to; i++) {
            file[i] = (byte) ('0' + file[i] - zero);
        }
    }

    private static void tags(byte[] file, byte[] id) {
        byte[] tag = TAG.getBytes(StandardCharsets.US_ASCII);
        for (int at = indexOf(file, tag, 0); at >= 0; at = indexOf(file, tag, at + 1)) {
            for (int i = 0; i < 6; i++) {
                file[at + 1 + i] = (byte) ('A' + Math.floorMod(id[i], 26));
            }
        }
    }

    private static int lastIndexOf(byte[] file, String word) {
        byte[] bytes = word.getBytes(StandardCharsets.US_ASCII);
        for (int at = file.length - bytes.length; at >= 0; at--) {
            if (isAt(file, at, bytes)) {
                return at;
            }
        }
        throw new IllegalStateException("the file has no " + word.strip());
    }

    private static int indexOf(byte[] file, byte[] word, int from) {
        for (int at = from; at <= file.length - word.length; at++) {
            if (isAt(file, at, word)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isAt(byte[] file, int at, byte[] word) {
        for (int i = 0; i < word.length; i++) {
            if (file[at + i] != word[i]) {
                return false;
            }
        }
        return true;
    }
}
