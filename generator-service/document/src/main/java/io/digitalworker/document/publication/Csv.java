package io.digitalworker.document.publication;

import java.util.List;
import java.util.stream.Collectors;

/** Lines of a table (RFC 4180) that spreadsheets open without running anything. */
final class Csv {
    /** Also the wide forms that some spreadsheets take for the narrow ones. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private Csv() {}

    static String line(List<String> fields) {
        return fields.stream().map(Csv::field).collect(Collectors.joining(",")) + "\r\n";
    }

    /** A field that a spreadsheet would take for a formula begins with an apostrophe. */
    private static String field(String value) {
        String begins = value.stripLeading();
        boolean formula =
                !value.isEmpty()
                        && (FORMULA.indexOf(value.charAt(0)) >= 0
                                || (!begins.isEmpty() && FORMULA.indexOf(begins.charAt(0)) >= 0));
        String safe = formula ? "'" + value : value;
        boolean plain = safe.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
