package io.digitalworker.document.publication;

import io.digitalworker.document.brief.Requirement;
import io.digitalworker.facts.source.Evidence;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of {@code traceability.csv}.
 *
 * @param of requirement, feature and status; of code that no feature claims only the status
 * @param symbol name of the code; empty when nothing was found
 * @param place {@code file, first line, last line}
 * @param links endpoint, table and test that go with the symbol; empty where there is none
 */
record TraceRow(
        List<String> of, String symbol, String kind, List<String> place, List<String> links) {
    static final List<String> HEADER =
            List.of(
                    "requirement",
                    "feature",
                    "status",
                    "symbol",
                    "kind",
                    "file",
                    "startLine",
                    "endLine",
                    "endpoint",
                    "table",
                    "test");

    static final String UNCOVERED = "uncovered";
    private static final List<String> NONE = List.of("", "", "");

    static TraceRow nothing(Requirement requirement) {
        return new TraceRow(of(requirement), "", "", NONE, NONE);
    }

    static TraceRow of(
            Requirement requirement,
            String symbol,
            String kind,
            Evidence evidence,
            List<String> links) {
        return new TraceRow(of(requirement), symbol, kind, place(evidence), links);
    }

    static TraceRow uncovered(String symbol, String kind, Evidence evidence) {
        return new TraceRow(List.of("", "", UNCOVERED), symbol, kind, place(evidence), NONE);
    }

    /** What is left out, counted, by its directory. */
    static TraceRow uncovered(String symbol, String kind, String directory) {
        List<String> place = List.of(directory, "", "");
        return new TraceRow(List.of("", "", UNCOVERED), symbol, kind, place, NONE);
    }

    private static List<String> of(Requirement requirement) {
        return List.of(
                requirement.id(), requirement.feature().feature().id(), requirement.status().key());
    }

    private static List<String> place(Evidence evidence) {
        return List.of(
                evidence.path(),
                String.valueOf(evidence.startLine()),
                String.valueOf(evidence.endLine()));
    }

    String line() {
        List<String> fields = new ArrayList<>(of);
        fields.add(symbol);
        fields.add(kind);
        fields.addAll(place);
        fields.addAll(links);
        return Csv.line(fields);
    }
}
