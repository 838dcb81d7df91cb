package io.digitalworker.facts.framework.calls;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.code.Types;
import io.digitalworker.facts.declaration.Import;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.syntax.Dialect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The types of a code base by what refers to them. Remembers what was asked; for one thread. */
final class TypeGraph {
    private static final int MAX_DEPTH = 6;
    private static final int MAX_MODULES = 200;
    private static final Set<String> WRAPPERS =
            Set.of(
                    "Task",
                    "ValueTask",
                    "Promise",
                    "CompletableFuture",
                    "CompletionStage",
                    "Uni",
                    "Mono",
                    "Nullable",
                    "Awaitable",
                    "Coroutine",
                    "Annotated");

    private final CodeBase code;
    private final Types types;
    private final IdentityHashMap<TypeDeclaration, TypeNode> nodes = new IdentityHashMap<>();
    private final IdentityHashMap<CodeFile, Map<String, Meant>> meant = new IdentityHashMap<>();
    private final IdentityHashMap<CodeFile, Map<String, Import>> imports = new IdentityHashMap<>();
    private final IdentityHashMap<CodeFile, Map<String, List<Member>>> functions =
            new IdentityHashMap<>();

    TypeGraph(CodeBase code) {
        this.code = code;
        this.types = code.symbols().types();
    }

    CodeBase code() {
        return code;
    }

    Types types() {
        return types;
    }

    TypeNode node(TypeDeclaration type) {
        TypeNode known = nodes.get(type);
        if (known != null) {
            return known;
        }
        List<TypeDeclaration> parts = types.parts(type);
        List<CodeFile> files = parts.stream().map(code::fileOf).toList();
        TypeNode node = new TypeNode(this, parts, files);
        parts.forEach(part -> nodes.put(part, node));
        return node;
    }

    /** What a type as written means at a place; tasks and promises are what they hold. */
    Meant meant(String written, CodeFile file, @Nullable TypeNode inside) {
        if (written.isEmpty()) {
            return Meant.UNKNOWN;
        }
        String key =
                inside != null && !inside.parameters().isEmpty()
                        ? inside.name() + " " + written
                        : written;
        Map<String, Meant> ofFile = meant.computeIfAbsent(file, f -> new HashMap<>());
        Meant known = ofFile.get(key);
        if (known == null) {
            known = meant(written, file, inside, MAX_DEPTH);
            ofFile.put(key, known);
        }
        return known;
    }

    private Meant meant(String written, CodeFile file, @Nullable TypeNode inside, int depth) {
        TypeName name = TypeName.of(plain(written, file.dialect()));
        if (depth == 0 || name.name().isEmpty()) {
            return Meant.UNKNOWN;
        }
        String simple = name.simpleName();
        boolean optional = simple.equals("Optional") && file.dialect() == Dialect.PYTHON;
        if ((optional || WRAPPERS.contains(simple)) && !name.arguments().isEmpty()) {
            return meant(name.argument(), file, inside, depth - 1);
        }
        List<Meant> arguments = new ArrayList<>(name.arguments().size());
        for (String argument : name.arguments()) {
            arguments.add(meant(argument, file, inside, depth - 1));
        }
        if (inside != null && inside.parameters().contains(simple)) {
            return new Meant(simple, arguments, null);
        }
        Meant one = new Meant(simple, arguments, declared(name.name(), file, inside));
        return name.array() ? new Meant("[]", List.of(one), null) : one;
    }

    /** Without annotations, quotes, and all but the first of alternatives. */
    private static String plain(String written, Dialect dialect) {
        String type = written;
        while (type.startsWith("@") && type.indexOf(' ') > 0) {
            type = type.substring(type.indexOf(' ') + 1);
        }
        if (dialect == Dialect.SCRIPT || dialect == Dialect.PYTHON) {
            type = type.replace("\"", "").replace("'", "");
            int bar = type.indexOf('|');
            type = bar > 0 && type.indexOf('<') < 0 ? type.substring(0, bar) : type;
        }
        return type;
    }

    private @Nullable TypeNode declared(String name, CodeFile file, @Nullable TypeNode inside) {
        boolean modules = file.dialect() == Dialect.SCRIPT || file.dialect() == Dialect.PYTHON;
        if (modules) {
            TypeNode imported = importedType(name, file);
            if (imported != null) {
                return imported;
            }
        }
        String simple = name.substring(name.lastIndexOf('.') + 1);
        if (types.named(simple).isEmpty() && !imports(file).containsKey(name)) {
            return null;
        }
        TypeDeclaration around = inside == null ? null : inside.declaration();
        return types.find(name, file, Optional.ofNullable(around))
                .filter(type -> type.kind() != TypeKind.ALIAS)
                .map(this::node)
                .orElse(null);
    }

