package io.digitalworker.document.diagram;

import io.digitalworker.document.diagram.Diagram.Node;
import io.digitalworker.facts.Facts;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.fact.AccessPattern;
import io.digitalworker.facts.fact.Call;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Entity;
import io.digitalworker.facts.fact.ExternalCall;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.Lifecycle;
import io.digitalworker.facts.fact.Message;
import io.digitalworker.facts.fact.Resource;
import io.digitalworker.facts.fact.Schedule;
import io.digitalworker.facts.fact.Service;
import io.digitalworker.facts.fact.Transition;
import io.digitalworker.facts.source.Evidence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a fact says leads to what. A member also stands for the type or file that declares it. */
public final class Ties {
    /** The end of a tie that is outside the code: whoever calls, or the clock. */
    public static final String ANYBODY = "";

    /** Where a state comes from that something has from the start. */
    private static final String NEW = ":new";

    /** Where a state comes from that is set whatever was before. */
    private static final String ANY_STATE = ":any";

    private record Tie(Set<String> from, Set<String> to) {}

    private final Map<String, Set<String>> owners = new HashMap<>();
    private final Map<String, String> files = new HashMap<>();
    private final Set<String> fileNames = new HashSet<>();

    public Ties(Facts facts) {
        for (TypeDeclaration type : facts.types()) {
            if (type.kind() == TypeKind.FILE) {
                files.put(type.evidence().path(), type.name());
                fileNames.add(type.name());
            }
            for (Member member : type.members()) {
                owners.computeIfAbsent(member.qualifiedName(), any -> new LinkedHashSet<>())
                        .add(type.name());
            }
        }
    }

    /** The types and files that declare a member; what stands before its last dot if none does. */
    public Set<String> owners(String member) {
        Set<String> known = owners.get(member);
        if (known != null) {
            return known;
        }
        int dot = member.lastIndexOf('.');
        return dot <= 0 || fileNames.contains(member)
                ? Set.of(member)
                : Set.of(member.substring(0, dot));
    }

    /** The name of a file's functions as a whole; the file's last name if it has none. */
    public String file(Evidence evidence) {
        String path = evidence.path();
        return files.getOrDefault(path, path.substring(path.lastIndexOf('/') + 1));
    }

    /** Whether the facts, one after the other, lead from one of the names to one of the others. */
    public boolean lead(Collection<Fact> facts, Set<String> from, Set<String> to) {
        List<Tie> ties = new ArrayList<>();
        facts.forEach(fact -> add(fact, ties));
        Set<String> reached = new HashSet<>(from);
        for (int round = 0; round <= ties.size(); round++) {
            boolean more = false;
            for (Tie tie : ties) {
                if (!Collections.disjoint(tie.from(), reached)) {
                    if (!Collections.disjoint(tie.to(), to)) {
                        return true;
                    }
                    more |= reached.addAll(tie.to());
                }
            }
            if (!more) {
                return false;
            }
        }
        return false;
    }

    private void add(Fact fact, List<Tie> ties) {
        if (fact instanceof Call call) {
            ties.add(new Tie(member(call.from(), call.evidence()), member(call.to())));
        } else if (fact instanceof Endpoint endpoint) {
            ties.add(new Tie(Set.of(ANYBODY), member(endpoint.handler(), endpoint.evidence())));
        } else if (fact instanceof Schedule schedule) {
            ties.add(new Tie(Set.of(ANYBODY), member(schedule.handler(), schedule.evidence())));
        } else if (fact instanceof Service service) {
            service.uses().forEach(use -> ties.add(new Tie(Set.of(service.name()), words(use))));
            ties.add(new Tie(Set.of(service.contract()), Set.of(service.name())));
        } else if (fact instanceof Message message) {
            Set<String> handler = member(message.handler(), message.evidence());
            Set<String> names = new HashSet<>(List.of(message.name(), message.channel()));
            names.remove("");
            boolean publish = message.direction().equals("publish");
            ties.add(publish ? new Tie(handler, names) : new Tie(names, handler));
        } else {
            addStored(fact, ties);
        }
    }

    private void addStored(Fact fact, List<Tie> ties) {
        if (fact instanceof Entity entity) {
            entity.relations()
                    .forEach(r -> ties.add(new Tie(Set.of(entity.name()), Set.of(r.to()))));
        } else if (fact instanceof AccessPattern pattern) {
            Set<String> caller = member(pattern.caller(), pattern.evidence());
            ties.add(new Tie(caller, Set.of(pattern.store())));
        } else if (fact instanceof ExternalCall call) {
            Set<String> other = new HashSet<>(List.of(call.url(), call.client()));
            other.remove("");
            ties.add(new Tie(member(call.caller(), call.evidence()), other));
        } else if (fact instanceof Transition transition) {
            String field = transition.entity() + "." + transition.field();
            String before =
                    transition.kind().equals("initial")
                            ? NEW
                            : transition.from().isEmpty()
                                    ? ANY_STATE
                                    : state(field, transition.from());
            ties.add(new Tie(Set.of(before), Set.of(state(field, transition.to()))));
        } else if (fact instanceof Resource resource) {
            ties.add(new Tie(Set.of(resource.name()), Set.copyOf(resource.targets())));
        }
    }

    private static String state(String field, String state) {
        return field + ":" + state;
    }

    /** What the box of a state stands for: the state of the one field. */
    public static Set<String> states(Node node, Collection<Fact> facts) {
        if (node.role().equals(Node.START)) {
            return Set.of(NEW);
        }
        Set<String> names = new HashSet<>();
        if (node.role().equals(Node.ANY_STATE)) {
            names.add(ANY_STATE);
        }
        for (Fact fact : facts) {
            if (fact instanceof Lifecycle of && of.states().contains(node.label().shown())) {
                names.add(state(of.entity() + "." + of.field(), node.label().shown()));
            }
        }
        return names;
    }

    private Set<String> member(String name) {
        Set<String> names = new HashSet<>(owners(name));
        names.add(name);
        names.remove(ANYBODY);
        return names;
    }

    /** A member that does something at a place: the file stands for it too. */
    private Set<String> member(String name, Evidence place) {
        Set<String> names = member(name);
        names.add(file(place));
        return names;
    }

    /** The names in a type as written, such as {@code Repository<Order>}. */
    private static Set<String> words(String type) {
        Set<String> words = new HashSet<>(List.of(type.split("[^\\w.]+")));
        words.add(type);
        words.remove("");
        return words;
    }
}
