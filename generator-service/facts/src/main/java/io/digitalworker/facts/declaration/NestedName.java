package io.digitalworker.facts.declaration;

/** Names of types within types, and namespaces within namespaces. */
final class NestedName {
    /** A longer name around is left out: keeps the memory linear whatever the text. */
    private static final int MAX_OUTER = 500;

    private NestedName() {}

    static String of(String outer, String name) {
        return outer.isEmpty() || outer.length() > MAX_OUTER ? name : outer + "." + name;
    }
}
