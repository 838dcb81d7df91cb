package io.digitalworker.facts.framework.general;

import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.syntax.Span;

/**
 * What a .NET container is told.
 *
 * @param contract the type it is asked for by, without namespaces
 * @param name the class that is made, without namespaces; empty if a factory makes something unknown
 * @param literal whether both stand there as types
 * @param problem why it cannot be told; empty if it can
 * @param span the call
 */
record Registration(
        String contract,
        String name,
        String lifetime,
        String framework,
        boolean literal,
        String problem,
        CodeFile file,
        Span span) {
    /** A type as written, without namespaces and {@code ?}: {@code IRepository<>}. */
    static String plain(String written) {
        int angle = written.indexOf('<');
        String head = angle < 0 ? written : written.substring(0, angle);
        String tail = angle < 0 ? "" : written.substring(angle);
        String simple = head.substring(head.lastIndexOf('.') + 1) + tail;
        return simple.endsWith("?") ? simple.substring(0, simple.length() - 1) : simple;
    }

    /** Without type arguments. */
    static String bare(String type) {
        int angle = type.indexOf('<');
        return angle < 0 ? type : type.substring(0, angle);
    }
}