    private @Nullable TypeNode importedType(String name, CodeFile file) {
        int dot = name.indexOf('.');
        Import imported = imports(file).get(dot < 0 ? name : name.substring(0, dot));
        if (imported == null) {
            return null;
        }
        CodeFile module = module(imported, file);
        String wanted = dot < 0 ? imported.name() : name.substring(dot + 1);
        return module == null ? null : typeIn(module, wanted, new HashSet<>());
    }

    /** Each module is asked once for a name, as modules may import each other and themselves. */
    private record Asked(CodeFile module, String name) {}

    private @Nullable TypeNode typeIn(CodeFile module, String name, Set<Asked> asked) {
        if (asked.size() >= MAX_MODULES || !asked.add(new Asked(module, name))) {
            return null;
        }
        for (TypeDeclaration type : module.types()) {
            boolean it =
                    name.equals("default") ? type.has("default") : type.simpleName().equals(name);
            if (it && type.kind() != TypeKind.FILE) {
                return node(type);
            }
        }
        for (Import again : module.imports()) {
            boolean passes = again.alias().equals(name) || again.name().equals("*");
            boolean exported = again.reexport() || module.dialect() == Dialect.PYTHON;
            CodeFile next = passes && exported ? module(again, module) : null;
            String wanted = again.name().equals("*") ? name : again.name();
            TypeNode found = next == null ? null : typeIn(next, wanted, asked);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** The import that gives a name its meaning in a file. */
    @Nullable Import imported(String name, CodeFile file) {
        return imports(file).get(name);
    }

    private Map<String, Import> imports(CodeFile file) {
        return imports.computeIfAbsent(
                file,
                f -> {
                    Map<String, Import> byAlias = new HashMap<>();
                    for (Import each : f.imports()) {
                        if (!each.alias().isEmpty()) {
                            byAlias.putIfAbsent(each.alias(), each);
                        }
                    }
                    return byAlias;
                });
    }

    /** The file of the archive that an import takes from. */
    @Nullable CodeFile module(Import imported, CodeFile from) {
        return code.symbols().module(imported.module(), from).orElse(null);
    }

    /** The file that an imported name is itself, as in Python's {@code from app import jwt}. */
    @Nullable CodeFile moduleNamed(Import imported, CodeFile from) {
        boolean whole =
                imported.name().isEmpty()
                        || imported.name().equals("*")
                        || imported.name().equals("default");
        if (whole) {
            return module(imported, from);
        }
        if (from.dialect() != Dialect.PYTHON) {
            return null;
        }
        String dot = imported.module().endsWith(".") ? "" : ".";
        return code.symbols().module(imported.module() + dot + imported.name(), from).orElse(null);
    }

    /** The function that a module has under a name; null if it has none or several. */
    TypeNode.@Nullable Found function(CodeFile module, String name) {
        return function(module, name, new HashSet<>());
    }

    private TypeNode.@Nullable Found function(CodeFile module, String name, Set<Asked> asked) {
        if (asked.size() >= MAX_MODULES || !asked.add(new Asked(module, name))) {
            return null;
        }
        List<Member> all = functions(module).getOrDefault(name, List.of());
        for (Member member : all) {
            if (member.qualifiedName().equals(name) || all.size() == 1) {
                return new TypeNode.Found(fileNode(module), member, Map.of());
            }
        }
        for (Import again : module.imports()) {
            boolean passes =
                    again.alias().equals(name) || (again.reexport() && again.name().equals("*"));
            CodeFile next = passes ? module(again, module) : null;
            String wanted = again.name().equals("*") ? name : again.name();
            TypeNode.Found found = next == null ? null : function(next, wanted, asked);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** The default function of a module; null if that is none. */
    TypeNode.@Nullable Found defaultFunction(CodeFile module) {
        for (Member member : module.functions()) {
            if (member.has("default") && !member.body().isEmpty()) {
                return new TypeNode.Found(fileNode(module), member, Map.of());
            }
        }
        return null;
    }

    private TypeNode fileNode(CodeFile module) {
        for (TypeDeclaration type : module.types()) {
            if (type.kind() == TypeKind.FILE) {
                return node(type);
            }
        }
        throw new IllegalStateException(module + " has no functions");
    }

    private Map<String, List<Member>> functions(CodeFile module) {
        return functions.computeIfAbsent(
                module,
                f -> {
                    Map<String, List<Member>> byName = new HashMap<>();
                    for (Member member : f.functions()) {
                        if (!member.body().isEmpty()) {
                            byName.computeIfAbsent(member.name(), n -> new ArrayList<>(1))
                                    .add(member);
                        }
                    }
                    return byName;
                });
    }
}
