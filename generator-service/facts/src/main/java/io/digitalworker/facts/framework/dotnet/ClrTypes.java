package io.digitalworker.facts.framework.dotnet;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.lexer.Tokens;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The classes of C# code with all their properties, and what type references mean. */
public final class ClrTypes {
    private static final int MAX_DEPTH = 30;

    private final CodeBase code;
    private final Map<TypeDeclaration, List<ClrProperty>> properties = new HashMap<>();
    private @Nullable Projects projects;

    public ClrTypes(CodeBase code) {
        this.code = code;
    }

    /** The type that a reference means in a type; of several that differ in arity, the fitting one. */
    public Optional<TypeDeclaration> find(String written, TypeDeclaration inside) {
        return find(written, code.fileOf(inside), Optional.of(inside));
    }

    public Optional<TypeDeclaration> find(
            String written, CodeFile file, Optional<TypeDeclaration> inside) {
        TypeName name = TypeName.of(written);
        Optional<TypeDeclaration> found = code.symbols().types().find(written, file, inside);
        if (found.isEmpty() || name.name().indexOf('.') >= 0) {
            return found;
        }
        int arity = name.arguments().size();
        List<TypeDeclaration> fitting =
                code.symbols().types().named(name.simpleName()).stream()
                        .filter(type -> type.typeParameters().size() == arity)
                        .filter(type -> code.fileOf(type).dialect() == file.dialect())
                        .toList();
        boolean nested = found.get().name().indexOf('.') >= 0;
        if (fitting.isEmpty() || fitting.equals(List.of(found.get())) || nested) {
            return found;
        }
        return projects().choose(fitting, file).or(() -> nearest(fitting, found.get()));
    }

    private static Optional<TypeDeclaration> nearest(
            List<TypeDeclaration> fitting, TypeDeclaration found) {
        if (fitting.contains(found)) {
            return Optional.of(found);
        }
        return fitting.stream()
                .filter(type -> type.namespace().equals(found.namespace()))
                .findFirst()
                .or(() -> fitting.stream().findFirst());
    }

    private Projects projects() {
        Projects known = projects;
        if (known == null) {
            known = new Projects(code);
            projects = known;
        }
        return known;
    }

    /** All properties that are not static, inherited ones first; one of each name, the nearest. */
    public List<ClrProperty> properties(TypeDeclaration type) {
        List<ClrProperty> known = properties.get(type);
        if (known == null) {
            Map<String, ClrProperty> found = new LinkedHashMap<>();
            collect(type, Map.of(), found, new HashSet<>(), 0);
            known = List.copyOf(found.values());
            properties.put(type, known);
        }
        return known;
    }

    public Optional<ClrProperty> property(TypeDeclaration type, String name) {
        return properties(type).stream().filter(p -> p.name().equals(name)).findFirst();
    }

    /** The base classes that the archive declares, nearest first. */
    public List<TypeDeclaration> baseClasses(TypeDeclaration type) {
        List<TypeDeclaration> bases = new ArrayList<>();
        Set<TypeDeclaration> seen = new HashSet<>(Set.of(type));
        Optional<TypeDeclaration> next = baseClass(type);
        while (next.isPresent() && seen.add(next.get()) && bases.size() < MAX_DEPTH) {
            bases.add(next.get());
            next = baseClass(next.get());
        }
        return bases;
    }

