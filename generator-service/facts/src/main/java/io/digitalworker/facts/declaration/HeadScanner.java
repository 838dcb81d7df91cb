package io.digitalworker.facts.declaration;

import io.digitalworker.facts.lexer.Tokens;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * C# and Java, where a declaration is told by its head: the tokens up to a brace, a semicolon, an arrow
 * or an equals sign. Bodies of members are skipped by their brackets; bodies of types and namespaces
 * are entered.
 */
final class HeadScanner implements Scanner {
    @Override
    public void scan(Tokens tokens, Found found) {
        new Run(tokens, found).all();
    }

    /**
     * A body that is being read.
     *
     * @param end its closing brace
     * @param owner handle of the type, or {@link Found#FILE}
     * @param name of the type, with those around it; empty outside any
     */
    private record Body(int end, int owner, String name, String namespace) {
        boolean ofType() {
            return owner != Found.FILE;
        }

        String nested(String type) {
            return name.isEmpty() ? type : name + "." + type;
        }

        boolean constructs(String member) {
            return name.equals(member) || name.endsWith("." + member);
        }
    }

    private static final class Run {
        private final Tokens tokens;
        private final Found found;
        private final Deque<Body> bodies = new ArrayDeque<>();
        private String fileNamespace = "";
        private int at;

        Run(Tokens tokens, Found found) {
            this.tokens = tokens;
            this.found = found;
        }

        void all() {
            bodies.push(new Body(tokens.size(), Found.FILE, "", ""));
            while (at < tokens.size()) {
                while (bodies.size() > 1 && at >= bodies.element().end()) {
                    at = Math.max(at, bodies.pop().end() + 1);
                }
                if (at < tokens.size()) {
                    declaration();
                }
            }
        }

        private void declaration() {
            int start = at;
            int from = afterAttributes(start);
            int to = from;
            while (to < bodies.element().end() && !endsHead(to)) {
                to = tokens.next(to);
            }
            at = Math.max(to + 1, start + 1);
            if (to > from) {
                classify(new Head(tokens, start, from, to));
            } else {
                at = tokens.is(to, '=') ? afterSemicolon(to) : Math.max(at, tokens.next(to));
            }
        }

        private boolean endsHead(int token) {
            return tokens.is(token, '{')
                    || tokens.is(token, ';')
                    || tokens.is(token, '}')
                    || tokens.is(token, '=')
                    || tokens.isArrow(token);
        }

        private int afterAttributes(int start) {
            int i = start;
            while (true) {
                if (tokens.is(i, '[')) {
                    i = tokens.next(i);
                } else if (tokens.is(i, '@') && !tokens.is(i + 1, "interface")) {
                    i = afterAnnotation(i + 2);
                } else {
                    return Math.min(i, tokens.size());
                }
            }
        }

        private int afterAnnotation(int from) {
            int i = from;
            while (tokens.is(i, '.')) {
                i += 2;
            }
            return tokens.is(i, '(') ? tokens.next(i) : i;
        }

        private void classify(Head head) {
            int keyword = head.typeKeyword();
            if (tokens.is(head.from(), "namespace") || tokens.is(head.from(), "package")) {
                namespace(head);
            } else if (tokens.is(head.from(), "using") || tokens.is(head.from(), "import")) {
                at = afterSemicolon(head.to());
            } else if (keyword >= 0) {
                type(head, keyword);
            } else if (head.has("delegate")) {
                delegate(head);
            } else if (bodies.element().ofType()) {
                member(head);
            } else {
                at = afterEnd(head);
            }
        }

        private void namespace(Head head) {
            if (tokens.is(head.to(), '{')) {
                String outer = namespaceHere();
                String name = outer.isEmpty() ? head.dottedName() : outer + "." + head.dottedName();
                bodies.push(new Body(tokens.partner(head.to()), Found.FILE, "", name));
            } else {
                fileNamespace = head.dottedName();
            }
        }

        private String namespaceHere() {
            String inner = bodies.element().namespace();
            return inner.isEmpty() ? fileNamespace : inner;
        }

        private void type(Head head, int keyword) {
            boolean body = tokens.is(head.to(), '{');
            int last = body ? tokens.partner(head.to()) : head.to();
            String name = bodies.element().nested(head.typeName(keyword));
            TypeKind kind = head.typeKind(keyword);
            int owner =
                    found.type(
                            name,
                            namespaceHere(),
                            kind,
                            tokens.start(head.start()),
                            tokens.start(head.from()),
                            tokens.start(head.to()),
                            tokens.end(last));
            if (kind == TypeKind.RECORD) {
                components(head, owner);
            }
            if (body) {
                bodies.push(new Body(last, owner, name, namespaceHere()));
                at = kind == TypeKind.ENUM ? constants(head.to() + 1, last, owner) : head.to() + 1;
            } else {
                at = afterSemicolon(head.to());
            }
        }

