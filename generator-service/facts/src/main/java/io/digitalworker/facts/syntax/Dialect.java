package io.digitalworker.facts.syntax;

import io.digitalworker.facts.lexer.LexerProfile;
import io.digitalworker.facts.source.Language;
import org.jspecify.annotations.Nullable;

/** The family of languages that expressions and statements are read as. */
public enum Dialect {
    CSHARP(LexerProfile.CSHARP),
    JAVA(LexerProfile.JAVA),
    SCRIPT(LexerProfile.SCRIPT),
    PYTHON(LexerProfile.PYTHON),
    /** Read like Java as far as that goes. */
    KOTLIN(LexerProfile.KOTLIN),
    PHP(LexerProfile.PHP),
    GO(LexerProfile.GO);

    private final LexerProfile profile;

    Dialect(LexerProfile profile) {
        this.profile = profile;
    }

    public LexerProfile profile() {
        return profile;
    }

    /** The dialect of a language; null for one that is not read by tokens. */
    public static @Nullable Dialect of(Language language) {
        return switch (language) {
            case CSHARP -> CSHARP;
            case JAVA -> JAVA;
            case TYPESCRIPT, JAVASCRIPT -> SCRIPT;
            case PYTHON -> PYTHON;
            case KOTLIN -> KOTLIN;
            case PHP -> PHP;
            case GO -> GO;
            default -> null;
        };
    }
}
