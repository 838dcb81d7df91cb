package io.digitalworker.facts;

/** {@code facts.json} (design §4.7; JSON Schema {@code /schema/facts.json}). */
public final class FactsJson {
    private FactsJson() {}

    /** The facts in UTF-8; byte-identical for equal facts. */
    public static byte[] write(Facts facts) {
        return new byte[0];
    }
}
