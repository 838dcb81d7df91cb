package io.digitalworker.local.cloud.table.expression;

import io.digitalworker.local.cloud.http.AwsFault;
import java.util.List;

/** No two paths of one expression may name the same place. */
final class OverlappingPaths {
    private OverlappingPaths() {}

    static void refuse(String kind, List<Path> paths) {
        for (int i = 0; i < paths.size(); i++) {
            for (int j = 0; j < i; j++) {
                refuse(kind, paths.get(j), paths.get(i));
            }
        }
    }

    private static void refuse(String kind, Path one, Path two) {
        String how = one.overlaps(two) ? "overlap" : one.conflicts(two) ? "conflict" : "";
        if (!how.isEmpty()) {
            throw AwsFault.validation(
                    "Invalid %s: Two document paths %s with each other; must remove or rewrite one of these paths; path one: [%s], path two: [%s]"
                            .formatted(kind, how, one, two));
        }
    }
}
