package io.digitalworker.document.writing.design;

import io.digitalworker.facts.fact.Call;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where a member leads to within a few calls. */
final class Flows {
    private static final int MEMBERS = 40;

    private Flows() {}

    /** The calls that end at an entity, nearest first. */
    static List<Call> entities(Scope scope, String member) {
        return reached(scope, member).stream().filter(c -> c.kind().equals("entity")).toList();
    }

    /** The calls that a member makes itself to other members. */
    static List<Call> direct(Scope scope, String member) {
        return scope.material().calls().callsOf(member).stream()
                .filter(call -> !call.kind().equals("entity"))
                .toList();
    }

    private static List<Call> reached(Scope scope, String member) {
        List<Call> calls = new ArrayList<>();
        Set<String> seen = new HashSet<>(Set.of(member));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty() && seen.size() < MEMBERS) {
            for (Call call : scope.material().calls().callsOf(open.remove())) {
                calls.add(call);
                for (String target : scope.material().calls().targets(call)) {
                    if (!call.kind().equals("entity") && seen.add(target)) {
                        open.add(target);
                    }
                }
            }
        }
        return calls;
    }
}
