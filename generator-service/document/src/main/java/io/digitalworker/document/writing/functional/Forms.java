package io.digitalworker.document.writing.functional;

import io.digitalworker.facts.fact.Endpoint;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which addresses show the form for what is sent to another: those at the same path, or of the same act; the
 * first of them.
 */
final class Forms {
    private final Map<String, Form> byPath = new HashMap<>();
    private final Map<Act, Form> byAct = new HashMap<>();

    private record Form(int number, List<Endpoint> group) {}

    private record Act(String handler, String file) {
        static Act of(Endpoint endpoint) {
            return new Act(endpoint.handler(), endpoint.evidence().path());
        }
    }

    /** @param groups of addresses that lead to the same code */
    Forms(Collection<List<Endpoint>> groups) {
        int number = 0;
        for (List<Endpoint> group : groups) {
            Endpoint shown = group.get(0);
            if (UseCases.reads(shown) && !shown.path().startsWith("/api/")) {
                Form form = new Form(number++, group);
                byPath.putIfAbsent(shown.path(), form);
                byAct.putIfAbsent(Act.of(shown), form);
            }
        }
    }

    /** None for an address that only reads. */
    List<Endpoint> of(Endpoint sent) {
        Form none = new Form(Integer.MAX_VALUE, List.of());
        if (UseCases.reads(sent)) {
            return none.group();
        }
        Form samePath = byPath.getOrDefault(sent.path(), none);
        Form sameAct = sent.handler().isEmpty() ? none : byAct.getOrDefault(Act.of(sent), none);
        return (samePath.number() <= sameAct.number() ? samePath : sameAct).group();
    }
}
