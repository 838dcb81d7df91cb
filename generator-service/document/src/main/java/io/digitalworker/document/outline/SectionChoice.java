package io.digitalworker.document.outline;

import io.digitalworker.api.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The sections that somebody asked for, against those that there are. */
final class SectionChoice {
    private SectionChoice() {}

    static List<FieldError> faults(List<Outline> outlines, List<String> wanted) {
        List<FieldError> faults = new ArrayList<>();
        TreeSet<String> known = new TreeSet<>();
        outlines.forEach(outline -> known.addAll(ids(outline)));
        for (int i = 0; i < wanted.size(); i++) {
            if (!known.contains(wanted.get(i))) {
                String message = "is no section here: use any of " + String.join(", ", known);
                faults.add(new FieldError("sections[" + i + "]", message));
            }
        }
        for (int i = 0; i < outlines.size(); i++) {
            if (!wanted.isEmpty() && ids(outlines.get(i)).stream().noneMatch(wanted::contains)) {
                String own = String.join(", ", ids(outlines.get(i)));
                String message = "has none of the sections asked for: it has " + own;
                faults.add(new FieldError("documents[" + i + "]", message));
            }
        }
        return List.copyOf(faults);
    }

    private static List<String> ids(Outline outline) {
        return outline.sections().stream().map(Section::id).toList();
    }
}