    private Optional<TypeDeclaration> baseClass(TypeDeclaration type) {
        for (TypeDeclaration part : code.symbols().types().parts(type)) {
            for (String base : part.bases()) {
                Optional<TypeDeclaration> found = find(base, part);
                if (found.isPresent() && isClass(found.get())) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** Whether objects of it are held by reference: a class or a record that is no struct. */
    public static boolean isClass(TypeDeclaration type) {
        return type.kind() == TypeKind.CLASS || (type.kind() == TypeKind.RECORD && !isValue(type));
    }

    /** Whether it is an enum, a struct or a record struct. */
    public static boolean isValue(TypeDeclaration type) {
        return type.kind() == TypeKind.ENUM
                || type.kind() == TypeKind.STRUCT
                || type.signature().contains("record struct ");
    }

    /** What type parameters of base classes stand for, seen from a class: by 'Base.T'. */
    public List<String> argumentsOf(TypeDeclaration type, String base) {
        return argumentsOf(
                type, base, Map.of(), Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private List<String> argumentsOf(
            TypeDeclaration type,
            String wanted,
            Map<String, String> bound,
            Set<TypeDeclaration> seen) {
        if (!seen.add(type) || seen.size() > MAX_DEPTH) {
            return List.of();
        }
        for (TypeDeclaration part : code.symbols().types().parts(type)) {
            for (String base : part.bases()) {
                String filled = substitute(base, bound);
                TypeName name = TypeName.of(filled);
                if (name.simpleName().equals(wanted) && !name.arguments().isEmpty()) {
                    return name.arguments();
                }
                Optional<TypeDeclaration> found = find(base, part);
                List<String> above =
                        found.isEmpty()
                                ? List.of()
                                : argumentsOf(
                                        found.get(), wanted, binding(found.get(), name), seen);
                if (!above.isEmpty()) {
                    return above;
                }
            }
        }
        return List.of();
    }

    private void collect(
            TypeDeclaration type,
            Map<String, String> bound,
            Map<String, ClrProperty> found,
            Set<TypeDeclaration> seen,
            int depth) {
        if (depth > MAX_DEPTH || !seen.add(type)) {
            return;
        }
        List<TypeDeclaration> parts = code.symbols().types().parts(type);
        for (TypeDeclaration part : parts) {
            for (String base : part.bases()) {
                Optional<TypeDeclaration> above = find(base, part).filter(ClrTypes::isClass);
                if (above.isPresent()) {
                    TypeName name = TypeName.of(substitute(base, bound));
                    collect(above.get(), binding(above.get(), name), found, seen, depth + 1);
                }
            }
        }
        for (TypeDeclaration part : parts) {
            own(part, bound, found);
        }
    }

    private void own(
            TypeDeclaration part, Map<String, String> bound, Map<String, ClrProperty> found) {
        CodeFile file = code.fileOf(part);
        for (Member member : part.members()) {
            boolean property =
                    member.kind() == MemberKind.PROPERTY
                            && !member.has("static")
                            && !member.name().equals("this")
                            && member.name().indexOf('.') < 0
                            && member.parameters().isEmpty();
            if (property) {
                boolean component = part.kind() == TypeKind.RECORD && component(file, member);
                boolean visible = member.has("public") || component;
                String type = substitute(member.type(), bound);
                boolean writable = component || writable(file, member);
                found.put(
                        member.name(),
                        new ClrProperty(file, part, member, type, visible, writable));
            }
        }
    }

    /** Whether it stands among the parameters of a record. */
    private static boolean component(CodeFile file, Member member) {
        return member.modifiers().isEmpty()
                && member.body().isEmpty()
                && !file.text(member.span()).endsWith("}");
    }

    private static boolean writable(CodeFile file, Member member) {
        if (member.expressionBody() || member.body().isEmpty()) {
            return false;
        }
        Tokens tokens = file.tokens();
        int end = tokens.at(member.body().end());
        for (int i = tokens.at(member.body().start()); i < end; i = tokens.next(i)) {
            if (tokens.is(i, "set") || tokens.is(i, "init")) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, String> binding(TypeDeclaration base, TypeName reference) {
        Map<String, String> bound = new HashMap<>();
        int known = Math.min(base.typeParameters().size(), reference.arguments().size());
        for (int i = 0; i < known; i++) {
            bound.put(base.typeParameters().get(i), reference.arguments().get(i));
        }
        return bound;
    }

    /** A type with type parameters replaced by what they stand for. */
    static String substitute(String type, Map<String, String> bound) {
        if (bound.isEmpty()) {
            return type;
        }
        StringBuilder out = new StringBuilder();
        int i = 0;
        while (i < type.length()) {
            int end = i;
            while (end < type.length() && Character.isJavaIdentifierPart(type.charAt(end))) {
                end++;
            }
            if (end > i) {
                String word = type.substring(i, end);
                out.append(bound.getOrDefault(word, word));
                i = end;
            } else {
                out.append(type.charAt(i++));
            }
        }
        return out.toString();
    }
}
