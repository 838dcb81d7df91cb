package io.digitalworker.facts.registration;

import io.digitalworker.facts.fact.Fact;
import java.util.List;
import java.util.Locale;

/**
 * Where a text search finds a registration.
 *
 * @param line counted from 1
 * @param names of what is registered, or of the type or member that handles it; none if not told
 * @param member of the type that handles it; empty if not told
 * @param text the line
 */
record Place(String path, int line, List<String> names, String member, String text) {
    boolean isWithin(Fact fact) {
        return fact.evidence().path().equals(path)
                && fact.evidence().startLine() <= line
                && line <= fact.evidence().endLine();
    }

    /** The last parts of the names are compared, without quotes and without case. */
    boolean isNamedBy(Fact fact) {
        return names.stream().anyMatch(name -> isNamedBy(fact, name));
    }

    private boolean isNamedBy(Fact fact, String name) {
        String handler = Components.handler(fact);
        String wanted = last(name);
        if (member.isEmpty()) {
            List<String> names =
                    List.of(Components.name(fact), Components.table(fact), handler, type(handler));
            return names.stream().anyMatch(any -> last(any).equals(wanted));
        }
        String actual = last(handler);
        return last(type(handler)).equals(wanted + "controller")
                && (actual.equals(plain(member)) || actual.equals(plain(member) + "async"));
    }

    private static String type(String handler) {
        return handler.substring(0, Math.max(0, handler.lastIndexOf('.')));
    }

    private static String last(String name) {
        String plain = plain(name);
        return plain.substring(plain.lastIndexOf('.') + 1);
    }

    private static String plain(String name) {
        return name.replaceAll("[\"'`\\[\\]?-]", "").toLowerCase(Locale.ROOT);
    }

    String at() {
        return path + ":" + line;
    }

    @Override
    public String toString() {
        return at() + "  " + text.strip();
    }
}
