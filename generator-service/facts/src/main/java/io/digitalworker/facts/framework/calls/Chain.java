package io.digitalworker.facts.framework.calls;

import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.declaration.Import;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.framework.calls.TypeNode.Found;
import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Span;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code a.b(c).d}: what each name in it is, and what is called on the way. */
final class Chain {
    /** What a chain stands for, and the token behind it. */
    record Value(Meant type, int end) {}

    /** A member as it is found on a type. */
    private record Asked(TypeNode type, Found found) {}

    private final CallWorld world;
    private final TypeGraph graph;
    private final CallSink sink;
    private final CodeFile file;
    private final Tokens tokens;
    private final @Nullable TypeNode inside;
    private final String from;
    private final Map<String, Meant> locals;
    private final ChainShape shape;
    private final Receivers names;
    private final Outward outward;

    Chain(
            CallWorld world,
            CallSink sink,
            CodeFile file,
            @Nullable TypeNode inside,
            String from,
            Map<String, Meant> locals,
            Map<String, Receiver> ofFile) {
        this.world = world;
        this.graph = world.graph();
        this.sink = sink;
        this.file = file;
        this.tokens = file.tokens();
        this.inside = inside;
        this.from = from;
        this.locals = locals;
        this.shape = new ChainShape(file);
        this.names = new Receivers(graph, file, inside, locals, ofFile);
        CallArguments arguments = new CallArguments(graph, file, inside, locals, names, shape);
        this.outward = new Outward(world, file, this, arguments);
    }

    ChainShape shape() {
        return shape;
    }

    /** The type of a plain name; unknown if it is none of a value. */
    Meant named(String word) {
        return names.named(word);
    }

    private boolean is(Dialect dialect) {
        return file.dialect() == dialect;
    }

    Value follow(int start, int to) {
        int next = start + 1;
        if (tokens.is(start - 1, "new")) {
            return created(start, to);
        }
        int paren = tokens.is(next, '(') ? next : tokens.is(next, '<') ? shape.angles(next) : -1;
        if (paren > 0) {
            Receiver called = plainCall(start, paren);
            return segments(called, start, tokens.next(paren), to);
        }
        return segments(names.primary(tokens.word(start)), start, next, to);
    }

    private Value created(int start, int to) {
        int end = start + 1;
        while (tokens.is(end, '.') && tokens.isWord(end + 1)) {
            end += 2;
        }
        if (tokens.is(end, '<')) {
            int depth = 0;
            int i = end;
            while (i < end + 40 && i < tokens.size()) {
                depth += tokens.is(i, '<') ? 1 : tokens.is(i, '>') ? -1 : 0;
                i++;
                if (depth == 0) {
                    break;
                }
            }
            end = i;
        }
        Meant type = graph.meant(file.syntax().type(start, end), file, inside);
        while (tokens.is(end, '(') || tokens.is(end, '{')) {
            end = tokens.next(end);
        }
        return segments(Receiver.of(type), start - 1, end, to);
    }

    // ---- calls without a receiver

    private Receiver plainCall(int start, int paren) {
        String name = tokens.word(start);
        if (shape.isNoCall(start, paren)) {
            return Receiver.NONE;
        }
        if (name.equals("super")) {
            return new Receiver(Meant.UNKNOWN, false, null, "super");
        }
        boolean ofType = is(Dialect.CSHARP) || is(Dialect.JAVA);
        Asked own = ofType ? ownMethod(name) : null;
        if (own != null) {
            return Receiver.of(called(own, start, true));
        }
        outward.plain(name, start, paren);
        if (ofType || locals.containsKey(name)) {
            return Receiver.NONE;
        }
        return Receiver.of(function(name, start));
    }

    private @Nullable Asked ownMethod(String name) {
        TypeNode type = inside;
        while (type != null) {
            Found found = type.member(name);
            if (found != null && found.isMethod()) {
                return new Asked(type, found);
            }
            type = outer(type);
        }
        return null;
    }

    private @Nullable TypeNode outer(TypeNode type) {
        String name = type.name();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? null : graph.meant(name.substring(0, dot), type.file(), null).node();
    }

    /** A function of this module or of another, or the class that is called. */
    Meant function(String name, int start) {
        Import imported = graph.imported(name, file);
        Meant type = graph.meant(name, file, inside);
        if (type.node() != null) {
            return type;
        }
        CodeFile home = imported == null ? file : graph.module(imported, file);
        if (home == null) {
            return Meant.UNKNOWN;
        }
        boolean byDefault = imported != null && imported.name().equals("default");
        String wanted = imported == null || byDefault ? name : imported.name();
        Found found = byDefault ? graph.defaultFunction(home) : null;
        found = found == null ? graph.function(home, wanted) : found;
        if (found == null) {
            return Meant.UNKNOWN;
        }
        boolean plain = found.member().qualifiedName().equals(found.member().name());
        if (!plain && imported == null) {
            return Meant.UNKNOWN;
        }
        emit(found.member().qualifiedName(), "call", Confidence.LITERAL, start);
        return names.typeOf(found);
    }

    // ---- what follows

