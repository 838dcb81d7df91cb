package io.digitalworker.facts.syntax;

import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.syntax.Statement.Kind;
import java.util.List;
import java.util.Set;

/** The statements of Python, by lines and their indentation. */
final class IndentedStatements {
    private static final Set<String> CONDITIONS =
            Set.of("if", "elif", "else", "while", "except", "match", "case");
    private static final Set<String> HEADLESS = Set.of("try", "finally");
    private static final Set<String> NOTHING =
            Set.of("import", "from", "global", "nonlocal", "del", "assert", "pass", "raise");

    /** So many tokens a head may have. */
    private static final int MAX_HEAD = 1_000;

    private final Syntax syntax;
    private final Tokens tokens;
    private final ReadStatements statements;
    private int at;
    private int end;

    IndentedStatements(Syntax syntax) {
        this.syntax = syntax;
        this.tokens = syntax.tokens();
        this.statements = new ReadStatements(syntax);
    }

    List<Statement> read(int from, int to) {
        at = from;
        end = Math.min(to, tokens.size());
        while (at < end) {
            int before = at;
            if (newLine(at)) {
                close(tokens.column(at));
            }
            step();
            at = Math.max(at, before + 1);
        }
        return statements.all();
    }

    private boolean newLine(int token) {
        return tokens.firstOnLine(token) && !tokens.is(token - 1, '\\');
    }

    private void close(int column) {
        statements.close(reach -> reach >= column);
    }

    private void step() {
        String word = tokens.word(at);
        if (tokens.is(at, '@')) {
            at = lineEnd(at);
        } else if (!tokens.isWord(at)) {
            symbol();
        } else if (definition(word)) {
            skipBlock();
        } else if (CONDITIONS.contains(word) && colon() > 0) {
            condition();
        } else if (HEADLESS.contains(word)) {
            at += tokens.is(at + 1, ':') ? 2 : 1;
        } else if (word.equals("for") || word.equals("with") || asyncLoop()) {
            loop();
        } else if (NOTHING.contains(word)) {
            int start = at;
            at = lineEnd(at);
            if (word.equals("raise")) {
                leave(start);
            }
        } else {
            statement();
        }
    }

    private boolean asyncLoop() {
        return tokens.is(at, "async") && (tokens.is(at + 1, "for") || tokens.is(at + 1, "with"));
    }

    private void symbol() {
        if (tokens.opens(at)) {
            statement();
        } else {
            at++;
        }
    }

    private boolean definition(String word) {
        boolean async = word.equals("async") && tokens.is(at + 1, "def");
        return async || word.equals("def") || word.equals("class");
    }

    /** Behind the block of a definition: the next line that is not indented deeper. */
    private void skipBlock() {
        int column = tokens.column(at);
        int i = lineEnd(at);
        while (i < end && tokens.column(i) > column) {
            i = lineEnd(i);
        }
        at = i;
    }

    /** The first token of the next line; brackets hold lines together. */
    private int lineEnd(int from) {
        int i = Math.min(end, tokens.next(from));
        while (i < end && !newLine(i)) {
            i = tokens.next(i);
        }
        return Math.min(i, end);
    }

    /** The colon that ends the head of a block; -1 if there is none on this line. */
    private int colon() {
        int i = at + 1;
        int lambdas = 0;
        int left = MAX_HEAD;
        while (i < end && !newLine(i) && left-- > 0) {
            if (tokens.is(i, ':') && lambdas == 0) {
                return i;
            }
            lambdas += tokens.is(i, "lambda") ? 1 : tokens.is(i, ':') ? -1 : 0;
            i = tokens.next(i);
        }
        return -1;
    }

    private void condition() {
        int colon = colon();
        Span head = syntax.span(at, colon);
        String text = tokens.text().substring(head.start(), head.end());
        statements.open(tokens.column(at), text);
        at = colon + 1;
    }

    private void loop() {
        int start = at;
        int colon = colon();
        if (colon < 0) {
            statement();
            return;
        }
        at += tokens.is(at, "async") ? 1 : 0;
        boolean with = tokens.is(at, "with");
        for (int i = at + 1; i < colon; i = tokens.next(i)) {
            if (!with && tokens.is(i, "in") && tokens.isWord(i - 1)) {
                String name = tokens.word(i - 1);
                statements.add(
                        Kind.EACH, name, "", null, syntax.expression(i + 1, colon), start, colon);
                break;
            }
            if (with && tokens.is(i, "as") && tokens.isWord(i + 1)) {
                String name = tokens.word(i + 1);
                statements.add(
                        Kind.EACH, name, "", null, syntax.expression(at + 1, i), start, colon);
                break;
            }
        }
        at = colon + 1;
    }

    private void statement() {
        int start = at;
        if (tokens.is(at, "return") || tokens.is(at, "yield")) {
            at++;
            if (at < end && !newLine(at) && !tokens.is(at, ';')) {
                statements.add(Kind.RETURN, "", "", null, expression(), start, at);
            } else {
                leave(start);
            }
            return;
        }
        if (tokens.is(at, "break") || tokens.is(at, "continue")) {
            at++;
            leave(start);
            return;
        }
        String type = "";
        int name = -1;
        if (tokens.isWord(at) && tokens.is(at + 1, ':') && !newLine(at + 1)) {
            name = at;
            int from = at + 2;
            int i = from;
            while (i < end && !newLine(i) && !tokens.is(i, '=')) {
                i = tokens.next(i);
            }
            type = syntax.type(from, Math.min(i, end));
            at = Math.min(i, end);
        }
        if (name >= 0) {
            annotated(start, name, type);
        } else {
            plain(start);
        }
        at += at < end && tokens.is(at, ';') && !newLine(at) ? 1 : 0;
    }

    private void leave(int start) {
        Expression none = new Expression.Opaque(syntax.span(start, start + 1));
        statements.add(Kind.LEAVE, "", "", null, none, start, at);
    }

    private void annotated(int start, int name, String type) {
        Expression value = new Expression.Opaque(syntax.span(name, name + 1));
        if (tokens.is(at, '=') && at < end) {
            at++;
            value = expression();
        }
        statements.add(Kind.ASSIGN, tokens.word(name), type, null, value, start, at);
    }

    private Expression expression() {
        ExpressionReader reader = new ExpressionReader(syntax, at, end, true, 0);
        Expression value = reader.read();
        at = reader.at;
        while (at < end && tokens.is(at, ',') && !newLine(at)) {
            at++;
            ExpressionReader next = new ExpressionReader(syntax, at, end, true, 0);
            next.read();
            at = next.at;
        }
        return value;
    }

    private void plain(int start) {
        Expression value = expression();
        statements.plain(value, start, at);
    }
}
