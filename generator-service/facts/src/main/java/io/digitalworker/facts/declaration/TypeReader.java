package io.digitalworker.facts.declaration;

import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.syntax.Span;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Heads of classes, records, structures, interfaces, enumerations, annotations and delegates. */
final class TypeReader {
    private final Grammar grammar;
    private final Tokens tokens;
    private final Found found;
    private final Deque<Body> bodies;
    private final ComponentReader components;

    TypeReader(Grammar grammar, Found found, Deque<Body> bodies) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
        this.found = found;
        this.bodies = bodies;
        this.components = new ComponentReader(grammar, found);
    }

    /** The tokens of a type's head: its name, and the brackets of its parameters, if it has any. */
    private record Head(TypeKind kind, int name, int parameters, int to) {}

    /** Within the body of the type that is declared here, or behind it; {@link Grammar#NONE} if none is. */
    int read(Prefix prefix, Body outer) {
        int keyword = prefix.next();
        if (tokens.is(keyword, "delegate") && grammar.csharp()) {
            return delegate(prefix, outer);
        }
        boolean annotation = tokens.is(keyword, '@') && tokens.is(keyword + 1, "interface");
        keyword = annotation ? keyword + 1 : keyword;
        TypeKind kind = grammar.vocabulary().types().get(tokens.word(keyword));
        int name = keyword + 1;
        boolean structure = tokens.is(keyword, "record") && tokens.is(name, "struct");
        if (structure || (tokens.is(keyword, "record") && tokens.is(name, "class"))) {
            name++;
        } else if (kind == TypeKind.RECORD && !declaresRecord(name)) {
            return Grammar.NONE;
        }
        if (kind == null || !grammar.names(name)) {
            return Grammar.NONE;
        }
        Prefix all = structure ? with(prefix, "struct") : prefix;
        return type(all, outer, annotation ? TypeKind.ANNOTATION : kind, name);
    }

    /** Whether the word before this name is no type of a field or method. */
    private boolean declaresRecord(int name) {
        int after = name + 1;
        return grammar.names(name)
                && (after >= tokens.size()
                        || tokens.is(after, '(')
                        || tokens.is(after, '<')
                        || (grammar.csharp() && behindCSharpRecord(after)));
    }

    private boolean behindCSharpRecord(int after) {
        return tokens.is(after, ':')
                || tokens.is(after, ';')
                || tokens.is(after, "where")
                || (tokens.is(after, '{') && !tokens.is(after + 1, "get"));
    }

    private static Prefix with(Prefix prefix, String modifier) {
        Set<String> modifiers = new LinkedHashSet<>(prefix.modifiers());
        modifiers.add(modifier);
        return new Prefix(
                prefix.start(), prefix.head(), prefix.next(), prefix.annotations(), modifiers);
    }

    private int type(Prefix prefix, Body outer, TypeKind kind, int name) {
        int i = name + 1;
        List<String> typeParameters = List.of();
        int angles = tokens.is(i, '<') ? grammar.afterAngles(i) : Grammar.NONE;
        if (angles != Grammar.NONE) {
            typeParameters = grammar.typeParameters(i, angles);
            i = angles;
        }
        int parameters = tokens.is(i, '(') ? i : Grammar.NONE;
        i = tokens.is(i, '(') ? grammar.afterBrackets(i) : i;
        List<String> bases = new ArrayList<>();
        int to = headEnd(bases(i, outer.end(), bases), outer.end());
        Head head = new Head(kind, name, parameters, to);
        int after = tokens.is(to, '{') ? grammar.afterBrackets(to) : to;
        after = tokens.is(to, ';') ? to + 1 : after;
        int owner =
                found.type(
                        new TypeHead(
                                outer.nested(grammar.name(name)),
                                outer.namespace(),
                                kind,
                                prefix.modifiers(),
                                typeParameters,
                                bases,
                                prefix.annotations(),
                                grammar.span(prefix.start(), after),
                                grammar.span(prefix.head(), to),
                                tokens.is(to, '{') ? grammar.within(to) : Found.NONE));
        return enter(head, owner, outer);
    }

    private int enter(Head head, int owner, Body outer) {
        if (head.parameters() != Grammar.NONE) {
            components.read(head.kind(), head.name(), head.parameters(), owner);
        }
        if (!tokens.is(head.to(), '{')) {
            return tokens.is(head.to(), ';') ? head.to() + 1 : head.to();
        }
        int end = tokens.partner(head.to());
        String type = outer.nested(grammar.name(head.name()));
        bodies.push(new Body(end, owner, type, head.kind(), outer.namespace(), head.parameters()));
        boolean constants = head.kind() == TypeKind.ENUM;
        return constants
                ? new ConstantReader(grammar, found).read(head.to() + 1, end, owner)
                : head.to() + 1;
    }

    /** Collects the base types; what follows them may be constraints or {@code permits}. */
    private int bases(int from, int end, List<String> bases) {
        int i = from;
        while (i < end && introducesBases(i)) {
            do {
                int type = i + 1;
                int after = grammar.afterType(type);
                if (after == Grammar.NONE) {
                    return type;
                }
                bases.add(grammar.syntax().type(type, after));
                i = tokens.is(after, '(') ? grammar.afterBrackets(after) : after;
            } while (i < end && tokens.is(i, ','));
        }
        return i;
    }

    private boolean introducesBases(int token) {
        return grammar.csharp()
                ? tokens.is(token, ':')
                : tokens.is(token, "extends") || tokens.is(token, "implements");
    }

    private int headEnd(int from, int end) {
        int i = from;
        while (i < end && !tokens.is(i, '{') && !tokens.is(i, ';') && !tokens.is(i, '}')) {
            i = tokens.next(i);
        }
        return Math.min(i, end);
    }

    private int delegate(Prefix prefix, Body outer) {
        int name = grammar.afterType(afterRef(prefix.next() + 1));
        if (name == Grammar.NONE || !grammar.names(name)) {
            return Grammar.NONE;
        }
        int angles = tokens.is(name + 1, '<') ? grammar.afterAngles(name + 1) : Grammar.NONE;
        int open = angles == Grammar.NONE ? name + 1 : angles;
        if (!tokens.is(open, '(')) {
            return Grammar.NONE;
        }
        int to = headEnd(grammar.afterBrackets(open), outer.end());
        int after = tokens.is(to, ';') ? to + 1 : to;
        Span span = grammar.span(prefix.start(), after);
        found.type(
                new TypeHead(
                        outer.nested(grammar.name(name)),
                        outer.namespace(),
                        TypeKind.DELEGATE,
                        prefix.modifiers(),
                        angles == Grammar.NONE
                                ? List.of()
                                : grammar.typeParameters(name + 1, angles),
                        List.of(),
                        prefix.annotations(),
                        span,
                        grammar.span(prefix.head(), to),
                        Found.NONE));
        return after;
    }

    private int afterRef(int from) {
        int i = tokens.is(from, "ref") ? from + 1 : from;
        return tokens.is(i, "readonly") ? i + 1 : i;
    }
}
