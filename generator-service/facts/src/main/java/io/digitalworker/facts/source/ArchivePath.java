package io.digitalworker.facts.source;

import java.util.ArrayDeque;
import java.util.Deque;

/** Paths of files that name other files. */
public final class ArchivePath {
    private ArchivePath() {}

    /** A path relative to a directory of the archive, without {@code .} and {@code ..}. */
    public static String resolve(String directory, String relative) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : (directory + "/" + relative.replace('\\', '/')).split("/", -1)) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }

    public static String directory(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    public static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The name without what stands behind its last dot. */
    public static String stem(String path) {
        String name = name(path);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
