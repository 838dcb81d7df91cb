package io.digitalworker.facts.framework.calls;

import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.framework.calls.TypeNode.Found;
import io.digitalworker.facts.framework.general.Registrations;
import io.digitalworker.facts.framework.general.TestCode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which member runs when a member of an interface or an abstract class is called. */
final class Dispatch {
    private static final int MAX_TYPES = 1_000;

    /**
     * The member that is called.
     *
     * @param confidence resolved; unresolved when it is only what is declared, as several do it
     */
    record Target(String name, Confidence confidence) {}

    private final TypeGraph graph;
    private @Nullable Map<String, Set<String>> registered;
    private final IdentityHashMap<Found, Target> targets = new IdentityHashMap<>();
    private final Map<TypeNode, List<TypeNode>> below = new HashMap<>();

    Dispatch(TypeGraph graph) {
        this.graph = graph;
    }

    /** The member that runs where one is found on a type. */
    Target target(TypeNode receiver, Found found) {
        Target known = targets.get(found);
        if (known == null) {
            known = search(receiver, found);
            targets.put(found, known);
        }
        return known;
    }

    private Target search(TypeNode receiver, Found found) {
        String declared = found.member().qualifiedName();
        boolean open = found.isAbstract() && found.isMethod();
        if (!open && !receiver.isInterface()) {
            return new Target(declared, Confidence.RESOLVED);
        }
        Set<String> targets = targets(concrete(receiver), found);
        targets = targets.size() > 1 ? narrowed(receiver, found, targets) : targets;
        if (targets.size() > 1) {
            return new Target(declared, Confidence.UNRESOLVED);
        }
        String only = targets.isEmpty() ? declared : targets.iterator().next();
        return new Target(only, Confidence.RESOLVED);
    }

    private static Set<String> targets(List<TypeNode> types, Found found) {
        Set<String> targets = new TreeSet<>();
        for (TypeNode type : types) {
            Found done = type.member(found.member().name());
            if (done != null && !done.owner().isInterface()) {
                targets.add(done.member().qualifiedName());
            } else if (done != null && !done.isAbstract()) {
                targets.add(done.member().qualifiedName());
            }
        }
        return targets;
    }

    /** Only those that the registration of the contract names, if it names any. */
    private Set<String> narrowed(TypeNode receiver, Found found, Set<String> all) {
        Map<String, Set<String>> known = registered;
        if (known == null) {
            known = Registrations.byContract(graph.code());
            registered = known;
        }
        Set<String> names = known.getOrDefault(receiver.simpleName(), Set.of());
        List<TypeNode> types =
                concrete(receiver).stream().filter(t -> names.contains(t.simpleName())).toList();
        Set<String> targets = targets(types, found);
        return targets.isEmpty() ? all : targets;
    }

    /** The classes outside tests of which there are objects, that are of a type. */
    List<TypeNode> concrete(TypeNode type) {
        List<TypeNode> known = below.get(type);
        if (known == null) {
            known = search(type);
            below.put(type, known);
        }
        return known;
    }

    private List<TypeNode> search(TypeNode type) {
        Set<TypeNode> seen = new LinkedHashSet<>(List.of(type));
        Deque<TypeNode> waiting = new ArrayDeque<>(seen);
        List<TypeNode> concrete = new ArrayList<>();
        while (!waiting.isEmpty() && seen.size() < MAX_TYPES) {
            TypeNode next = waiting.pop();
            for (TypeDeclaration each : graph.types().directlyOn(next.simpleName())) {
                TypeNode node = graph.node(each);
                boolean test = TestCode.is(each.evidence().path());
                if (!test && isOn(node, next) && seen.add(node)) {
                    waiting.add(node);
                    if (!node.isAbstract()) {
                        concrete.add(node);
                    }
                }
            }
        }
        return concrete;
    }

    private static boolean isOn(TypeNode node, TypeNode base) {
        return node.bases().stream().anyMatch(meant -> meant.node() == base);
    }
}
