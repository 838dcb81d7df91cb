package io.digitalworker.facts.declaration;

import io.digitalworker.facts.lexer.Tokens;
import java.util.Map;
import java.util.Set;

/**
 * TypeScript and JavaScript: classes, interfaces and enums with their members, and functions wherever
 * they have a name, except within other functions.
 */
final class ScriptScanner implements Scanner {
    private static final Map<String, TypeKind> TYPES =
            Map.of(
                    "class", TypeKind.CLASS,
                    "interface", TypeKind.INTERFACE,
                    "enum", TypeKind.ENUM);

    /** How many tokens a head may have: keeps the time linear whatever the text. */
    private static final int MAX_HEAD = 1_000;

    private static final Set<String> MODIFIERS =
            Set.of(
                    "public",
                    "private",
                    "protected",
                    "static",
                    "readonly",
                    "async",
                    "abstract",
                    "override",
                    "declare",
                    "get",
                    "set",
                    "accessor",
                    "export",
                    "default");

    @Override
    public void scan(Tokens tokens, Found found) {
        new Run(tokens, found).file();
    }

    private record Run(Tokens tokens, Found found) {
        void file() {
            int i = 0;
            while (i < tokens.size()) {
                i = Math.max(i + 1, statement(i));
            }
        }

        private int statement(int i) {
            if (tokens.is(i - 1, '.')) {
                return i + 1;
            }
            TypeKind kind = TYPES.get(tokens.word(i));
            if (kind != null && tokens.isWord(i + 1)) {
                return type(i, kind);
            }
            if (tokens.is(i, "function")) {
                int name = tokens.is(i + 1, '*') ? i + 2 : i + 1;
                return tokens.isWord(name) && tokens.is(parametersAfter(name), '(')
                        ? function(i, name, name, MemberKind.FUNCTION)
                        : i + 1;
            }
            if (tokens.is(i, "type") && tokens.isWord(i + 1) && tokens.is(i + 2, '=')) {
                return alias(i);
            }
            boolean variable = tokens.is(i, "const") || tokens.is(i, "let") || tokens.is(i, "var");
            return variable && tokens.isWord(i + 1) ? variable(i) : i + 1;
        }

        private int alias(int i) {
            int end = statementEnd(i + 3);
            found.type(
                    tokens.word(i + 1),
                    "",
                    TypeKind.ALIAS,
                    tokens.start(i),
                    tokens.start(i),
                    tokens.end(end - 1),
                    tokens.end(end - 1));
            return end;
        }

        private int variable(int i) {
            int value = i + 2;
            while (value < i + MAX_HEAD
                    && value < tokens.size()
                    && !tokens.is(value, '=')
                    && !tokens.is(value, ';')
                    && !tokens.firstOnLine(value)) {
                value = tokens.next(value);
            }
            if (!tokens.is(value, '=')) {
                return i + 2;
            }
            int first = tokens.is(value + 1, "async") ? value + 2 : value + 1;
            boolean arrow = tokens.isWord(first) && tokens.isArrow(first + 1);
            boolean bracketed = tokens.is(first, '(') && arrowAfter(tokens.next(first));
            if (!arrow && !bracketed && !tokens.is(first, "function")) {
                return value + 1;
            }
            return function(i, i + 1, first, MemberKind.FUNCTION);
        }

        private boolean arrowAfter(int token) {
            int i = token;
            for (int n = 0; n < 12 && tokens.is(token, ':') && !tokens.isArrow(i); n++) {
                i = tokens.next(i);
            }
            return tokens.isArrow(i);
        }

        /** A function whose parameters are at or behind {@code from}; answers what follows it. */
        private int function(int start, int name, int from, MemberKind kind) {
            int open = parametersAfter(from);
            int body = bodyAfter(tokens.is(open, '(') ? tokens.next(open) : from + 1);
            int end = tokens.is(body, '{') ? tokens.next(body) : statementEnd(body);
            found.member(
                    Found.FILE,
                    tokens.word(name),
                    kind,
                    tokens.start(start),
                    tokens.start(start),
                    tokens.start(body),
                    tokens.end(end - 1));
            return end;
        }

        /** The first round bracket, behind type parameters. */
        private int parametersAfter(int from) {
            int i = from;
            while (i < from + 40
                    && !tokens.is(i, '(')
                    && !tokens.is(i, '{')
                    && !tokens.isArrow(i)) {
                i++;
            }
            return i;
        }

        /** The brace that opens a body, behind return type and arrow; or where an expression starts. */
        private int bodyAfter(int from) {
            int i = from;
            boolean type = tokens.is(i, ':');
            while (i < tokens.size()) {
                if (tokens.isArrow(i)) {
                    return i + 1;
                }
                boolean object = type && (tokens.is(i - 1, ':') || tokens.is(i - 1, '<'));
                if (tokens.is(i, ';') || (tokens.is(i, '{') && !object)) {
                    return i;
                }
                boolean ended = tokens.firstOnLine(i) && i > from && !object;
                if (ended) {
                    return i - 1;
                }
                i = tokens.next(i);
            }
            return i;
        }

