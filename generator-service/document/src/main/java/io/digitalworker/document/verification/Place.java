package io.digitalworker.document.verification;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines of a file, as {@code path:Lx-Ly} says it. */
record Place(String path, int first, int last) {
    private static final Pattern FORM = Pattern.compile("(.+):L(\\d{1,9})-L(\\d{1,9})");

    /** The place of that id; empty for an id of another form and for lines that no file can have. */
    static Optional<Place> of(String id) {
        Matcher form = FORM.matcher(id);
        if (!form.matches()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(form.group(2));
        int last = Integer.parseInt(form.group(3));
        return first < 1 || first > last
                ? Optional.empty()
                : Optional.of(new Place(form.group(1), first, last));
    }

    /** Whether the two have a line in common. */
    boolean overlaps(Place other) {
        return path.equals(other.path) && first <= other.last && other.first <= last;
    }
}
