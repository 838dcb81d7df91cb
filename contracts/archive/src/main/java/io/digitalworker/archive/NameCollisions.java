package io.digitalworker.archive;

import io.digitalworker.api.ErrorCode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Paths that some file system could not keep apart: equal after case folding, Unicode normalisation
 * and without what is not seen (characters of no width, dots and spaces at the end of a name), or a
 * file where another path has a directory. Directories may coincide, they hold nothing themselves.
 */
final class NameCollisions {
    private record Folded(String key, boolean directory, int number) {}

    private NameCollisions() {}

    static void check(List<CentralHeader> headers) throws Refused {
        List<Folded> paths = new ArrayList<>(headers.size());
        for (CentralHeader header : headers) {
            EntryPath path = header.path();
            paths.add(new Folded(fold(path.text()), path.directory(), header.number()));
        }
        paths.sort(Comparator.comparing(Folded::key, PathOrder.TREE));
        for (int i = 1; i < paths.size(); i++) {
            checkPair(paths.get(i - 1), paths.get(i));
        }
    }

    /** In the order of the tree, whatever lies under a file would directly follow it. */
    private static void checkPair(Folded one, Folded next) throws Refused {
        boolean same = one.key.equals(next.key) && !(one.directory && next.directory);
        boolean under = !one.directory && next.key.startsWith(one.key + "/");
        if (same || under) {
            throw new Refused(
                    ErrorCode.ARCHIVE_DUPLICATE_NAMES,
                    "entry "
                            + next.number
                            + (under ? " lies under file " : " and entry ")
                            + one.number);
        }
    }

    /** Upper case first: it unites what lower case alone keeps apart, such as the two sigmas. */
    private static String fold(String path) {
        if (Ascii.isAll(path)) {
            return withoutTails(path.toLowerCase(Locale.ROOT));
        }
        String folded = visible(path).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return withoutTails(Normalizer.normalize(folded, Normalizer.Form.NFC));
    }

    /** Without characters of no width, which HFS+ passes over. */
    private static String visible(String path) {
        StringBuilder visible = new StringBuilder(path.length());
        path.codePoints()
                .filter(character -> Character.getType(character) != Character.FORMAT)
                .forEach(visible::appendCodePoint);
        return visible.toString();
    }

    /** Without dots and spaces at the end of a name, which Windows drops. */
    private static String withoutTails(String path) {
        StringBuilder cut = new StringBuilder(path.length());
        for (int start = 0; start <= path.length(); ) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            cut.append(path, start, endOfName(path, start, end));
            if (slash >= 0) {
                cut.append('/');
            }
            start = end + 1;
        }
        return cut.toString();
    }

    /** A name of nothing else is left as it is. */
    private static int endOfName(String path, int start, int end) {
        int last = end;
        while (last > start && (path.charAt(last - 1) == '.' || path.charAt(last - 1) == ' ')) {
            last--;
        }
        return last == start ? end : last;
    }
}
