package io.digitalworker.facts.framework.contract;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.data.DataFile;
import io.digitalworker.facts.data.DataNode;
import io.digitalworker.facts.source.SourceFile;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Follows {@code $ref} within a file and to others of the archive; at most 16 steps. */
final class References {
    private static final int MAX_STEPS = 16;

    private final CodeBase code;

    References(CodeBase code) {
        this.code = code;
    }

    /** A node with the file that it stands in. */
    record Placed(DataNode node, DataFile file) {
        Placed get(String... keys) {
            return new Placed(node.get(keys), file);
        }

        Placed with(DataNode other) {
            return new Placed(other, file);
        }
    }

    /** What a node stands for; missing when it leads out of the archive. */
    Placed follow(Placed placed) {
        Placed at = placed;
        for (int step = 0; step < MAX_STEPS && isReference(at.node()); step++) {
            at = target(at);
        }
        return isReference(at.node()) ? at.with(DataNode.missing()) : at;
    }

    static boolean isReference(DataNode node) {
        return node.get("$ref").text().isPresent();
    }

    private Placed target(Placed from) {
        String reference = from.node().get("$ref").text("");
        int hash = reference.indexOf('#');
        String path = hash < 0 ? reference : reference.substring(0, hash);
        Optional<DataFile> file =
                path.isEmpty() ? Optional.of(from.file()) : read(from.file(), path);
        if (file.isEmpty()) {
            return from.with(DataNode.missing());
        }
        DataNode node = file.get().root();
        for (String key : keys(hash < 0 ? "" : reference.substring(hash + 1))) {
            node =
                    node.isSequence() && key.matches("\\d{1,6}")
                            ? node.item(Integer.parseInt(key))
                            : node.get(key);
        }
        return new Placed(node, file.get());
    }

    private static String[] keys(String pointer) {
        String[] parts = pointer.replaceFirst("^/", "").split("/", -1);
        if (parts.length == 1 && parts[0].isEmpty()) {
            return new String[0];
        }
        for (int i = 0; i < parts.length; i++) {
            parts[i] =
                    parts[i].replace("~1", "/")
                            .replace("~0", "~")
                            .replace("%7B", "{")
                            .replace("%7D", "}");
        }
        return parts;
    }

    private Optional<DataFile> read(DataFile from, String path) {
        return resolve(from.file().directory(), path)
                .flatMap(code.tree()::file)
                .filter(file -> code.data().files().contains(file))
                .map(code.data()::read);
    }

    /** A path as seen from a directory; empty when it leads out of the archive. */
    static Optional<String> resolve(String directory, String path) {
        Deque<String> parts = new ArrayDeque<>();
        String whole = path.startsWith("/") || directory.isEmpty() ? path : directory + "/" + path;
        for (String part : whole.split("/", -1)) {
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

    /** Data files that hold all of the words, outside of tests. */
    static boolean holds(CodeBase code, SourceFile file, String... words) {
        if (file.lines() == 0 || ModuleRoots.isTest(file.path())) {
            return false;
        }
        String text = code.tree().text(file).text();
        for (String word : words) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
