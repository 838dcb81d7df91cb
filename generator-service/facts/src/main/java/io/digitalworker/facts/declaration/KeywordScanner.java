package io.digitalworker.facts.declaration;

import io.digitalworker.facts.lexer.Tokens;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;

/** Kotlin, PHP and Go, where a keyword begins each declaration. */
final class KeywordScanner implements Scanner {
    private final boolean go;

    KeywordScanner(boolean go) {
        this.go = go;
    }

    private static final Map<String, TypeKind> TYPES =
            Map.of(
                    "class", TypeKind.CLASS,
                    "interface", TypeKind.INTERFACE,
                    "object", TypeKind.OBJECT,
                    "trait", TypeKind.TRAIT,
                    "enum", TypeKind.ENUM,
                    "struct", TypeKind.STRUCT);
    private static final Set<String> FUNCTIONS = Set.of("fun", "func", "function");
    private static final Set<String> VALUES = Set.of("val", "var", "const");

    @Override
    public void scan(Tokens tokens, Found found) {
        new Run(tokens, found, go).all();
    }

    private record Body(int end, int owner, String name) {}

    private static final class Run {
        private final Tokens tokens;
        private final Found found;
        private final boolean go;
        private final Deque<Body> bodies = new ArrayDeque<>();
        private String namespace = "";

        Run(Tokens tokens, Found found, boolean go) {
            this.tokens = tokens;
            this.found = found;
            this.go = go;
        }

        void all() {
            bodies.push(new Body(tokens.size(), Found.FILE, ""));
            int i = 0;
            while (i < tokens.size()) {
                while (bodies.size() > 1 && i >= bodies.element().end()) {
                    bodies.pop();
                }
                i = Math.max(i + 1, step(i));
            }
        }

        private int step(int i) {
            String word = tokens.word(i);
            if ((word.equals("package") || word.equals("namespace")) && tokens.isWord(i + 1)) {
                return namespace(i);
            }
            if (go && word.equals("type") && tokens.isWord(i + 1)) {
                return goType(i);
            }
            if (!go && TYPES.containsKey(word) && tokens.isWord(i + 1) && !tokens.is(i - 1, ':')) {
                return word.equals("enum") && tokens.is(i + 1, "class")
                        ? type(i, i + 2, TypeKind.ENUM)
                        : type(i, i + 1, TYPES.getOrDefault(word, TypeKind.CLASS));
            }
            if (FUNCTIONS.contains(word)) {
                return function(i);
            }
            boolean value = !go && VALUES.contains(word) && tokens.isWord(i + 1);
            return value ? value(i) : phpProperty(i);
        }

        private int namespace(int i) {
            StringBuilder name = new StringBuilder(tokens.word(i + 1));
            int at = i + 2;
            while (tokens.is(at, '.') || tokens.is(at, '\\')) {
                name.append('.').append(tokens.word(at + 1));
                at += 2;
            }
            namespace = name.toString();
            return at;
        }

        private int goType(int i) {
            TypeKind kind = TYPES.getOrDefault(tokens.word(i + 2), TypeKind.ALIAS);
            int open = i + 3;
            int end = tokens.is(open, '{') ? tokens.next(open) : i + 3;
            int owner = report(i, i + 1, kind, Math.min(open, end), end);
            if (kind == TypeKind.STRUCT) {
                fields(open + 1, end - 1, owner);
            }
            return end;
        }

        private void fields(int from, int end, int owner) {
            for (int i = from; i < end; i = tokens.next(i)) {
                boolean field = tokens.isWord(i) && tokens.firstOnLine(i);
                if (field && !tokens.is(i + 1, '.') && !tokens.firstOnLine(i + 1)) {
                    member(owner, tokens.word(i), MemberKind.FIELD, i, i + 2, i + 2);
                }
            }
        }

        private int type(int keyword, int name, TypeKind kind) {
            int start = lineOf(keyword);
            int open = name + 1;
            while (open < tokens.size() && !tokens.is(open, '{') && !endsLine(open)) {
                open = tokens.next(open);
            }
            boolean body = tokens.is(open, '{');
            int end = body ? tokens.next(open) : open;
            int owner = report(start, name, kind, open, end);
            if (body) {
                String outer = bodies.element().name();
                String full = NestedName.of(outer, tokens.word(name));
                bodies.push(new Body(end - 1, owner, full));
            }
            return open + (body ? 1 : 0);
        }

        /** Whether a declaration without body ends before this token. */
        private boolean endsLine(int token) {
            boolean joined =
                    tokens.is(token, ':') || tokens.is(token - 1, ':') || tokens.is(token - 1, ',');
            boolean keyword =
                    tokens.is(token, "extends")
                            || tokens.is(token, "implements")
                            || tokens.is(token, "where");
            return tokens.is(token, ';') || (tokens.firstOnLine(token) && !joined && !keyword);
        }