        private int type(int keyword, TypeKind kind) {
            int start = keyword;
            while (MODIFIERS.contains(tokens.word(start - 1)) || tokens.is(start - 1, "const")) {
                start--;
            }
            int open = keyword + 1;
            while (open < keyword + MAX_HEAD && !tokens.is(open, '{') && !tokens.is(open, ';')) {
                open = tokens.next(open);
            }
            if (!tokens.is(open, '{')) {
                return keyword + 1;
            }
            int close = tokens.partner(open);
            int owner =
                    found.type(
                            tokens.word(keyword + 1),
                            "",
                            kind,
                            tokens.start(start),
                            tokens.start(start),
                            tokens.start(open),
                            tokens.end(close));
            if (kind == TypeKind.ENUM) {
                constants(open + 1, close, owner);
            } else {
                members(open + 1, close, owner);
            }
            return close + 1;
        }

        private void constants(int from, int end, int owner) {
            for (int i = from; i < end; i = tokens.next(i)) {
                if (tokens.isWord(i) && (i == from || tokens.is(i - 1, ','))) {
                    int last = tokens.end(i);
                    int first = tokens.start(i);
                    found.member(
                            owner,
                            tokens.word(i),
                            MemberKind.ENUM_CONSTANT,
                            first,
                            first,
                            last,
                            last);
                }
            }
        }

        private void members(int from, int end, int owner) {
            int i = from;
            while (i < end) {
                int head = afterDecorators(i);
                int name = head;
                while (name + 1 < end
                        && MODIFIERS.contains(tokens.word(name))
                        && continues(name + 1)) {
                    name++;
                }
                name = tokens.is(name, '*') ? name + 1 : name;
                int after =
                        tokens.is(name + 1, '?') || tokens.is(name + 1, '!') ? name + 2 : name + 1;
                boolean named = tokens.isWord(name) && name < end;
                if (named && (tokens.is(after, '(') || tokens.is(after, '<'))) {
                    i = method(owner, i, head, name, end);
                } else if (named) {
                    i = property(owner, i, head, name, end);
                } else {
                    i = Math.max(i + 1, tokens.next(name));
                }
            }
        }

        private boolean continues(int token) {
            return tokens.isWord(token) || tokens.is(token, '*') || tokens.is(token, '[');
        }

        private int afterDecorators(int from) {
            int i = from;
            while (tokens.is(i, '@')) {
                i += 2;
                while (tokens.is(i, '.')) {
                    i += 2;
                }
                i = tokens.is(i, '(') ? tokens.next(i) : i;
            }
            return i;
        }

        private int method(int owner, int start, int head, int name, int limit) {
            int open = parametersAfter(name);
            int body = tokens.is(open, '(') ? bodyAfter(tokens.next(open)) : open;
            int end = Math.min(limit, tokens.is(body, '{') ? tokens.next(body) : body + 1);
            String word = tokens.word(name);
            MemberKind kind =
                    word.equals("constructor") ? MemberKind.CONSTRUCTOR : MemberKind.METHOD;
            report(owner, word, kind, start, head, Math.min(body, limit), end);
            return Math.max(end, name + 1);
        }

        private int property(int owner, int start, int head, int name, int limit) {
            int end = Math.min(limit, statementEnd(name + 1));
            report(owner, tokens.word(name), MemberKind.PROPERTY, start, head, end, end);
            return Math.max(end, name + 1);
        }

        private void report(
                int owner, String name, MemberKind kind, int start, int head, int body, int end) {
            found.member(
                    owner,
                    name,
                    kind,
                    tokens.start(start),
                    tokens.start(head),
                    body == end ? tokens.end(end - 1) : tokens.start(body),
                    tokens.end(Math.max(head, end - 1)));
        }

        /** Behind a statement: its semicolon or comma, or a line that does not continue it. */
        private int statementEnd(int from) {
            int i = from;
            int angles = 0;
            while (i < tokens.size()) {
                angles += tokens.is(i, '<') ? 1 : tokens.is(i, '>') && angles > 0 ? -1 : 0;
                if (tokens.is(i, ';') || (tokens.is(i, ',') && angles == 0)) {
                    return i + 1;
                }
                boolean closes = tokens.is(i, '}') || tokens.is(i, ')') || tokens.is(i, ']');
                boolean newLine = i > from && tokens.firstOnLine(i) && !joins(i);
                if (closes || newLine) {
                    return i;
                }
                i = tokens.next(i);
            }
            return Math.min(i, tokens.size());
        }

        private boolean joins(int token) {
            boolean leading =
                    !tokens.isWord(token) && !tokens.opens(token) && !tokens.is(token, '@');
            boolean trailing =
                    tokens.is(token - 1, '=')
                            || tokens.is(token - 1, '|')
                            || tokens.is(token - 1, '&')
                            || tokens.is(token - 1, '+')
                            || tokens.is(token - 1, '?')
                            || tokens.is(token - 1, ':')
                            || tokens.isArrow(token - 1);
            return leading || trailing;
        }
    }
}
