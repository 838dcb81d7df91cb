package io.digitalworker.facts.code;

import io.digitalworker.facts.declaration.Import;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The types of a code base by name, and what they inherit. Partial declarations of C# are one type: any
 * of them stands for all.
 */
public final class Types {
    private static final int MAX_ANCESTORS = 100;

    private final Map<String, CodeFile> files;
    private final Modules modules;
    private final Map<String, List<TypeDeclaration>> bySimpleName = new HashMap<>();
    private final Map<String, List<TypeDeclaration>> byFullName = new HashMap<>();
    private final Map<String, List<TypeDeclaration>> byBase = new HashMap<>();

    Types(Map<String, CodeFile> files, Modules modules) {
        this.files = files;
        this.modules = modules;
        for (CodeFile file : files.values()) {
            for (TypeDeclaration type : file.types()) {
                if (type.kind() != TypeKind.FILE) {
                    enter(type);
                }
            }
        }
    }

    private void enter(TypeDeclaration type) {
        put(bySimpleName, type.simpleName(), type);
        put(byFullName, type.fullName(), type);
        for (String base : type.bases()) {
            put(byBase, TypeName.of(base).simpleName(), type);
        }
    }

    private static void put(
            Map<String, List<TypeDeclaration>> map, String key, TypeDeclaration type) {
        map.computeIfAbsent(key, k -> new ArrayList<>()).add(type);
    }

    /** All types with this name, without namespace and outer types, by path. */
    public List<TypeDeclaration> named(String simpleName) {
        return List.copyOf(bySimpleName.getOrDefault(simpleName, List.of()));
    }

    /** All types that name this one among their bases, whatever its namespace, by path. */
    public List<TypeDeclaration> directlyOn(String simpleName) {
        return List.copyOf(byBase.getOrDefault(simpleName, List.of()));
    }

    /** All types that inherit from one of this name, over any number of steps, by discovery. */
    public List<TypeDeclaration> on(String simpleName) {
        Set<TypeDeclaration> found = new LinkedHashSet<>();
        Deque<String> waiting = new ArrayDeque<>(List.of(simpleName));
        Set<String> seen = new LinkedHashSet<>(waiting);
        while (!waiting.isEmpty()) {
            for (TypeDeclaration type : byBase.getOrDefault(waiting.pop(), List.of())) {
                if (found.add(type) && seen.add(type.simpleName())) {
                    waiting.add(type.simpleName());
                }
            }
        }
        return List.copyOf(found);
    }

    /**
     * The type that a reference means at a place.
     *
     * @param written as in the code: with or without namespace, outer types, type arguments
     * @param inside the type around the place, if any
     */
    public Optional<TypeDeclaration> find(
            String written, CodeFile file, Optional<TypeDeclaration> inside) {
        String name = TypeName.of(written).name();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        String simple = name.substring(name.lastIndexOf('.') + 1);
        List<TypeDeclaration> candidates = bySimpleName.getOrDefault(simple, List.of());
        if (candidates.isEmpty()) {
            return imported(name, file);
        }
        return imported(name, file).or(() -> best(name, candidates, file, inside));
    }

    /** The type that a reference means in a file. */
    public Optional<TypeDeclaration> find(String written, CodeFile file) {
        return find(written, file, Optional.empty());
    }

