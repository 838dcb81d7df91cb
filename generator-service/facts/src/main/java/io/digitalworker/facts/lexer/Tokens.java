package io.digitalworker.facts.lexer;

public final class Tokens {}
