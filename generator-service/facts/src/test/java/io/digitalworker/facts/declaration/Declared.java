package io.digitalworker.facts.declaration;

import java.util.Comparator;

/**
 * A declaration as an oracle and we can both name it.
 *
 * @param firstLine the first line it may be said to stand on; {@code lastLine} the last
 * @param name without that of types around it; {@code operator} and {@code this} where there is none
 */
record Declared(String path, int firstLine, int lastLine, Sort sort, String name)
        implements Comparable<Declared> {
    private static final Comparator<Declared> ORDER =
            Comparator.comparing(Declared::path)
                    .thenComparing(Declared::firstLine)
                    .thenComparing(Declared::lastLine)
                    .thenComparing(Declared::sort)
                    .thenComparing(Declared::name);

    /** What nobody disputes. */
    enum Sort {
        TYPE,
        CALLABLE,
        VALUE
    }

    static Declared of(String path, int line, Sort sort, String name) {
        String plain = name.startsWith("~") || name.startsWith("@") ? name.substring(1) : name;
        plain = plain.startsWith("operator ") ? "operator" : plain;
        plain = plain.substring(plain.lastIndexOf('.') + 1);
        return new Declared(path, line, line, sort, plain);
    }

    Declared over(int first, int last) {
        return new Declared(path, first, last, sort, name);
    }

    boolean answers(Declared claim) {
        return firstLine <= claim.firstLine && claim.firstLine <= lastLine;
    }

    /** Equal for what may be the same. */
    String key() {
        return path + "\n" + sort + "\n" + name;
    }

    @Override
    public int compareTo(Declared other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return path + ":" + firstLine + " " + sort + " " + name;
    }
}
