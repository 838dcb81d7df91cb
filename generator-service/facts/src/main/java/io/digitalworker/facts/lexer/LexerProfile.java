package io.digitalworker.facts.lexer;

public record LexerProfile() {
    public Tokens tokens(String text) {
        return new Tokens();
    }
}
