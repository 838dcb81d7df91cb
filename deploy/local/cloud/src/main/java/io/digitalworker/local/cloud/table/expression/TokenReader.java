package io.digitalworker.local.cloud.table.expression;

import io.digitalworker.local.cloud.http.AwsFault;
import java.util.ArrayList;
import java.util.List;

/** Walks over the tokens of one expression; reads what all kinds of expressions share. */
final class TokenReader {
    private static final int MAX_BYTES = 4096;
    private static final int MAX_DEPTH = 32;

    private final String kind;
    private final String text;
    private final List<Token> tokens;
    private final Placeholders placeholders;
    private int at;

    TokenReader(String kind, String text, Placeholders placeholders) {
        this.kind = kind;
        this.text = text;
        this.placeholders = placeholders;
        if (text.isBlank()) {
            throw invalid("The expression can not be empty;");
        }
        if (text.length() > MAX_BYTES) {
            throw invalid("Expression size has exceeded the maximum allowed size;");
        }
        tokens = new Lexer(kind, text).tokens();
    }

    Token peek() {
        return tokens.get(at);
    }

    Token peekNext() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    Token next() {
        Token token = tokens.get(at);
        if (token.kind() != Token.Kind.END) {
            at++;
        }
        return token;
    }

    boolean take(String symbol) {
        if (peek().is(symbol)) {
            at++;
            return true;
        }
        return false;
    }

    boolean takeKeyword(String keyword) {
        if (peek().isKeyword(keyword)) {
            at++;
            return true;
        }
        return false;
    }

    void expect(String symbol) {
        if (!take(symbol)) {
            throw unexpected();
        }
    }

    void expectEnd() {
        if (peek().kind() != Token.Kind.END) {
            throw unexpected();
        }
    }

    AwsFault unexpected() {
        return Lexer.syntaxError(kind, text, peek().text(), peek().at());
    }

    AwsFault invalid(String reason) {
        return AwsFault.validation("Invalid " + kind + ": " + reason);
    }

    AwsFault wrongOperand(String function, Value value) {
        return invalid(
                "Incorrect operand type for operator or function; operator or function: "
                        + function
                        + ", operand type: "
                        + value.type());
    }

    Value literal() {
        if (peek().kind() != Token.Kind.VALUE_PLACEHOLDER) {
            throw unexpected();
        }
        return placeholders.value(kind, next().text());
    }

    Path path() {
        List<Path.Step> steps = new ArrayList<>();
        steps.add(new Path.Member(name()));
        while (peek().is(".") || peek().is("[")) {
            steps.add(take(".") ? new Path.Member(name()) : index());
        }
        if (steps.size() > MAX_DEPTH) {
            throw invalid("The document path has too many nesting elements;");
        }
        return new Path(steps);
    }

    private Path.Step index() {
        expect("[");
        if (peek().kind() != Token.Kind.NUMBER || peek().text().length() > 9) {
            throw unexpected();
        }
        int position = Integer.parseInt(next().text());
        expect("]");
        return new Path.Index(position);
    }

    private String name() {
        Token token = peek();
        if (token.kind() == Token.Kind.NAME_PLACEHOLDER) {
            return placeholders.name(kind, next().text());
        }
        if (token.kind() != Token.Kind.WORD) {
            throw unexpected();
        }
        if (ReservedWords.contains(token.text())) {
            throw invalid(
                    "Attribute name is a reserved keyword; reserved keyword: " + token.text());
        }
        return next().text();
    }
}
