package io.digitalworker.document.assembly;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lines of files as a reader is shown them: {@code path:L3-L9, L14}. Evidence is given as {@code
 * path:L3-L9}, {@code path:L14-L14}.
 */
final class Places {
    private Places() {}

    /** One entry per file, in the order given; its lines in theirs, those that meet taken together. */
    static List<String> byFile(Collection<String> evidence) {
        Map<String, List<Lines>> files = new LinkedHashMap<>();
        for (String id : evidence) {
            int colon = id.lastIndexOf(":L");
            files.computeIfAbsent(id.substring(0, colon), any -> new ArrayList<>())
                    .add(Lines.of(id.substring(colon + 1)));
        }
        List<String> shown = new ArrayList<>();
        files.forEach((path, lines) -> shown.add(path + ":" + joined(lines)));
        return shown;
    }

    private static String joined(List<Lines> lines) {
        List<Lines> apart = new ArrayList<>();
        for (Lines next : lines.stream().sorted(Comparator.comparing(Lines::first)).toList()) {
            int last = apart.size() - 1;
            if (last >= 0 && next.first() <= apart.get(last).last() + 1) {
                apart.set(last, apart.get(last).and(next));
            } else {
                apart.add(next);
            }
        }
        return String.join(", ", apart.stream().map(Lines::shown).toList());
    }

    private record Lines(int first, int last) {
        static Lines of(String range) {
            String[] ends = range.replace("L", "").split("-", 2);
            int first = Integer.parseInt(ends[0]);
            return new Lines(first, Integer.parseInt(ends[ends.length - 1]));
        }

        Lines and(Lines next) {
            return new Lines(first, Math.max(last, next.last));
        }

        String shown() {
            return first == last ? "L" + first : "L" + first + "-L" + last;
        }
    }
}
