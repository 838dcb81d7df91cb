package io.digitalworker.document.publication;

import io.digitalworker.document.brief.Chunk;
import io.digitalworker.document.brief.FeatureEvidence;
import io.digitalworker.document.brief.Material;
import java.util.List;
import java.util.stream.Collectors;

/** {@code traceability.csv} (RFC 4180): a line for each requirement and place. */
final class TraceabilityCsv {
    private static final List<String> HEADER =
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

    private TraceabilityCsv() {}

    static String write(Material material) {
        StringBuilder csv = new StringBuilder(line(HEADER));
        for (FeatureEvidence feature : material.features()) {
            if (feature.matches().isEmpty()) {
                csv.append(line(row(feature, "", "", "", "", "")));
            }
            for (FeatureEvidence.Match match : feature.matches()) {
                Chunk chunk = match.chunk();
                csv.append(
                        line(
                                row(
                                        feature,
                                        chunk.symbol(),
                                        chunk.kind(),
                                        chunk.evidence().path(),
                                        String.valueOf(chunk.evidence().startLine()),
                                        String.valueOf(chunk.evidence().endLine()))));
            }
        }
        return csv.toString();
    }

    private static List<String> row(
            FeatureEvidence feature,
            String symbol,
            String kind,
            String file,
            String start,
            String end) {
        return List.of(
                feature.requirement(),
                feature.feature().id(),
                feature.status().key(),
                symbol,
                kind,
                file,
                start,
                end,
                "",
                "",
                "");
    }

    private static String line(List<String> fields) {
        return fields.stream().map(TraceabilityCsv::field).collect(Collectors.joining(","))
                + "\r\n";
    }

    /** A field that a spreadsheet would take for a formula begins with an apostrophe. */
    private static String field(String value) {
        String safe =
                !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        boolean plain = safe.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
