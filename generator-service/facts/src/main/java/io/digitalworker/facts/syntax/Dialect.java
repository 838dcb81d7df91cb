package io.digitalworker.facts.syntax;

import io.digitalworker.facts.lexer.LexerProfile;
import io.digitalworker.facts.source.Language;
import org.jspecify.annotations.Nullable;

/** The family of languages that expressions and statements are read as. */
public enum Dialect {
    CSHARP,
    JAVA,
    SCRIPT,
    PYTHON,
    /** Read like Java as far as that goes. */
    KOTLIN,
    PHP,
    GO;

    public LexerProfile profile() {
        return switch (this) {
            case CSHARP -> LexerProfile.CSHARP;
            case JAVA -> LexerProfile.JAVA;
            case SCRIPT -> LexerProfile.SCRIPT;
            case PYTHON -> LexerProfile.PYTHON;
            case KOTLIN -> LexerProfile.KOTLIN;
            case PHP -> LexerProfile.PHP;
            case GO -> LexerProfile.GO;
        };
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
