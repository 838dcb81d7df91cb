package io.digitalworker.facts.declaration;

import io.digitalworker.facts.lexer.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What assignments to dotted names make known: {@code exports.a = …}, {@code A.prototype.b = …}. */
final class ScriptAssignments {
    private final ScriptTokens script;
    private final Tokens tokens;
    private final ScriptTypes types;
    private final ScriptValues values;

    ScriptAssignments(ScriptTokens script, ScriptTypes types, ScriptValues values) {
        this.script = script;
        this.tokens = script.tokens();
        this.types = types;
        this.values = values;
    }

    /**
     * Reports what {@code a.b = value} makes known.
     *
     * @return the token behind the statement; {@code from} if it is no such assignment
     */
    int assigned(String namespace, int from) {
        List<String> targets = new ArrayList<>();
        int value = from;
        for (String target = target(value); target != null; target = target(value)) {
            targets.add(target);
            value = targetEnd(value) + 1;
        }
        if (targets.isEmpty()) {
            return from;
        }
        int end = script.expressionEnd(value);
        for (String target : targets) {
            assign(namespace, target, from, value, end);
        }
        return end;
    }

    /** A dotted name before an equals sign; null if there is none. */
    private @Nullable String target(int from) {
        int end = targetEnd(from);
        boolean compares = tokens.is(end + 1, '=') && script.joined(end, end + 1);
        if (end == from || !tokens.is(end, '=') || compares) {
            return null;
        }
        StringBuilder name = new StringBuilder();
        for (int i = from; i < end; i++) {
            if (tokens.isWord(i) || tokens.isString(i)) {
                name.append(name.length() == 0 ? "" : ".").append(script.name(i));
            }
        }
        return name.toString();
    }

    private int targetEnd(int from) {
        if (!tokens.isWord(from)) {
            return from;
        }
        int i = from + 1;
        while (i < from + 40) {
            if (tokens.is(i, '.') && tokens.isWord(i + 1)) {
                i += 2;
            } else if (tokens.is(i, '[') && tokens.isString(i + 1) && tokens.is(i + 2, ']')) {
                i += 3;
            } else {
                return i;
            }
        }
        return from;
    }

    private void assign(String namespace, String target, int from, int value, int end) {
        String path = target.startsWith("module.exports") ? target.substring(7) : target;
        if (path.equals("exports")) {
            ScriptBinding whole = new ScriptBinding(from, "", "default", "", value, end);
            values.module(whole, Set.of("export", "default"), "");
        } else if (path.startsWith("exports.")) {
            named(path.substring(8), from, value, end);
        } else {
            ScriptBinding binding = binding(namespace, path, from, value, end);
            boolean prototype = path.endsWith(".prototype") && tokens.is(value, '{');
            boolean function = ScriptFunction.value(script, value) != null;
            if (prototype) {
                values.object(binding, Set.of(), 0);
            } else if (function || types.classValue(value)) {
                values.bind(binding, Set.of(), false);
            }
        }
    }

    private static ScriptBinding binding(
            String namespace, String path, int from, int value, int end) {
        int dot = path.lastIndexOf('.');
        String owner = dot < 0 ? namespace : path.substring(0, dot);
        String name = path.substring(dot + 1);
        String within = owner.replace(".prototype", "");
        return name.equals("prototype")
                ? new ScriptBinding(from, within, "", "", value, end)
                : new ScriptBinding(from, within, name, "", value, end);
    }

    private void named(String path, int from, int value, int end) {
        ScriptBinding binding = binding("", path, from, value, end);
        boolean hidden = tokens.is(value, "void") || tokens.word(value).equals(binding.name());
        boolean flag = path.equals("__esModule");
        if (!hidden && !flag && !binding.name().isEmpty()) {
            values.bind(binding, Set.of("export"), binding.within().isEmpty());
        }
    }
}
