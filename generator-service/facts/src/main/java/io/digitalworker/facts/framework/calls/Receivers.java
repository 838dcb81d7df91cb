package io.digitalworker.facts.framework.calls;

import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.declaration.Import;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.framework.calls.TypeNode.Found;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Span;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a name stands for at the beginning of a chain or behind a dot. */
final class Receivers {
    private final TypeGraph graph;
    private final CodeFile file;
    private final @Nullable TypeNode inside;
    private final Map<String, Meant> locals;
    private final Map<String, Receiver> ofFile;

    Receivers(
            TypeGraph graph,
            CodeFile file,
            @Nullable TypeNode inside,
            Map<String, Meant> locals,
            Map<String, Receiver> ofFile) {
        this.graph = graph;
        this.file = file;
        this.inside = inside;
        this.locals = locals;
        this.ofFile = ofFile;
    }

    Receiver primary(String word) {
        switch (word) {
            case "this", "self", "cls" -> {
                return inside == null ? Receiver.NONE : Receiver.of(Meant.of(inside));
            }
            case "base", "super" -> {
                return new Receiver(Meant.UNKNOWN, false, null, "super");
            }
            default -> {
                Meant local = locals.get(word);
                return local == null ? elsewhere(word) : new Receiver(local, false, null, word);
            }
        }
    }

    /** The type of a plain name; unknown if it is none of a value. */
    Meant named(String word) {
        Receiver receiver = primary(word);
        return receiver.ofType() ? Meant.UNKNOWN : receiver.type();
    }

    private Receiver elsewhere(String word) {
        boolean ofType = file.dialect() == Dialect.CSHARP || file.dialect() == Dialect.JAVA;
        if (ofType && inside != null) {
            Meant field = field(inside, word);
            if (field != null) {
                return new Receiver(field, false, null, word);
            }
        }
        Receiver known = ofFile.get(word);
        if (known == null) {
            known = global(word);
            ofFile.put(word, known);
        }
        return known;
    }

    /** The type of a field, property or primary constructor's parameter; null if there is none. */
    @Nullable Meant field(TypeNode type, String name) {
        Found found = type.member(name);
        if (found != null) {
            return found.isMethod() ? null : typeOf(found);
        }
        for (Member member : type.members(type.simpleName())) {
            for (var parameter : member.parameters()) {
                if (parameter.name().equals(name) && member.body().isEmpty()) {
                    return graph.meant(parameter.type(), type.file(), type);
                }
            }
        }
        return null;
    }

    private Receiver global(String word) {
        Import imported = graph.imported(word, file);
        Meant type = graph.meant(word, file, inside);
        if (type.node() != null) {
            return new Receiver(type, true, null, word);
        }
        boolean modules = file.dialect() == Dialect.SCRIPT || file.dialect() == Dialect.PYTHON;
        CodeFile module = modules && imported != null ? graph.moduleNamed(imported, file) : null;
        if (module != null) {
            return new Receiver(exported(word, imported), false, module, word);
        }
        if (modules && (imported == null || graph.module(imported, file) != null)) {
            return new Receiver(exported(word, imported), false, null, word);
        }
        return new Receiver(Meant.UNKNOWN, !modules, null, word);
    }

    /** The type of an object that a module makes and gives out. */
    private Meant exported(String word, @Nullable Import imported) {
        CodeFile home = imported == null ? file : graph.module(imported, file);
        boolean whole = imported != null && imported.name().equals("*");
        if (home == null || whole || !(home.mayHold("new") || file.dialect() == Dialect.PYTHON)) {
            return Meant.UNKNOWN;
        }
        Name name = new Name(word, new Span(file.text().length(), file.text().length()));
        return graph.code()
                .symbols()
                .typeOf(name, Scope.of(file))
                .map(type -> Meant.of(graph.node(type)))
                .orElse(Meant.UNKNOWN);
    }

    Meant nested(TypeNode node, String word) {
        Meant type = graph.meant(node.name() + "." + word, node.file(), node);
        return type.node() == null ? Meant.UNKNOWN : type;
    }

    /** A type behind its namespace. */
    Receiver dotted(String namespace, String word) {
        String all = namespace + "." + word;
        boolean type = Character.isUpperCase(word.charAt(0));
        Meant meant = type ? graph.meant(all, file, inside) : Meant.UNKNOWN;
        return meant.node() == null
                ? new Receiver(Meant.UNKNOWN, true, null, all)
                : new Receiver(meant, true, null, word);
    }

    Receiver ofModule(CodeFile module, String word) {
        for (var type : module.types()) {
            if (type.simpleName().equals(word)) {
                TypeNode node = graph.node(type);
                return new Receiver(Meant.of(node), true, null, word);
            }
        }
        return new Receiver(Meant.UNKNOWN, false, null, word);
    }

    Meant typeOf(Found found) {
        Member member = found.member();
        TypeNode owner = found.owner();
        String written = member.type();
        if (written.isEmpty() && !member.initializer().isEmpty()) {
            return initialized(owner, member);
        }
        return graph.meant(written, owner.file(), owner).with(found.bindings());
    }

    /** A field without a type that is set to a new object. */
    private Meant initialized(TypeNode owner, Member member) {
        CodeFile home = owner.file();
        return graph.code()
                .symbols()
                .typeOf(home.expression(member.initializer()), Scope.of(home, owner.declaration()))
                .map(type -> Meant.of(graph.node(type)))
                .orElse(Meant.UNKNOWN);
    }
}
