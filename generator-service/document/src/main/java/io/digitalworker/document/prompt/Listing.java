package io.digitalworker.document.prompt;

import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.source.Evidence;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Lines of facts and symbols, and the places that they point to, by file. */
final class Listing {
    private final Handles handles;
    private final Set<Evidence> listed;
    private final StringBuilder facts = new StringBuilder();
    private final StringBuilder symbols = new StringBuilder();
    private final SortedMap<String, StringBuilder> places = new TreeMap<>();

    Listing(Handles handles) {
        this(handles, Set.of());
    }

    /** Another that need not list again the places that are listed elsewhere. */
    Listing(Handles handles, Set<Evidence> elsewhere) {
        this.handles = handles;
        this.listed = new HashSet<>(elsewhere);
    }

    /** Lists as many of the facts as have room, the first ones first; how many. Each gets a handle. */
    int facts(List<Fact> all, Room room) {
        for (FactLine width : FactLine.WIDTHS) {
            boolean last = width.equals(FactLine.WIDTHS.get(FactLine.WIDTHS.size() - 1));
            Listing attempt = new Listing(handles, listed);
            Room within = room.share(1);
            int shown = attempt.facts(all, width, within);
            if (shown == all.size() || last) {
                room.takeAll(within);
                adopt(attempt);
                return shown;
            }
        }
        throw new IllegalStateException("there are widths");
    }

    private int facts(List<Fact> all, FactLine width, Room room) {
        int shown = 0;
        for (Fact fact : all) {
            String place = handles.places.add(fact.evidence());
            Optional<String> known = handles.facts.find(fact);
            String line = width.of(known.orElse("F" + (handles.facts.size() + 1)), place, fact);
            if (!room.take(line + pointer(place, fact.evidence()))) {
                return shown;
            }
            handles.add(fact);
            facts.append(line);
            point(place, fact.evidence());
            shown++;
        }
        return shown;
    }

    private void adopt(Listing other) {
        facts.append(other.facts);
        listed.addAll(other.listed);
        other.places.forEach(
                (path, text) ->
                        places.computeIfAbsent(path, any -> new StringBuilder()).append(text));
    }

    /** Lists as many of the symbols as have room. */
    void symbols(List<Symbol> all, Room room) {
        for (Symbol symbol : all) {
            String place = handles.places.add(symbol.evidence());
            String handle = handles.symbols.find(symbol).orElse("S" + (handles.symbols.size() + 1));
            String line = handle + " " + place + ": " + Plain.value(symbol.name(), 160) + "\n";
            if (!room.take(line + pointer(place, symbol.evidence()))) {
                return;
            }
            handles.add(symbol);
            symbols.append(line);
            point(place, symbol.evidence());
        }
    }

    /** What listing a place adds, its file's line included. */
    private String pointer(String handle, Evidence place) {
        if (listed.contains(place)) {
            return "";
        }
        String path = places.containsKey(place.path()) ? "" : path(place) + "\n";
        return path + lines(handle, place);
    }

    private void point(String handle, Evidence place) {
        if (listed.add(place)) {
            places.computeIfAbsent(place.path(), any -> new StringBuilder(path(place)))
                    .append(lines(handle, place));
        }
    }

    private static String path(Evidence place) {
        return Plain.value(place.path(), 300) + ":";
    }

    private static String lines(String handle, Evidence place) {
        return " " + handle + " L" + place.startLine() + "-L" + place.endLine();
    }

    Set<Evidence> listed() {
        return listed;
    }

    String facts() {
        return facts.toString();
    }

    String symbols() {
        return symbols.toString();
    }

    String places() {
        return places.isEmpty() ? "" : String.join("\n", places.values()) + "\n";
    }
}
