package io.digitalworker.facts.declaration;

import io.digitalworker.facts.lexer.Tokens;

/** Finds the declarations of one family of languages among the tokens of a file. */
interface Scanner {
    /** Reports what it finds, in order, to {@code found}; must not fail on any tokens. */
    void scan(Tokens tokens, Found found);
}
