package io.digitalworker.facts.registration;

import io.digitalworker.facts.fact.Fact;
import java.lang.reflect.RecordComponent;

/** What most kinds of facts have under the same name. */
final class Components {
    private Components() {}

    /** The framework, or the client of an external call; empty if the kind has none. */
    static String framework(Fact fact) {
        String framework = component(fact, "framework");
        return framework.isEmpty() ? component(fact, "client") : framework;
    }

    static String name(Fact fact) {
        return component(fact, "name");
    }

    /** Of an entity; empty for other kinds. */
    static String table(Fact fact) {
        return component(fact, "table");
    }

    /** Such as {@code ItemsController.list}; empty if the kind has none. */
    static String handler(Fact fact) {
        return component(fact, "handler");
    }

    private static String component(Fact fact, String name) {
        for (RecordComponent component : fact.getClass().getRecordComponents()) {
            if (component.getName().equals(name)) {
                try {
                    return String.valueOf(component.getAccessor().invoke(fact));
                } catch (ReflectiveOperationException e) {
                    throw new AssertionError(fact + " does not tell its " + name, e);
                }
            }
        }
        return "";
    }
}
