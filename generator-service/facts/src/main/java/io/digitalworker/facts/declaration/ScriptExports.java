package io.digitalworker.facts.declaration;

import io.digitalworker.facts.lexer.Tokens;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What a module exports apart from where it is declared: {@code export {a}}, {@code module.exports = a}. */
final class ScriptExports {
    private final ScriptTokens script;
    private final Tokens tokens;
    private final Map<String, Set<String>> modifiers = new HashMap<>();

    ScriptExports(ScriptTokens script) {
        this.script = script;
        this.tokens = script.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.is(i, "export")) {
                export(i);
            } else if (tokens.is(i, "exports")) {
                exports(i);
            }
        }
    }

    /** The modifiers of a declaration, with what is said of its name elsewhere. */
    Set<String> with(Set<String> own, String name) {
        Set<String> more = modifiers.get(name);
        if (more == null) {
            return own;
        }
        Set<String> all = new LinkedHashSet<>(own);
        all.addAll(more);
        return all;
    }

    private void add(String name, String modifier) {
        Set<String> its = modifiers.computeIfAbsent(name, n -> new LinkedHashSet<>());
        its.add("export");
        its.add(modifier);
    }

    private void export(int i) {
        int value = tokens.is(i + 1, "default") || tokens.is(i + 1, '=') ? i + 2 : i + 1;
        if (value == i + 2) {
            whole(value);
        } else if (tokens.is(value, '{') && !tokens.is(tokens.next(value), "from")) {
            names(value, true);
        }
    }

    private void exports(int i) {
        boolean ofModule = tokens.is(i - 1, '.') && tokens.is(i - 2, "module");
        if (tokens.is(i - 1, '.') && !ofModule) {
            return;
        }
        if (tokens.is(i + 1, '=')) {
            whole(i + 2);
        } else if (tokens.is(i + 1, '.') && tokens.is(i + 3, '=') && alone(i + 4)) {
            add(tokens.word(i + 4), tokens.is(i + 2, "default") ? "default" : "export");
        }
    }

    private void whole(int value) {
        if (tokens.is(value, '{')) {
            names(value, false);
        } else if (alone(value)) {
            add(tokens.word(value), "default");
        }
    }

    /** Whether a name is all that a value is. */
    private boolean alone(int value) {
        return tokens.isWord(value)
                && (tokens.is(value + 1, ';')
                        || value + 1 >= tokens.size()
                        || (tokens.firstOnLine(value + 1) && !script.goesOn(value + 1)));
    }

    private void names(int open, boolean list) {
        int close = Math.min(tokens.partner(open), tokens.size());
        for (int[] part : script.values(open + 1, close)) {
            int last = part[1] - 1;
            boolean bare = last == part[0];
            boolean pair = last == part[0] + 2 && tokens.is(part[0] + 1, list ? "as" : "");
            boolean keyed = !list && last == part[0] + 2 && tokens.is(part[0] + 1, ':');
            if (bare || pair || keyed) {
                String name = tokens.word(keyed ? last : part[0]);
                add(name, pair && tokens.is(last, "default") ? "default" : "export");
            }
        }
    }
}
