package io.digitalworker.facts.declaration;

import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.syntax.Annotation;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Members of C# and Java types, and functions outside any type. */
final class MemberReader {
    private final Grammar grammar;
    private final Tokens tokens;
    private final Found found;
    private final Deque<Body> bodies;

    MemberReader(Grammar grammar, Found found, Deque<Body> bodies) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
        this.found = found;
        this.bodies = bodies;
    }

    /** Behind the member that is declared here, or {@link Grammar#NONE} if none is. */
    int read(Prefix prefix, Body body) {
        MemberDraft draft = new MemberDraft(grammar, found, prefix, body);
        int at = prefix.next();
        if (!body.ofType()) {
            return typed(draft, at);
        }
        if (tokens.is(at, '~') && tokens.isWord(at + 1) && tokens.is(at + 2, '(')) {
            draft.name = "~" + grammar.name(at + 1);
            return callable(draft, at + 2);
        }
        int extensions =
                tokens.is(at, "extension") && grammar.csharp()
                        ? extensions(body, at)
                        : Grammar.NONE;
        if (extensions != Grammar.NONE) {
            return extensions;
        }
        if (grammar.names(at) && tokens.is(at + 1, '(')) {
            return untyped(draft, at);
        }
        boolean compact = body.kind() == TypeKind.RECORD && body.constructs(tokens.word(at));
        if (compact && tokens.is(at + 1, '{') && body.components() != Grammar.NONE) {
            return compactConstructor(draft, at);
        }
        if (tokens.is(at, "event") && grammar.csharp()) {
            draft.kind = MemberKind.EVENT;
            return typed(draft, at + 1);
        }
        boolean conversion = prefix.has("implicit") || prefix.has("explicit");
        return conversion ? named(draft, at) : typed(draft, at);
    }

    private int untyped(MemberDraft draft, int name) {
        draft.name = grammar.name(name);
        return callable(draft, name + 1);
    }

    /** C#'s block of extensions, whose members are of the type around it. */
    private int extensions(Body body, int keyword) {
        int angles = tokens.is(keyword + 1, '<') ? grammar.afterAngles(keyword + 1) : keyword + 1;
        if (!tokens.is(angles, '(')) {
            return Grammar.NONE;
        }
        int brace = bodyOf(angles, body.end());
        if (!tokens.is(brace, '{')) {
            return Grammar.NONE;
        }
        bodies.push(body.until(tokens.partner(brace)));
        return brace + 1;
    }

    private int compactConstructor(MemberDraft draft, int name) {
        draft.name = grammar.name(name);
        draft.kind = MemberKind.CONSTRUCTOR;
        draft.parameters = grammar.syntax().parameters(draft.body.components());
        draft.block(name + 1);
        return draft.done(name + 1, grammar.afterBrackets(name + 1));
    }

    /** A member that begins with its type; in Java, type parameters go before. */
    private int typed(MemberDraft draft, int from) {
        int type = from;
        if (tokens.is(type, '<') && grammar.java()) {
            type = grammar.afterAngles(type);
            if (type == Grammar.NONE) {
                return Grammar.NONE;
            }
            draft.typeParameters = grammar.typeParameters(from, type);
            Prefix more = Prefix.annotations(grammar, type);
            draft.annotate(more.annotations());
            type = more.next();
            if (grammar.names(type) && tokens.is(type + 1, '(') && draft.body.ofType()) {
                return untyped(draft, type);
            }
        }
        int after = grammar.afterType(type);
        if (after == Grammar.NONE) {
            return Grammar.NONE;
        }
        draft.type = grammar.syntax().type(type, after);
        return named(draft, after);
    }

    /** The name, which may be that of an interface's member, and what follows it. */
    private int named(MemberDraft draft, int from) {
        int i = from;
        while (tokens.isWord(i) && !tokens.is(i, "operator")) {
            int angles = tokens.is(i + 1, '<') ? grammar.afterAngles(i + 1) : Grammar.NONE;
            int after = angles == Grammar.NONE ? i + 1 : angles;
            if (tokens.is(after, '.') && grammar.csharp()) {
                i = after + 1;
            } else if (tokens.is(after, ':') && tokens.is(after + 1, ':')) {
                i = after + 2;
            } else {
                return member(draft, i, after);
            }
        }
        return tokens.is(i, "operator") && grammar.csharp() ? operator(draft, i) : Grammar.NONE;
    }

    private int member(MemberDraft draft, int name, int after) {
        if (tokens.is(name, "this") && tokens.is(after, '[') && draft.body.ofType()) {
            return indexer(draft, after);
        }
        if (!grammar.names(name)) {
            return Grammar.NONE;
        }
        draft.name = grammar.name(name);
        if (tokens.is(after, '(')) {
            if (after > name + 1) {
                draft.typeParameters = grammar.typeParameters(name + 1, after);
            }
            return draft.body.ofType() ? callable(draft, after) : function(draft, after);
        }
        if (!draft.body.ofType() || after > name + 1) {
            return Grammar.NONE;
        }
        boolean accessors = tokens.is(after, '{') || tokens.isArrow(after);
        return accessors && grammar.csharp() ? property(draft, after) : fields(draft, name);
    }

    private int operator(MemberDraft draft, int keyword) {
        int from = tokens.is(keyword + 1, "checked") ? keyword + 2 : keyword + 1;
        boolean conversion = draft.type.isEmpty();
        int open = conversion ? grammar.afterType(from) : from + 1;
        for (int n = 0; !conversion && n < 3 && !tokens.is(open, '('); n++) {
            open++;
        }
        if (open == Grammar.NONE || !tokens.is(open, '(')) {
            return Grammar.NONE;
        }
        draft.type = conversion ? grammar.syntax().type(from, open) : draft.type;
        draft.name = "operator " + grammar.written(from, open);
        return callable(draft, open);
    }

    private int function(MemberDraft draft, int open) {
        int to = bodyOf(open, draft.body.end());
        if (!tokens.is(to, '{') && !tokens.isArrow(to)) {
            return Grammar.NONE;
        }
        draft.kind = MemberKind.FUNCTION;
        return callable(draft, open);
    }

    private int callable(MemberDraft draft, int open) {
        draft.parameters = grammar.syntax().parameters(open);
        if (draft.kind == MemberKind.FIELD) {
            boolean constructor = draft.type.isEmpty() || grammar.csharp();
            draft.kind =
                    constructor && draft.body.constructs(draft.name)
                            ? MemberKind.CONSTRUCTOR
                            : MemberKind.METHOD;
        }
        int to = bodyOf(open, draft.body.end());
        if (tokens.is(to, '{')) {
            draft.block(to);
            return draft.done(to, grammar.afterBrackets(to));
        }
        if (tokens.isArrow(to)) {
            return draft.expression(to);
        }
        if (tokens.is(to, "default")) {
            return draft.value(to);
        }
        return draft.done(to, tokens.is(to, ';') ? to + 1 : to);
    }

    /** What ends the head of a method whose parameters begin here. */
    private int bodyOf(int open, int end) {
        int to = grammar.afterBrackets(open);
        while (to < end && !endsHead(to)) {
            to = tokens.next(to);
        }
        return Math.min(to, end);
    }

    private boolean endsHead(int token) {
        return tokens.is(token, '{')
                || tokens.is(token, ';')
                || tokens.is(token, '}')
                || tokens.is(token, '=')
                || tokens.isArrow(token)
                || (tokens.is(token, "default") && grammar.java());
    }

    private int indexer(MemberDraft draft, int open) {
        draft.name = "this";
        draft.parameters = grammar.syntax().parameters(open);
        return property(draft, grammar.afterBrackets(open));
    }

    private int property(MemberDraft draft, int to) {
        if (draft.kind == MemberKind.FIELD) {
            draft.kind = MemberKind.PROPERTY;
        }
        if (tokens.isArrow(to)) {
            return draft.expression(to);
        }
        if (!tokens.is(to, '{')) {
            return draft.done(to, grammar.afterSemicolon(to, draft.body.end()));
        }
        draft.block(to);
        draft.annotate(ofAccessors(to));
        int after = grammar.afterBrackets(to);
        return tokens.is(after, '=') ? draft.value(after) : draft.done(to, after);
    }

    private List<Annotation> ofAccessors(int open) {
        List<Annotation> annotations = new ArrayList<>();
        int end = tokens.partner(open);
        for (int i = open + 1; i < end; i = tokens.next(i)) {
            boolean first = i == open + 1 || tokens.is(i - 1, ';') || tokens.is(i - 1, '}');
            if (first && tokens.is(i, '[')) {
                annotations.addAll(Prefix.annotations(grammar, i).annotations());
            }
        }
        return annotations;
    }

    /** One or more, parted by commas; each spans the text from the beginning of the declaration. */
    private int fields(MemberDraft draft, int from) {
        int end = draft.body.end();
        int name = from;
        String type = draft.type;
        while (true) {
            int to = name + 1;
            draft.name = grammar.name(name);
            draft.type = type;
            while (tokens.is(to, '[')) {
                draft.type += grammar.java() ? "[]" : "";
                to = grammar.afterBrackets(to);
            }
            if (!tokens.is(to, '=') && !tokens.is(to, ',') && !tokens.is(to, ';')) {
                return Grammar.NONE;
            }
            int head = to;
            draft.initializer = Found.NONE;
            if (tokens.is(to, '=')) {
                to = grammar.expressionEnd(to + 1, end);
                draft.initializer = grammar.span(head + 1, to);
            }
            int after = draft.done(head, tokens.is(to, ';') ? to + 1 : to);
            if (!tokens.is(to, ',') || !grammar.names(to + 1)) {
                return after;
            }
            name = to + 1;
        }
    }
}
