package io.digitalworker.archive;

import io.digitalworker.api.ErrorCode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Paths that some file system could not keep apart: equal after case folding and Unicode
 * normalisation, or a file where another path has a directory. Directories may coincide, they hold
 * nothing themselves.
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
            return path.toLowerCase(Locale.ROOT);
        }
        String folded = path.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }
}
