package io.digitalworker.facts.framework.general;

import io.digitalworker.facts.code.CodeBase;
import java.util.Map;
import java.util.Set;

final class Registrations {
    private Registrations() {}

    static Map<String, Set<String>> byContract(CodeBase code) {
        return Map.of();
    }
}