    private Value segments(Receiver first, int start, int from, int to) {
        Receiver receiver = first;
        int at = from;
        int begin = start;
        while (at < to) {
            int dot = tokens.is(at, '?') || tokens.is(at, '!') ? at + 1 : at;
            boolean reference = tokens.is(at, ':') && tokens.is(at + 1, ':');
            if (reference && tokens.isWord(at + 2)) {
                call(receiver, at + 2, -1);
                return new Value(Meant.UNKNOWN, at + 3);
            }
            if (tokens.is(dot, '.') && tokens.isWord(dot + 1)) {
                int name = dot + 1;
                int paren = shape.paren(name + 1);
                receiver =
                        paren > 0
                                ? Receiver.of(call(receiver, name, paren))
                                : property(receiver, name);
                at = paren > 0 ? tokens.next(paren) : name + 1;
            } else if (tokens.is(at, '[') && !tokens.firstOnLine(at)) {
                receiver = Receiver.of(LibraryTypes.element(receiver.type()));
                at = tokens.next(at);
            } else if (tokens.is(at, ')') && shape.bracketed(at, begin)) {
                begin = tokens.partner(at);
                at++;
            } else {
                break;
            }
        }
        return new Value(receiver.ofType() ? Meant.UNKNOWN : receiver.type(), at);
    }

    private Receiver property(Receiver receiver, int name) {
        String word = tokens.word(name);
        if (receiver.word().equals("super")) {
            return Receiver.NONE;
        }
        if (receiver.module() != null && !receiver.type().known()) {
            return names.ofModule(receiver.module(), word);
        }
        entity(receiver, word, name, null);
        TypeNode node = receiver.type().node();
        if (node != null) {
            Meant field = names.field(node, word);
            if (field != null) {
                return new Receiver(field.with(receiver.type().bindings()), false, null, word);
            }
            Meant nested = receiver.ofType() ? names.nested(node, word) : Meant.UNKNOWN;
            return new Receiver(nested, nested.known(), null, word);
        }
        boolean upper =
                !receiver.word().isEmpty() && Character.isUpperCase(receiver.word().charAt(0));
        if (receiver.ofType() && !receiver.type().known() && upper) {
            return names.dotted(receiver.word(), word);
        }
        return new Receiver(LibraryTypes.through(receiver.type(), word), false, null, word);
    }

    /** Notes the call of a name, and answers what it gives. */
    private Meant call(Receiver receiver, int name, int paren) {
        String word = tokens.word(name);
        if (receiver.word().equals("super")) {
            Found above = inside == null ? null : inside.inherited(word);
            return above != null && above.isMethod()
                    ? emitted(above, above.member().qualifiedName(), Confidence.RESOLVED, name)
                    : Meant.UNKNOWN;
        }
        if (receiver.module() != null && !receiver.type().known()) {
            Found found = graph.function(receiver.module(), word);
            if (found != null) {
                emit(found.member().qualifiedName(), "call", Confidence.LITERAL, name);
            }
            return found == null ? Meant.UNKNOWN : names.typeOf(found);
        }
        TypeNode node = receiver.type().node();
        Found found = node == null ? null : node.member(word);
        Found method = found != null && found.isMethod() ? found : null;
        if (method == null && is(Dialect.CSHARP) && receiver.type().known()) {
            method = world.extension(word, receiver.type());
            node = method == null ? node : method.owner();
        }
        entity(receiver, word, name, method);
        outward.on(receiver.type(), receiver.word(), name, paren);
        if (method == null || node == null) {
            return LibraryTypes.through(receiver.type(), word);
        }
        boolean external = outward.isClient(node, method);
        Meant type =
                external
                        ? names.typeOf(method)
                        : called(new Asked(node, method), name, receiver.ofType());
        if (external) {
            emit(method.member().qualifiedName(), "external", Confidence.RESOLVED, name);
        }
        return type.with(receiver.type().bindings());
    }

    /** The call of a member that the archive declares. */
    private Meant called(Asked asked, int name, boolean named) {
        Found found = asked.found();
        Dispatch.Target target = world.dispatch().target(asked.type(), found);
        boolean plain = named && target.name().equals(found.member().qualifiedName());
        boolean sure = plain && target.confidence() == Confidence.RESOLVED;
        Confidence confidence = sure ? Confidence.LITERAL : target.confidence();
        return emitted(found, target.name(), confidence, name);
    }

    private Meant emitted(Found found, String target, Confidence confidence, int name) {
        emit(target, "call", confidence, name);
        return names.typeOf(found);
    }

    private void entity(Receiver receiver, String word, int name, @Nullable Found method) {
        TypeNode node = receiver.type().node();
        Meant entity = world.entities().of(receiver.type());
        boolean done = method != null && !method.isAbstract() && method.bindings().isEmpty();
        boolean generic = method != null && !method.owner().parameters().isEmpty();
        if (entity.node() != null && (!done || generic)) {
            entity(entity.node(), name);
        } else if (method == null && node != null && EntityAccess.isModel(node)) {
            boolean manager = word.equals("objects") || word.equals("query");
            boolean own = is(Dialect.PYTHON) ? manager || stores(word, receiver) : !word.isEmpty();
            if (own && (receiver.ofType() || stores(word, receiver)) && node != inside) {
                entity(node, name);
            }
        }
    }

    private static boolean stores(String word, Receiver receiver) {
        return !receiver.ofType()
                && Set.of("save", "delete", "remove", "persist", "refresh_from_db", "destroy")
                        .contains(word);
    }

    void entity(TypeNode entity, int at) {
        emit(entity.name(), "entity", Confidence.RESOLVED, at);
    }

    void emit(String to, String kind, Confidence confidence, int at) {
        if (!to.equals(from)) {
            Span span = new Span(tokens.start(at), tokens.end(at));
            sink.add(from, to, kind, confidence, file, span);
        }
    }

    String word(int token) {
        return tokens.word(token);
    }
}