        private int function(int i) {
            int name = i + 1;
            String owner = "";
            if (go && tokens.is(name, '(')) {
                owner = receiver(name);
                name = tokens.next(name);
            }
            int open = name;
            while (open < name + 40 && !tokens.is(open, '(') && open < tokens.size()) {
                open++;
            }
            int word = tokens.is(open, '(') ? lastWordBefore(open, name) : -1;
            if (word < 0) {
                return i + 1;
            }
            int body = bodyAfter(tokens.next(open));
            int end = tokens.is(body, '{') ? tokens.next(body) : body;
            MemberKind kind =
                    bodies.element().owner() == Found.FILE && owner.isEmpty()
                            ? MemberKind.FUNCTION
                            : MemberKind.METHOD;
            member(bodies.element().owner(), owner + tokens.word(word), kind, lineOf(i), body, end);
            return end;
        }

        private String receiver(int open) {
            for (int i = tokens.partner(open) - 1; i > open; i--) {
                if (tokens.isWord(i) && (tokens.is(i - 1, '*') || tokens.isWord(i - 1))) {
                    return tokens.word(i) + ".";
                }
            }
            return "";
        }

        private int lastWordBefore(int open, int from) {
            int i = open - 1;
            while (i >= from && (tokens.is(i, '>') || tokens.is(i, ']'))) {
                i = tokens.is(i, ']') ? tokens.partner(i) - 1 : beforeAngles(i, from);
            }
            return i >= from && tokens.isWord(i) ? i : -1;
        }

        private int beforeAngles(int close, int from) {
            int i = close;
            while (i > from && !tokens.is(i, '<')) {
                i--;
            }
            return i - 1;
        }

        /** The brace of a body, or what follows a function without one. */
        private int bodyAfter(int from) {
            int i = from;
            while (i < tokens.size() && !tokens.is(i, '{')) {
                if (tokens.is(i, ';') || tokens.is(i, '}')) {
                    return i;
                }
                if (tokens.is(i, '=')) {
                    return expressionEnd(i + 1);
                }
                if (i > from && tokens.firstOnLine(i) && !tokens.is(i, ':')) {
                    return i;
                }
                i = go && tokens.is(i, "interface") ? tokens.next(i + 1) : tokens.next(i);
            }
            return i;
        }

        private int expressionEnd(int from) {
            int i = tokens.next(from);
            while (i < tokens.size() && !tokens.is(i, ';') && !tokens.is(i, '}')) {
                boolean goesOn = tokens.is(i, '.') || tokens.is(i, '?') || tokens.is(i, '+');
                if (tokens.firstOnLine(i) && !goesOn) {
                    return i;
                }
                i = tokens.next(i);
            }
            return i;
        }

        private int value(int i) {
            boolean member = bodies.element().owner() != Found.FILE || tokens.firstOnLine(i);
            int end = Math.max(i + 2, bodyAfter(i + 2));
            if (member) {
                MemberKind kind = tokens.is(i, "const") ? MemberKind.FIELD : MemberKind.PROPERTY;
                member(bodies.element().owner(), tokens.word(i + 1), kind, lineOf(i), end, end);
            }
            return tokens.is(end, '{') ? tokens.next(end) : end;
        }

        /** {@code private string $name}: the lexer takes the dollar sign for a letter. */
        private int phpProperty(int i) {
            String word = tokens.word(i);
            boolean inType = bodies.element().owner() != Found.FILE;
            if (go || !inType || !word.startsWith("$") || word.length() < 2) {
                return tokens.is(i, '(') || tokens.is(i, '[') ? tokens.next(i) : i + 1;
            }
            int end = i + 1;
            while (end < bodies.element().end() && !tokens.is(end, ';')) {
                end = tokens.next(end);
            }
            member(
                    bodies.element().owner(),
                    word.substring(1),
                    MemberKind.PROPERTY,
                    lineOf(i),
                    end,
                    end);
            return end;
        }

        /** The first token on the line of a declaration, so that modifiers belong to it. */
        private int lineOf(int token) {
            int i = token;
            while (i > 0 && token - i < 12 && !tokens.firstOnLine(i) && tokens.isWord(i - 1)) {
                i--;
            }
            return i;
        }

        private int report(int start, int name, TypeKind kind, int headEnd, int end) {
            String outer = bodies.element().name();
            String full = NestedName.of(outer, tokens.word(name));
            int from = tokens.start(start);
            return found.type(
                    full,
                    namespace,
                    kind,
                    from,
                    from,
                    tokens.is(headEnd, '{') ? tokens.start(headEnd) : tokens.end(headEnd - 1),
                    tokens.end(end - 1));
        }

        private void member(int owner, String name, MemberKind kind, int start, int body, int end) {
            int from = tokens.start(start);
            int headEnd =
                    tokens.is(body, '{')
                            ? tokens.start(body)
                            : tokens.end(Math.max(start, body - 1));
            found.member(
                    owner, name, kind, from, from, headEnd, tokens.end(Math.max(start, end - 1)));
        }
    }
}
