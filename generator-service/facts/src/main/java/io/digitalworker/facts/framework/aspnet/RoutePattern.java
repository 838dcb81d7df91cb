package io.digitalworker.facts.framework.aspnet;

import io.digitalworker.facts.code.Value;
import java.util.List;
import java.util.Map;

/** A pattern with what is fixed beside it. */
record RoutePattern(RouteSite site, Value text, List<Value> all, Map<String, String> defaults) {
    Template template() {
        return Template.of(text.text());
    }

    String fixed(String name) {
        return defaults.getOrDefault(name, "");
    }
}
