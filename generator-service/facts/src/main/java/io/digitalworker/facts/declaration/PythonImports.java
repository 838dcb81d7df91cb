package io.digitalworker.facts.declaration;

import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.syntax.Span;

/** Python's two import statements. */
final class PythonImports {
    private final Tokens tokens;
    private final Found found;

    PythonImports(Tokens tokens, Found found) {
        this.tokens = tokens;
        this.found = found;
    }

    /** Reads the statement from a token to another, if it is an import. */
    boolean statement(int from, int end, Span span) {
        if (tokens.is(from, "import")) {
            modules(from + 1, end, span);
            return true;
        }
        if (tokens.is(from, "from") && !tokens.is(from + 1, '=')) {
            names(from + 1, end, span);
            return true;
        }
        return false;
    }

    private void modules(int from, int end, Span span) {
        int i = from;
        while (i < end && tokens.isWord(i)) {
            int behind = moduleEnd(i, end);
            String module = text(i, behind);
            boolean renamed = tokens.is(behind, "as") && behind + 1 < end;
            String alias = renamed ? tokens.word(behind + 1) : module;
            found.imported(new Import(module, "", alias, false, span));
            behind = renamed ? behind + 2 : behind;
            i = tokens.is(behind, ',') ? behind + 1 : end;
        }
    }

    private void names(int from, int end, Span span) {
        int i = from;
        while (i < end && tokens.is(i, '.')) {
            i++;
        }
        int behind = tokens.is(i, "import") ? i : moduleEnd(i, end);
        String module = text(from, behind);
        if (!tokens.is(behind, "import") || behind >= end) {
            return;
        }
        i = tokens.is(behind + 1, '(') ? behind + 2 : behind + 1;
        while (i < end && (tokens.isWord(i) || tokens.is(i, '*'))) {
            String name = tokens.word(i);
            boolean renamed = tokens.is(i + 1, "as") && i + 2 < end;
            String alias = name.equals("*") ? "" : renamed ? tokens.word(i + 2) : name;
            found.imported(new Import(module, name, alias, false, span));
            i += renamed ? 3 : 1;
            i = tokens.is(i, ',') ? i + 1 : end;
        }
    }

    private int moduleEnd(int from, int end) {
        int i = from + 1;
        while (i + 1 < end && tokens.is(i, '.') && tokens.isWord(i + 1)) {
            i += 2;
        }
        return i;
    }

    private String text(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(tokens.word(i));
        }
        return text.toString();
    }
}
