package io.digitalworker.facts.declaration;

import io.digitalworker.facts.lexer.LexerProfile;
import io.digitalworker.facts.source.Language;
import org.jspecify.annotations.Nullable;

/** Which scanner reads which language. */
final class Scanners {
    private static final Scanner CSHARP = new HeadScanner(LexerProfile.CSHARP);
    private static final Scanner JAVA = new HeadScanner(LexerProfile.JAVA);
    private static final Scanner SCRIPT = new ScriptScanner();
    private static final Scanner PYTHON = new PythonScanner();
    private static final Scanner KOTLIN = new KeywordScanner(LexerProfile.KOTLIN);
    private static final Scanner PHP = new KeywordScanner(LexerProfile.PHP);
    private static final Scanner GO = new KeywordScanner(LexerProfile.GO);

    private Scanners() {}

    /** The scanner of a language; null for one whose declarations nobody reads. */
    static @Nullable Scanner of(Language language) {
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