        /** The parameters of a record are its properties. */
        private void components(Head head, int owner) {
            int open = head.parameters();
            if (open < 0 || tokens.partner(open) >= tokens.size()) {
                return;
            }
            int close = tokens.partner(open);
            int from = open + 1;
            int angles = 0;
            for (int i = from; i <= close; i = i == close ? i + 1 : tokens.next(i)) {
                angles += tokens.is(i, '<') ? 1 : tokens.is(i, '>') ? -1 : 0;
                if (i == close || (tokens.is(i, ',') && angles <= 0)) {
                    component(owner, from, i);
                    from = i + 1;
                }
            }
        }

        private void component(int owner, int from, int to) {
            int end = to;
            for (int i = from; i < end; i = tokens.next(i)) {
                end = tokens.is(i, '=') ? i : end;
            }
            if (end - from >= 2 && tokens.isWord(end - 1)) {
                found.member(
                        owner,
                        tokens.word(end - 1),
                        MemberKind.PROPERTY,
                        tokens.start(from),
                        tokens.start(from),
                        tokens.start(to),
                        tokens.end(to - 1));
            }
        }

        private int constants(int from, int end, int owner) {
            boolean expected = true;
            int i = from;
            while (i < end && !tokens.is(i, ';')) {
                int name = expected ? afterAttributes(i) : i;
                if (expected && name < end && tokens.isWord(name)) {
                    found.member(
                            owner,
                            tokens.word(name),
                            MemberKind.ENUM_CONSTANT,
                            tokens.start(i),
                            tokens.start(name),
                            tokens.end(name),
                            tokens.end(name));
                    i = name;
                }
                expected = tokens.is(i, ',');
                i = tokens.next(i);
            }
            return Math.min(i + 1, end);
        }

        private void delegate(Head head) {
            int open = head.parameters();
            int name = open < 0 ? -1 : head.nameBefore(open);
            at = afterEnd(head);
            if (name >= 0) {
                found.type(
                        bodies.element().nested(tokens.word(name)),
                        namespaceHere(),
                        TypeKind.DELEGATE,
                        tokens.start(head.start()),
                        tokens.start(head.from()),
                        tokens.start(head.to()),
                        tokens.end(at - 1));
            }
        }

        private void member(Head head) {
            int open = head.parameters();
            int name = open < 0 ? valueName(head) : head.nameBefore(open);
            boolean property = tokens.is(head.to(), '{') || tokens.isArrow(head.to());
            at = afterEnd(head);
            if (name < 0 || tokens.is(name - 1, '~') || head.has("operator")) {
                return;
            }
            String word = tokens.word(name);
            MemberKind kind = open >= 0 ? MemberKind.METHOD : MemberKind.FIELD;
            if (open >= 0 && bodies.element().constructs(word)) {
                kind = MemberKind.CONSTRUCTOR;
            } else if (open < 0 && head.has("event")) {
                kind = MemberKind.EVENT;
            } else if (open < 0 && property) {
                kind = MemberKind.PROPERTY;
            }
            found.member(
                    bodies.element().owner(),
                    word,
                    kind,
                    tokens.start(head.start()),
                    tokens.start(head.from()),
                    tokens.start(head.to()),
                    tokens.end(at - 1));
        }

        /** The name of a field or property: the last word, but not that of an initialiser. */
        private int valueName(Head head) {
            int end = head.to();
            if (tokens.is(end - 1, ']')) {
                end = tokens.partner(end - 1);
            }
            int name = head.nameBefore(end);
            boolean alone = name == head.from();
            return alone || (name >= 0 && tokens.is(name, "this")) ? -1 : name;
        }

        /** Behind the body or the semicolon of a member. */
        private int afterEnd(Head head) {
            if (!tokens.is(head.to(), '{')) {
                return afterSemicolon(head.to());
            }
            int after = tokens.next(head.to());
            boolean initialised = tokens.is(after, '=');
            return initialised ? afterSemicolon(after) : after;
        }

        private int afterSemicolon(int from) {
            int end = bodies.element().end();
            int i = from;
            while (i < end && !tokens.is(i, ';')) {
                i = tokens.next(i);
            }
            return Math.max(from + 1, Math.min(i + 1, Math.max(end, from + 1)));
        }
    }
}