    private Optional<TypeDeclaration> imported(String name, CodeFile file) {
        int dot = name.indexOf('.');
        String first = dot < 0 ? name : name.substring(0, dot);
        for (Import imported : file.imports()) {
            if (imported.alias().equals(first) && !imported.module().isEmpty()) {
                Optional<TypeDeclaration> type =
                        ofImport(imported, dot < 0 ? "" : name.substring(dot));
                if (type.isPresent()) {
                    return type;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<TypeDeclaration> ofImport(Import imported, String rest) {
        String name = imported.name().isEmpty() ? "" : "." + imported.name();
        List<TypeDeclaration> full =
                byFullName.getOrDefault(imported.module() + name + rest, List.of());
        return full.stream().findFirst();
    }

    private Optional<TypeDeclaration> best(
            String name,
            List<TypeDeclaration> candidates,
            CodeFile file,
            Optional<TypeDeclaration> inside) {
        TypeDeclaration best = null;
        int highest = 0;
        for (TypeDeclaration candidate : candidates) {
            int score = score(name, candidate, file, inside);
            if (score > highest) {
                best = candidate;
                highest = score;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The nearer a candidate is, the higher; zero when it cannot be meant. */
    private int score(
            String name,
            TypeDeclaration candidate,
            CodeFile file,
            Optional<TypeDeclaration> inside) {
        String full = candidate.fullName();
        if (!full.equals(name) && !full.endsWith("." + name)) {
            return 0;
        }
        CodeFile home = files.get(candidate.evidence().path());
        if (home == null || home.dialect() != file.dialect()) {
            return 0;
        }
        if (inside.isPresent() && full.equals(inside.get().fullName() + "." + name)) {
            return 100;
        }
        if (home == file) {
            return 90;
        }
        return 10 + visible(name, full, candidate, home, file);
    }

    private int visible(
            String name, String full, TypeDeclaration candidate, CodeFile home, CodeFile file) {
        if (full.equals(name)) {
            return 70;
        }
        String prefix = full.substring(0, full.length() - name.length() - 1);
        for (Import imported : file.imports()) {
            boolean opened = imported.module().equals(prefix) && imported.alias().isEmpty();
            boolean ofModule =
                    imported.alias().equals(candidate.simpleName())
                            && modules.find(imported.module(), file)
                                    .filter(home::equals)
                                    .isPresent();
            if (opened || ofModule) {
                return 60;
            }
        }
        for (TypeDeclaration own : file.types()) {
            if (own.namespace().equals(prefix) || own.namespace().startsWith(prefix + ".")) {
                return 50;
            }
        }
        boolean sameDirectory = home.file().directory().equals(file.file().directory());
        return sameDirectory ? 20 : 5;
    }

    /** All declarations of a type: several if it is partial. */
    public List<TypeDeclaration> parts(TypeDeclaration type) {
        if (!type.has("partial")) {
            return List.of(type);
        }
        List<TypeDeclaration> parts =
                byFullName.getOrDefault(type.fullName(), List.of()).stream()
                        .filter(part -> part.has("partial"))
                        .toList();
        return parts.isEmpty() ? List.of(type) : parts;
    }

    /** What a type and its base types name as bases, as written, nearest first. */
    public List<String> basesAbove(TypeDeclaration type) {
        List<String> bases = new ArrayList<>();
        for (TypeDeclaration each : lineage(type)) {
            bases.addAll(each.bases());
        }
        return bases;
    }

    /** Whether a type inherits from one of this simple name, known to the archive or not. */
    public boolean inherits(TypeDeclaration type, String simpleName) {
        return basesAbove(type).stream()
                .anyMatch(base -> TypeName.of(base).simpleName().equals(simpleName));
    }

    /** The base types that the archive declares, nearest first, without the type itself. */
    public List<TypeDeclaration> ancestors(TypeDeclaration type) {
        List<TypeDeclaration> lineage = lineage(type);
        return lineage.subList(parts(type).size(), lineage.size());
    }

    /** All declarations of a type, then those of its base types, nearest first. */
    public List<TypeDeclaration> lineage(TypeDeclaration type) {
        Map<String, TypeDeclaration> seen = new LinkedHashMap<>();
        Deque<TypeDeclaration> waiting = new ArrayDeque<>(parts(type));
        while (!waiting.isEmpty() && seen.size() < MAX_ANCESTORS) {
            TypeDeclaration next = waiting.pop();
            if (seen.putIfAbsent(next.evidence().id() + next.name(), next) == null) {
                CodeFile file = files.get(next.evidence().path());
                for (String base : next.bases()) {
                    if (file != null) {
                        find(base, file, Optional.of(next))
                                .ifPresent(found -> waiting.addAll(parts(found)));
                    }
                }
            }
        }
        return List.copyOf(seen.values());
    }

    /** The member of this name that a type declares or inherits, the nearest one. */
    public Optional<Symbol.Function> member(TypeDeclaration type, String name) {
        for (TypeDeclaration each : lineage(type)) {
            for (Member member : each.members()) {
                CodeFile file = files.get(each.evidence().path());
                if (member.name().equals(name) && file != null) {
                    return Optional.of(new Symbol.Function(file, each, member));
                }
            }
        }
        return Optional.empty();
    }
}
