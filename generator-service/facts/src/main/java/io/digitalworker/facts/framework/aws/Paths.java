package io.digitalworker.facts.framework.aws;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Paths within the archive. */
final class Paths {
    private Paths() {}

    /** A path as seen from a directory; empty when it leads out of the archive. */
    static Optional<String> resolve(String directory, String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : (directory + "/" + path).split("/", -1)) {
            if (part.equals("..")) {
                if (parts.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return Optional.of(String.join("/", parts));
    }
}
