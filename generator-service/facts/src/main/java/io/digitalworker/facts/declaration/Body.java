package io.digitalworker.facts.declaration;

/**
 * A body of a file, namespace or type that is being read.
 *
 * @param end its closing brace
 * @param owner handle of the type, or {@link Found#FILE}
 * @param type name of the type, with those around it; empty outside any
 * @param kind {@link TypeKind#FILE} outside any type
 * @param components the bracket that opens the components of a record, or {@link Grammar#NONE}
 */
record Body(int end, int owner, String type, TypeKind kind, String namespace, int components) {

    static Body ofFile(int end, String namespace) {
        return new Body(end, Found.FILE, "", TypeKind.FILE, namespace, Grammar.NONE);
    }

    boolean ofType() {
        return owner != Found.FILE;
    }

    String nested(String name) {
        return NestedName.of(type, name);
    }

    String innerNamespace(String name) {
        return NestedName.of(namespace, name);
    }

    boolean constructs(String member) {
        return type.equals(member) || type.endsWith("." + member);
    }

    Body until(int closing) {
        return new Body(closing, owner, type, kind, namespace, components);
    }
}
