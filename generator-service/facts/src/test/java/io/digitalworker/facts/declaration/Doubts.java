package io.digitalworker.facts.declaration;

import io.digitalworker.facts.code.CodeFile;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which claims of an oracle are its mistakes, by the word of another. */
final class Doubts {
    private final Oracle.Opinion opinion;
    private final Oracle witness;
    private final Oracle.Opinion other;
    private final Set<String> confirmed = new HashSet<>();
    private final Set<String> otherwise = new HashSet<>();
    private final Map<String, BitSet> unread = new HashMap<>();

    Doubts(List<CodeFile> files, Oracle.Opinion opinion, Oracle witness) {
        this.opinion = opinion;
        this.witness = witness;
        this.other = witness.on(files);
        other.claims().forEach(claim -> confirmed.add(claim.toString()));
        other.claims().forEach(claim -> otherwise.add(place(claim)));
        files.forEach(file -> unread.put(file.path(), otherBranches(file.text())));
    }

    /** The reason for a mistake; empty if there is none and the declaration is really missed. */
    String about(Declared claim) {
        if (unread.getOrDefault(claim.path(), new BitSet()).get(claim.firstLine())) {
            return "stands in another branch of a condition than the one that is read";
        }
        if (claim.name().equals("extension") && claim.sort() == Declared.Sort.CALLABLE) {
            return "takes a block of extensions for a constructor";
        }
        if (confirmed.contains(claim.toString())) {
            return "";
        }
        if (opinion.doubtful().contains(claim.path())) {
            return "does not understand the file, and " + witness.title() + " knows no such thing";
        }
        if (!witness.strict() || other.doubtful().contains(claim.path())) {
            return "";
        }
        return otherwise.contains(place(claim))
                ? witness.title() + ", which understands the file, knows it as something else"
                : witness.title() + ", which understands the file, knows no such declaration";
    }

    /** The lines between {@code #else} or {@code #elif} and {@code #endif}. */
    private static BitSet otherBranches(String text) {
        BitSet lines = new BitSet();
        Deque<Boolean> open = new ArrayDeque<>();
        int number = 0;
        for (String line : text.lines().map(String::strip).toList()) {
            number++;
            if (line.startsWith("#if")) {
                open.push(!open.isEmpty() && open.element());
            } else if (line.startsWith("#endif")) {
                open.poll();
            } else if (line.startsWith("#el") && !open.isEmpty()) {
                open.pop();
                open.push(true);
            }
            lines.set(number, !open.isEmpty() && open.element());
        }
        return lines;
    }

    private static String place(Declared claim) {
        return claim.path() + ":" + claim.firstLine() + " " + claim.name();
    }
}
