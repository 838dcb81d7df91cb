package io.digitalworker.facts.data;

/** Ends the reading of a file that is nested beyond {@link DataNode#MAX_DEPTH}. */
final class TooDeep extends RuntimeException {
    final int line;

    TooDeep(int line) {
        super(null, null, false, false);
        this.line = line;
    }

    String reason() {
        return "nested more than " + DataNode.MAX_DEPTH + " levels deep";
    }
}
