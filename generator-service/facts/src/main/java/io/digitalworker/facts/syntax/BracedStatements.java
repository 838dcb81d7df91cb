package io.digitalworker.facts.syntax;

import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.syntax.Statement.Kind;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The statements of languages with braces: C#, Java, scripts. */
final class BracedStatements {
    private static final Set<String> CONDITIONS = Set.of("if", "while", "switch", "catch");
    private static final Set<String> HEADLESS =
            Set.of("else", "try", "finally", "do", "unsafe", "checked", "default");
    static final Set<String> DECLARES = Set.of("var", "let", "const", "final", "using");
    static final Set<String> VALUES =
            Set.of("return", "throw", "yield", "await", "new", "goto", "break", "continue", "case");

    /** So many tokens are looked at for the end of a statement without braces. */
    private static final int MAX_LOOK_AHEAD = 500;

    private final Syntax syntax;
    private final Tokens tokens;
    private final Dialect dialect;
    private final DeclaredWithin declared;
    private final ReadStatements statements;
    private int at;
    private int end;

    BracedStatements(Syntax syntax) {
        this.syntax = syntax;
        this.tokens = syntax.tokens();
        this.statements = new ReadStatements(syntax);
        this.dialect = syntax.dialect();
        this.declared = new DeclaredWithin(tokens, dialect);
    }

    List<Statement> read(int from, int to) {
        at = from;
        end = Math.min(to, tokens.size());
        while (at < end) {
            int now = at;
            statements.close(reach -> now >= reach);
            int before = at;
            step();
            at = Math.max(at, before + 1);
        }
        return statements.all();
    }

    private void step() {
        String word = tokens.word(at);
        if (!tokens.isWord(at)) {
            symbol();
        } else if (CONDITIONS.contains(word) && headed()) {
            condition(word);
        } else if (word.equals("default") && (tokens.is(at + 1, ':') || tokens.isArrow(at + 1))) {
            statements.label(word, tokens.isArrow(at + 1));
            at += 2;
        } else if (HEADLESS.contains(word) && !tokens.is(at + 1, '(') && !names(at + 1)) {
            at++;
        } else if ((word.equals("for") || word.equals("foreach")) && loopHead() > 0) {
            loop();
        } else if ((word.equals("using") || word.equals("lock")) && tokens.is(at + 1, '(')) {
            within(at + 1);
        } else if (declared.type(at) || declared.function(at, end)) {
            skipDeclaration();
        } else {
            statement();
        }
    }

    private boolean names(int token) {
        return tokens.is(token, '=') || tokens.is(token, '.') || tokens.is(token, ',');
    }

    private void symbol() {
        if (tokens.is(at, '{')) {
            at++;
        } else if (tokens.is(at, '@') || (tokens.is(at, '[') && dialect == Dialect.CSHARP)) {
            at = tokens.is(at, '@') ? at + 2 : tokens.next(at);
        } else if (tokens.opens(at) || tokens.is(at, '<')) {
            statement();
        } else {
            at++;
        }
    }

    private boolean headed() {
        return tokens.is(at + 1, '(');
    }

    private void condition(String word) {
        int open = at + 1;
        int after = Math.min(end, tokens.next(open));
        Span head = syntax.inside(open);
        String text = tokens.text().substring(head.start(), head.end());
        push(after, word.equals("catch") ? "catch" : text);
        at = after;
    }

    /** The block or single statement at a token holds under a condition. */
    private void push(int from, String condition) {
        int last = tokens.is(from, '{') ? tokens.partner(from) : statementEnd(from);
        statements.open(Math.min(end, last + 1), condition);
    }

    private int statementEnd(int from) {
        int i = from;
        int left = MAX_LOOK_AHEAD;
        while (i < end && !tokens.is(i, ';') && !tokens.is(i, '}') && left-- > 0) {
            i = tokens.next(i);
        }
        return i;
    }

    private int loopHead() {
        int open = tokens.is(at + 1, "await") ? at + 2 : at + 1;
        return tokens.is(open, '(') ? open : -1;
    }

