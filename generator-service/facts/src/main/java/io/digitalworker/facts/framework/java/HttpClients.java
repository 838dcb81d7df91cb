package io.digitalworker.facts.framework.java;

import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.declaration.TypeDeclaration;

/** x */
final class HttpClients {
    private HttpClients() {}

    /** Whether a client is made of an interface: {@code builder.build(X.class)}, {@code proxy(X.class)}. */
    static boolean isBuilt(JavaCode code, TypeDeclaration type) {
        for (CodeFile file : code.files("build", "proxy", "create", "target")) {
            boolean named = file.mayHold(type.simpleName()) && !file.equals(code.fileOf(type));
            if (named
                    && !JavaBodies.calls(
                                    java.util.List.of(file),
                                    call ->
                                            call.arguments().stream()
                                                    .anyMatch(
                                                            a ->
                                                                    type.simpleName()
                                                                            .equals(
                                                                                    SpringPrefixes
                                                                                            .typeOf(
                                                                                                    a
                                                                                                            .value()))))
                            .isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
