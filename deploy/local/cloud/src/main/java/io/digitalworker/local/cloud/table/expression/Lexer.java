package io.digitalworker.local.cloud.table.expression;

import io.digitalworker.local.cloud.http.AwsFault;
import java.util.ArrayList;
import java.util.List;

/** Cuts an expression into tokens. */
final class Lexer {
    private final String kind;
    private final String text;
    private int at;

    /** {@code kind} names the expression in messages: ConditionExpression and so on. */
    Lexer(String kind, String text) {
        this.kind = kind;
        this.text = text;
    }

    List<Token> tokens() {
        List<Token> tokens = new ArrayList<>();
        for (skipBlanks(); at < text.length(); skipBlanks()) {
            tokens.add(next());
        }
        tokens.add(new Token(Token.Kind.END, "<EOF>", at));
        return tokens;
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private Token next() {
        char first = text.charAt(at);
        if (first == '#' || first == ':') {
            return placeholder(first);
        }
        if (isLetter(first)) {
            return word();
        }
        if (isDigit(first)) {
            return number();
        }
        return symbol();
    }

    private Token placeholder(char first) {
        int start = at++;
        while (at < text.length() && isWordPart(text.charAt(at))) {
            at++;
        }
        if (at == start + 1) {
            throw syntax(text.substring(start, at), start);
        }
        Token.Kind type = first == '#' ? Token.Kind.NAME_PLACEHOLDER : Token.Kind.VALUE_PLACEHOLDER;
        return new Token(type, text.substring(start, at), start);
    }

    private Token word() {
        int start = at;
        while (at < text.length() && isWordPart(text.charAt(at))) {
            at++;
        }
        return new Token(Token.Kind.WORD, text.substring(start, at), start);
    }

    private Token number() {
        int start = at;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return new Token(Token.Kind.NUMBER, text.substring(start, at), start);
    }

    private Token symbol() {
        int start = at;
        for (String symbol : List.of("<>", "<=", ">=")) {
            if (text.startsWith(symbol, at)) {
                at += 2;
                return new Token(Token.Kind.SYMBOL, symbol, start);
            }
        }
        String symbol = text.substring(at, at + 1);
        if (!"=<>()[],.+-".contains(symbol)) {
            throw syntax(symbol, at);
        }
        at++;
        return new Token(Token.Kind.SYMBOL, symbol, start);
    }

    private AwsFault syntax(String token, int where) {
        return syntaxError(kind, text, token, where);
    }

    static AwsFault syntaxError(String kind, String text, String token, int where) {
        String near = text.substring(Math.max(0, where - 8), Math.min(text.length(), where + 12));
        return AwsFault.validation(
                "Invalid %s: Syntax error; token: \"%s\", near: \"%s\""
                        .formatted(kind, token, near.strip()));
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWordPart(char c) {
        return isLetter(c) || isDigit(c);
    }
}