    private void loop() {
        int open = loopHead();
        int after = Math.min(end, tokens.next(open));
        for (int i = open + 1; i < after - 1; i = tokens.next(i)) {
            boolean each = tokens.is(i, "in") || tokens.is(i, "of") || colon(i);
            boolean apart = tokens.is(i - 1, '}') && tokens.is(i, "of");
            if (each && (apart || tokens.isWord(i - 1))) {
                Expression value = syntax.expression(i + 1, after - 1);
                add(Kind.EACH, apart ? "" : tokens.word(i - 1), "", null, value, at);
                break;
            }
            if (tokens.is(i, ';')) {
                break;
            }
        }
        at = after;
    }

    private boolean colon(int i) {
        return dialect == Dialect.JAVA && tokens.is(i, ':') && !tokens.is(i + 1, ':');
    }

    private void within(int open) {
        int after = Math.min(end, tokens.next(open));
        int outer = end;
        end = after - 1;
        at = open + 1;
        while (at < end) {
            int before = at;
            statement();
            at = Math.max(at, before + 1);
        }
        end = outer;
        at = after;
    }

    private void skipDeclaration() {
        int i = at;
        while (i < end && !tokens.is(i, '{') && !tokens.is(i, ';') && !tokens.isArrow(i)) {
            i = tokens.next(i);
        }
        at = tokens.is(i, '{') ? Math.min(end, tokens.next(i)) : Math.min(end, statementEnd(i) + 1);
    }

    // ---- one statement

    private void statement() {
        int start = at;
        if (tokens.is(at, "export")) {
            exported();
        } else if (tokens.is(at, "return")) {
            at++;
            returned(start);
        } else if (tokens.is(at, "yield") && tokens.is(at + 1, "return")) {
            at += 2;
            returned(start);
        } else if (tokens.is(at, "import")
                && dialect == Dialect.SCRIPT
                && !tokens.is(at + 1, '(')) {
            imported();
        } else if (leaves() && !names(at + 1)) {
            at = Math.min(end, statementEnd(at));
            leave(start);
        } else if (tokens.is(at, "case")) {
            label();
        } else {
            assignments(start);
        }
        at += at < end && tokens.is(at, ';') ? 1 : 0;
    }

    private boolean leaves() {
        return tokens.is(at, "break") || tokens.is(at, "continue");
    }

    private void label() {
        int start = at;
        int i = at;
        while (i < end && !tokens.is(i, ':') && !tokens.isArrow(i) && !tokens.is(i, ';')) {
            i = tokens.next(i);
        }
        if (i > start + 1) {
            Span label = syntax.span(start, i);
            String text = tokens.text().substring(label.start(), label.end());
            statements.label(text, tokens.isArrow(i));
        }
        at = Math.min(end, i + 1);
    }

    /** The words from a token on leave the block; no value is read. */
    private void leave(int start) {
        Span words = syntax.span(start, start + 1);
        add(Kind.LEAVE, "", "", null, new Expression.Opaque(words), start);
    }

    private void imported() {
        int i = at + 1;
        while (i < end && !tokens.is(i, ';') && !tokens.isString(i)) {
            i = tokens.next(i);
        }
        at = Math.min(end, i + 1);
    }

    private void exported() {
        int start = at;
        at++;
        if (tokens.is(at, "default")) {
            at++;
            add(Kind.EXPORT, "default", "", null, expression(), start);
        } else if (tokens.is(at, '{') || tokens.is(at, '*')) {
            imported();
        } else if (tokens.is(at, '=')) {
            at++;
            add(Kind.EXPORT, "default", "", null, expression(), start);
        } else {
            assignments(start);
        }
    }

    private void returned(int start) {
        boolean empty = at >= end || tokens.is(at, ';') || tokens.is(at, '}');
        boolean cut = dialect == Dialect.SCRIPT && !empty && tokens.firstOnLine(at);
        if (!empty && !cut) {
            add(Kind.RETURN, "", "", null, expression(), start);
        } else {
            leave(start);
        }
    }

    private Expression expression() {
        ExpressionReader reader = reader();
        Expression value = reader.read();
        at = reader.at;
        return value;
    }

