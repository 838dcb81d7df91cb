package io.digitalworker.document.brief;

import io.digitalworker.facts.Facts;
import io.digitalworker.facts.fact.Call;
import io.digitalworker.facts.fact.Service;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which member leads to which, through interfaces to the classes that are injected for them. */
public final class CallGraph {
    private static final int STEPS = 3;
    private static final int MEMBERS = 300;

    /** What is called from more places than that is of use to everything and says nothing. */
    private static final int POPULAR = 25;

    private final Map<String, List<Call>> from = new HashMap<>();
    private final Map<String, List<Call>> to = new HashMap<>();
    private final Map<String, List<String>> implementing = new HashMap<>();
    private final Map<String, List<String>> contracts = new HashMap<>();

    public CallGraph(Facts facts) {
        for (Call call : facts.calls()) {
            from.computeIfAbsent(call.from(), any -> new ArrayList<>()).add(call);
            to.computeIfAbsent(call.to(), any -> new ArrayList<>()).add(call);
        }
        for (Service service : facts.services()) {
            if (!service.name().isEmpty() && !service.name().equals(service.contract())) {
                add(implementing, service.contract(), service.name());
                add(contracts, service.name(), service.contract());
            }
        }
    }

    private static void add(Map<String, List<String>> map, String key, String value) {
        List<String> values = map.computeIfAbsent(key, any -> new ArrayList<>());
        if (!values.contains(value)) {
            values.add(value);
        }
    }

    /** The calls that a member makes, by place. */
    public List<Call> callsOf(String member) {
        return from.getOrDefault(member, List.of());
    }

    /** The members that a call may end at: what was named, or what is injected for it. */
    public List<String> targets(Call call) {
        return counterparts(call.to(), implementing);
    }

    /** Members within a few steps of the given ones, with the number of steps, the nearest first. */
    public Map<String, Integer> around(Collection<String> members) {
        Map<String, Integer> near = new LinkedHashMap<>();
        members.forEach(member -> near.put(member, 0));
        forwards(near);
        backwards(members, near);
        return near;
    }

    private void forwards(Map<String, Integer> near) {
        Deque<String> open = new ArrayDeque<>(near.keySet());
        while (!open.isEmpty() && near.size() < MEMBERS) {
            String member = open.remove();
            int steps = near.getOrDefault(member, 0) + 1;
            for (Call call : steps > STEPS ? List.<Call>of() : callsOf(member)) {
                for (String target : targets(call)) {
                    if (!popular(target) && near.putIfAbsent(target, steps) == null) {
                        open.add(target);
                    }
                }
            }
        }
    }

    private void backwards(Collection<String> members, Map<String, Integer> near) {
        Map<String, Integer> callers = new LinkedHashMap<>();
        members.forEach(member -> callers.put(member, 0));
        Deque<String> open = new ArrayDeque<>(members);
        while (!open.isEmpty() && callers.size() < MEMBERS) {
            String member = open.remove();
            int steps = callers.getOrDefault(member, 0) + 1;
            if (steps > STEPS || popular(member)) {
                continue;
            }
            for (String name : counterparts(member, contracts)) {
                for (Call call : to.getOrDefault(name, List.of())) {
                    if (callers.putIfAbsent(call.from(), steps) == null) {
                        open.add(call.from());
                    }
                }
            }
        }
        callers.forEach(near::putIfAbsent);
    }

    private boolean popular(String member) {
        return counterparts(member, contracts).stream()
                .anyMatch(name -> to.getOrDefault(name, List.of()).size() > POPULAR);
    }

    /** The member itself and the same member of the types that stand for its type. */
    private static List<String> counterparts(String member, Map<String, List<String>> types) {
        int dot = member.lastIndexOf('.');
        List<String> others = dot < 0 ? null : types.get(member.substring(0, dot));
        if (others == null) {
            return List.of(member);
        }
        List<String> all = new ArrayList<>(List.of(member));
        others.forEach(type -> all.add(type + member.substring(dot)));
        return all;
    }
}
