package io.digitalworker.document.prompt;

import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.source.SourceFile;
import io.digitalworker.facts.source.SourceText;
import io.digitalworker.facts.source.SourceTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Redacted lines of the archive with their numbers, at most {@link #LINES} in a piece, none shown twice. */
final class Snippets {
    static final int LINES = 200;

    /** So many that do not fit, one after the other, tell that there is no room for any. */
    private static final int MISSES = 8;

    private final SourceTree tree;

    /** The lines shown of each file, by the first to the last. */
    private final Map<String, TreeMap<Integer, Integer>> shown = new HashMap<>();

    Snippets(SourceTree tree) {
        this.tree = tree;
    }

    /** Others that do not show again what these show. */
    Snippets further() {
        Snippets further = new Snippets(tree);
        shown.forEach((path, lines) -> further.shown.put(path, new TreeMap<>(lines)));
        return further;
    }

    /** The source of these places, in their order; those that do not fit are left out. */
    String of(List<Evidence> places, Numbered<Evidence> handles, Room room) {
        StringBuilder text = new StringBuilder();
        int misses = 0;
        for (Evidence place : places) {
            Optional<String> handle = handles.find(place);
            if (handle.isPresent() && !covered(place)) {
                String source = source(handle.get(), place);
                boolean fits = !source.isEmpty() && room.take(source);
                if (fits) {
                    text.append(source);
                    show(place);
                }
                misses = fits ? 0 : misses + 1;
            }
            if (misses == MISSES) {
                break;
            }
        }
        return text.toString();
    }

    private void show(Evidence place) {
        shown.computeIfAbsent(place.path(), any -> new TreeMap<>())
                .merge(place.startLine(), last(place), Math::max);
    }

    private boolean covered(Evidence place) {
        TreeMap<Integer, Integer> lines = shown.getOrDefault(place.path(), new TreeMap<>());
        return lines.headMap(place.startLine(), true).values().stream()
                .anyMatch(end -> end >= last(place));
    }

    private static int last(Evidence place) {
        return Math.min(place.endLine(), place.startLine() + LINES - 1);
    }

    private String source(String handle, Evidence place) {
        Optional<SourceFile> file = tree.file(place.path());
        return file.map(tree::text).map(text -> source(handle, place, text)).orElse("");
    }

    private static String source(String handle, Evidence place, SourceText text) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("Source of " + handle + ", " + Plain.value(place.path(), LINES) + ":");
        for (int n = place.startLine(); n <= last(place); n++) {
            lines.add(n + "| " + Plain.line(text.line(n)).stripTrailing());
        }
        if (last(place) < place.endLine()) {
            lines.add("(cut here; the place goes on to line " + place.endLine() + ")");
        }
        return String.join("\n", lines) + "\n";
    }
}