    private ExpressionReader reader() {
        return new ExpressionReader(syntax, at, end, dialect == Dialect.SCRIPT, 0);
    }

    private void assignments(int start) {
        boolean declared = false;
        while (DECLARES.contains(tokens.word(at)) && at + 1 < end && startsTarget(at + 1)) {
            declared = true;
            at++;
        }
        do {
            int name = declaredName(declared);
            if (name >= 0) {
                declaration(start, name);
            } else {
                plain(start);
                return;
            }
            declared = true;
        } while (at < end && tokens.is(at, ',') && at++ >= 0);
    }

    private boolean startsTarget(int token) {
        return tokens.isWord(token)
                || tokens.is(token, '{')
                || tokens.is(token, '[')
                || tokens.is(token, '(');
    }

    /**
     * The name that is declared here: after {@code var}, or after a type in C# and Java; -1 when this
     * declares none.
     */
    private int declaredName(boolean declared) {
        if (declared && tokens.isWord(at) && endsName(at + 1)) {
            return at;
        }
        if (dialect == Dialect.SCRIPT || !tokens.isWord(at) || VALUES.contains(tokens.word(at))) {
            return -1;
        }
        int i = at + 1;
        while (i < end && i < at + 60) {
            if (tokens.is(i, '<')) {
                int close = TypeReader.anglesEnd(tokens, i, end);
                if (close < 0) {
                    return -1;
                }
                i = close + 1;
            } else if (tokens.is(i, '[') && tokens.partner(i) <= i + 2) {
                i = tokens.next(i);
            } else if (tokens.is(i, '.') && tokens.isWord(i + 1)) {
                i += 2;
            } else if (tokens.is(i, '?') && tokens.isWord(i + 1)) {
                i++;
            } else {
                break;
            }
        }
        return tokens.isWord(i) && i > at && endsName(i + 1) ? i : -1;
    }

    private boolean endsName(int token) {
        boolean equals = tokens.is(token, '=') && !tokens.is(token + 1, '=');
        boolean typed = dialect == Dialect.SCRIPT && tokens.is(token, ':');
        boolean sure = dialect == Dialect.SCRIPT && tokens.is(token, '!');
        return equals
                || typed
                || sure
                || tokens.is(token, ';')
                || tokens.is(token, ',')
                || token >= end
                || (dialect == Dialect.SCRIPT && tokens.firstOnLine(token));
    }

    private void declaration(int start, int name) {
        String type = name > at ? syntax.type(at, name) : "";
        at = name + 1;
        at += tokens.is(at, '!') ? 1 : 0;
        if (dialect == Dialect.SCRIPT && tokens.is(at, ':')) {
            int from = at + 1;
            at = typeEnd(from);
            type = syntax.type(from, at);
        }
        boolean equals = at < end && tokens.is(at, '=');
        if (equals) {
            at++;
            String word = tokens.word(name);
            add(Kind.ASSIGN, word, type, null, expression(), start);
        } else if (!type.isEmpty()) {
            Span none = syntax.span(name, name + 1);
            add(Kind.ASSIGN, tokens.word(name), type, null, new Expression.Opaque(none), start);
        }
    }

    private int typeEnd(int from) {
        int i = from;
        while (i < end && !tokens.is(i, '=') && !tokens.is(i, ';') && !tokens.is(i, ',')) {
            boolean angles = tokens.is(i, '<');
            int close = angles ? TypeReader.anglesEnd(tokens, i, end) : -1;
            boolean line = i > from && tokens.firstOnLine(i) && tokens.isWord(i);
            if (line && !tokens.is(i - 1, '|') && !tokens.is(i - 1, '&')) {
                return i;
            }
            i = close > 0 ? close + 1 : tokens.next(i);
        }
        return Math.min(i, end);
    }

    private void plain(int start) {
        Expression value = expression();
        statements.plain(value, start, at);
    }

    private void add(
            Kind kind,
            String name,
            String type,
            @Nullable Expression target,
            Expression value,
            int start) {
        statements.add(kind, name, type, target, value, start, at);
    }
}
