package io.digitalworker.facts.declaration;

import io.digitalworker.facts.code.CodeFile;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which claims of an oracle are its mistakes, by the word of another. */
final class Doubts {
    private final Oracle.Opinion opinion;
    private final Oracle witness;
    private final Oracle.Opinion other;
    private final Set<String> confirmed = new HashSet<>();
    private final Set<String> otherwise = new HashSet<>();

    Doubts(List<CodeFile> files, Oracle.Opinion opinion, Oracle witness) {
        this.opinion = opinion;
        this.witness = witness;
        this.other = witness.on(files);
        other.claims().forEach(claim -> confirmed.add(claim.toString()));
        other.claims().forEach(claim -> otherwise.add(place(claim)));
    }

    /** The reason for a mistake; empty if there is none and the declaration is really missed. */
    String about(Declared claim) {
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

    private static String place(Declared claim) {
        return claim.path() + ":" + claim.firstLine() + " " + claim.name();
    }
}
