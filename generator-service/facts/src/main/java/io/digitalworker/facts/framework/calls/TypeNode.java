package io.digitalworker.facts.framework.calls;

import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A type that the archive declares, its partial declarations together. */
final class TypeNode {
    private static final int MAX_STEPS = 20;
    private static final int MAX_ANCESTORS = 200;

    /** A member with the type that declares it, its parameters bound as the type asked sees them. */
    record Found(TypeNode owner, Member member, Map<String, Meant> bindings) {
        boolean isMethod() {
            return member.kind() == MemberKind.METHOD || member.kind() == MemberKind.FUNCTION;
        }

        /** Whether something else must do what it says. */
        boolean isAbstract() {
            return member.body().isEmpty();
        }
    }

    private final TypeGraph graph;
    private final List<TypeDeclaration> parts;
    private final List<CodeFile> files;
    private final Map<String, List<Member>> own = new HashMap<>();
    private final Map<String, Found> found = new HashMap<>();
    private @Nullable List<Meant> bases;

    TypeNode(TypeGraph graph, List<TypeDeclaration> parts, List<CodeFile> files) {
        this.graph = graph;
        this.parts = parts;
        this.files = files;
        for (TypeDeclaration part : parts) {
            for (Member member : part.members()) {
                own.computeIfAbsent(member.name(), n -> new ArrayList<>(1)).add(member);
            }
        }
    }

    TypeDeclaration declaration() {
        return parts.get(0);
    }

    CodeFile file() {
        return files.get(0);
    }

    String name() {
        return declaration().name();
    }

    String simpleName() {
        return declaration().simpleName();
    }

    List<String> parameters() {
        return declaration().typeParameters();
    }

    boolean isInterface() {
        return declaration().kind() == TypeKind.INTERFACE;
    }

    /** Whether no object is only this. */
    boolean isAbstract() {
        return isInterface() || declaration().has("abstract");
    }

    List<Member> members(String name) {
        return own.getOrDefault(name, List.of());
    }

    List<Member> members() {
        return parts.stream().flatMap(part -> part.members().stream()).toList();
    }

    Map<String, Meant> bindings(List<Meant> arguments) {
        List<String> parameters = parameters();
        if (parameters.isEmpty() || parameters.size() != arguments.size()) {
            return Map.of();
        }
        Map<String, Meant> bindings = new HashMap<>();
        for (int i = 0; i < parameters.size(); i++) {
            bindings.put(parameters.get(i), arguments.get(i));
        }
        return bindings;
    }

    /** As declared, of libraries too; type parameters are this type's own. */
    List<Meant> bases() {
        List<Meant> known = bases;
        if (known == null) {
            known = new ArrayList<>();
            for (int i = 0; i < parts.size(); i++) {
                for (String base : parts.get(i).bases()) {
                    known.add(graph.meant(base, files.get(i), this));
                }
            }
            bases = known;
        }
        return known;
    }

    /** The member of this name that it declares or inherits, the nearest one. */
    @Nullable Found member(String name) {
        return found(name, MAX_STEPS);
    }

    /** The member of this name that it inherits. */
    @Nullable Found inherited(String name) {
        return inherited(name, MAX_STEPS);
    }

    private @Nullable Found found(String name, int steps) {
        if (found.containsKey(name)) {
            return found.get(name);
        }
        List<Member> mine = members(name);
        if (!mine.isEmpty()) {
            Found here = new Found(this, mine.get(0), Map.of());
            found.put(name, here);
            return here;
        }
        found.put(name, null); // a cycle ends here
        Found above = inherited(name, steps);
        found.put(name, above);
        return above;
    }

    private @Nullable Found inherited(String name, int steps) {
        if (steps == 0) {
            return null;
        }
        for (Meant base : bases()) {
            TypeNode node = base.node();
            Found above = node == null || node == this ? null : node.found(name, steps - 1);
            if (above != null) {
                return new Found(above.owner(), above.member(), bound(above, base));
            }
        }
        return null;
    }

    private static Map<String, Meant> bound(Found above, Meant base) {
        Map<String, Meant> ofBase = base.bindings();
        if (above.owner() == base.node()) {
            return ofBase;
        }
        Map<String, Meant> bound = new HashMap<>();
        above.bindings().forEach((name, meant) -> bound.put(name, meant.with(ofBase)));
        return bound;
    }

    /** Whether it inherits, over any number of steps, from a type of one of these simple names. */
    boolean isOn(Set<String> names) {
        return isOn(names, true, new HashSet<>());
    }

    /** As {@link #isOn}, where the archive does not declare a type of that name itself. */
    boolean isOnLibrary(Set<String> names) {
        return isOn(names, false, new HashSet<>());
    }

    private boolean isOn(Set<String> names, boolean declared, Set<TypeNode> seen) {
        if (seen.size() >= MAX_ANCESTORS || !seen.add(this)) {
            return false;
        }
        for (Meant base : bases()) {
            TypeNode node = base.node();
            if ((declared || node == null) && names.contains(base.name())) {
                return true;
            }
            if (node != null && node.isOn(names, declared, seen)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return declaration().fullName();
    }
}
