package io.digitalworker.facts.declaration;

import io.digitalworker.facts.source.Language;
import io.digitalworker.facts.syntax.Dialect;
import org.jspecify.annotations.Nullable;

/** Which scanner reads which language. */
final class Scanners {
    private static final Scanner CSHARP = new HeadScanner(Vocabulary.CSHARP);
    private static final Scanner JAVA = new HeadScanner(Vocabulary.JAVA);
    private static final Scanner SCRIPT = new ScriptScanner();
    private static final Scanner PYTHON = new PythonScanner();
    private static final Scanner KOTLIN = new KeywordScanner(false);
    private static final Scanner PHP = new KeywordScanner(false);
    private static final Scanner GO = new KeywordScanner(true);

    private Scanners() {}

    /** The scanner of a language; null for one whose declarations nobody reads. */
    static @Nullable Scanner of(Language language) {
        Dialect dialect = Dialect.of(language);
        return dialect == null ? null : of(dialect);
    }

    private static Scanner of(Dialect dialect) {
        return switch (dialect) {
            case CSHARP -> CSHARP;
            case JAVA -> JAVA;
            case SCRIPT -> SCRIPT;
            case PYTHON -> PYTHON;
            case KOTLIN -> KOTLIN;
            case PHP -> PHP;
            case GO -> GO;
        };
    }
}
