package io.digitalworker.document.verification;

import io.digitalworker.facts.source.SourceTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The files of a tree, each taken apart for the first that asks. May be used by several threads. */
final class CodeTexts {
    private final SourceTree tree;
    private final Map<String, CodeText> read = new ConcurrentHashMap<>();

    CodeTexts(SourceTree tree) {
        this.tree = tree;
    }

    /** The names that code uses in these lines. */
    List<String> names(Place place) {
        return of(place.path()).map(code -> code.names(place)).orElse(List.of());
    }

    /** What people wrote in a file. */
    List<String> prose(String path) {
        return of(path).map(CodeText::prose).orElse(List.of());
    }

    private Optional<CodeText> of(String path) {
        return tree.file(path)
                .map(file -> read.computeIfAbsent(path, any -> CodeText.of(file, tree.text(file))));
    }
}
