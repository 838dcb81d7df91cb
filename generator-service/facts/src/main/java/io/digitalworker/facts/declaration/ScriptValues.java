package io.digitalworker.facts.declaration;

import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Span;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Variables, functions and assignments of a module: what a name outside any type stands for. */
final class ScriptValues {
    /** Objects within objects are followed this deep. */
    private static final int MAX_DEPTH = 4;

    private final ScriptTokens script;
    private final Tokens tokens;
    private final Found found;
    private final ScriptTypes types;
    private final ScriptImports imports;
    private final ScriptExports exports;

    ScriptValues(
            ScriptTokens script,
            Found found,
            ScriptTypes types,
            ScriptImports imports,
            ScriptExports exports) {
        this.script = script;
        this.tokens = script.tokens();
        this.found = found;
        this.types = types;
        this.imports = imports;
        this.exports = exports;
    }

    /** Reports what {@code const}, {@code let} or {@code var} declares; answers what follows. */
    int variables(ScriptTypes.Lead lead, int keyword) {
        int i = keyword;
        int start = lead.start();
        Set<String> modifiers = new LinkedHashSet<>(lead.modifiers());
        modifiers.add(tokens.word(keyword));
        do {
            int next = variable(start, lead.namespace(), modifiers, i + 1);
            if (next <= i + 1) {
                return i + 1;
            }
            i = next;
            start = i + 1;
        } while (tokens.is(i, ','));
        return i;
    }

    private int variable(int start, String within, Set<String> modifiers, int name) {
        boolean pattern = tokens.is(name, '{') || tokens.is(name, '[');
        if (!pattern && !tokens.isWord(name)) {
            return name;
        }
        int behind = pattern ? tokens.next(name) : name + 1;
        behind = tokens.is(behind, '!') ? behind + 1 : behind;
        int typeEnd = tokens.is(behind, ':') ? script.typeEnd(behind + 1) : behind;
        boolean assigned = tokens.is(typeEnd, '=');
        int end = assigned ? script.expressionEnd(typeEnd + 1) : typeEnd;
        if (pattern) {
            pattern(start, within, modifiers, name, typeEnd + 1, end);
        } else {
            String type = typeEnd > behind ? script.syntax().type(behind + 1, typeEnd) : "";
            int value = assigned ? typeEnd + 1 : end;
            ScriptBinding binding =
                    new ScriptBinding(start, within, tokens.word(name), type, value, end);
            bind(binding, modifiers, true);
        }
        return end;
    }

    private void pattern(
            int start, String within, Set<String> modifiers, int open, int value, int end) {
        Span all = script.span(start, end);
        if (value < end && imports.destructured(open, value, end, all)) {
            return;
        }
        int close = Math.min(tokens.partner(open), tokens.size());
        for (int[] part : script.values(open + 1, close)) {
            int name = part[0];
            while (tokens.is(name, '.')) {
                name++;
            }
            name = tokens.is(name + 1, ':') ? name + 2 : name;
            if (tokens.isWord(name)) {
                ScriptBinding binding =
                        new ScriptBinding(start, within, tokens.word(name), "", end, end);
                field(binding, exports.with(modifiers, binding.name()), all);
            }
        }
    }

    /** Reports a name by what its value is. */
    void bind(ScriptBinding binding, Set<String> own, boolean variable) {
        Span all = script.span(binding.start(), semicolon(binding.end()));
        Set<String> modifiers =
                binding.within().isEmpty() ? exports.with(own, binding.name()) : own;
        if (binding.value() == binding.end()) {
            field(binding, modifiers, all);
        } else if (!required(binding, !variable, all)) {
            value(binding, modifiers, all, variable);
        }
    }

    private boolean required(ScriptBinding binding, boolean reexport, Span all) {
        return binding.within().isEmpty()
                && imports.required(binding.value(), binding.end(), binding.name(), reexport, all);
    }

    private void value(ScriptBinding binding, Set<String> modifiers, Span all, boolean fields) {
        ScriptFunction function = ScriptFunction.value(script, binding.value());
        int keyword = script.afterDecorators(binding.value());
        if (function != null) {
            function(binding, modifiers, function, all);
        } else if (types.classValue(binding.value())) {
            List<Annotation> annotations = annotations(binding.value(), keyword);
            types.declared(
                    new ScriptTypes.Lead(
                            binding.start(),
                            binding.start(),
                            binding.within(),
                            modifiers,
                            annotations),
                    keyword,
                    binding.name());
        } else {
            if (fields) {
                field(binding, modifiers, all);
            }
            object(binding, modifiers, 0);
        }
    }

    private List<Annotation> annotations(int from, int to) {
        return from < to ? script.syntax().annotations(from, to) : List.of();
    }

    private int semicolon(int end) {
        return tokens.is(end, ';') ? end + 1 : end;
    }

    private void function(
            ScriptBinding binding, Set<String> modifiers, ScriptFunction function, Span all) {
        Set<String> its = new LinkedHashSet<>(modifiers);
        if (function.async()) {
            its.add("async");
        }
        found.member(
                Found.FILE,
                binding.within(),
                function.member(
                        binding.name(),
                        MemberKind.FUNCTION,
                        its,
                        List.of(),
                        all,
                        script.span(binding.start(), function.head())));
    }

    private void field(ScriptBinding binding, Set<String> modifiers, Span all) {
        found.member(
                Found.FILE,
                binding.within(),
                new MemberHead(
                        binding.name(),
                        MemberKind.FIELD,
                        modifiers,
                        binding.type(),
                        List.of(),
                        List.of(),
                        List.of(),
                        all,
                        script.span(binding.start(), binding.end()),
                        binding.value() < binding.end()
                                ? script.span(binding.value(), binding.end())
                                : Found.NONE,
                        Found.NONE,
                        false));
    }

    /** The functions of an object that a name stands for. */
    void object(ScriptBinding binding, Set<String> modifiers, int depth) {
        int open = binding.value();
        boolean frozen = tokens.is(open, "Object") && tokens.is(open + 2, "freeze");
        open = frozen && tokens.is(open + 3, '(') ? open + 4 : open;
        if (tokens.is(open, '{')) {
            String within =
                    binding.within().isEmpty()
                            ? binding.name()
                            : binding.name().isEmpty()
                                    ? binding.within()
                                    : binding.within() + "." + binding.name();
            entries(open, within, modifiers, depth);
        }
    }

    private void entries(int open, String within, Set<String> modifiers, int depth) {
        int close = Math.min(tokens.partner(open), tokens.size());
        for (int[] part : script.values(open + 1, close)) {
            entry(part[0], part[1], within, modifiers, depth);
        }
    }

    private void entry(int from, int end, String within, Set<String> own, int depth) {
        Set<String> modifiers = new LinkedHashSet<>();
        if (own.contains("export")) {
            modifiers.add("export");
        }
        int name = from;
        while (name + 1 < end && marks(name)) {
            modifiers.add(tokens.word(name++));
        }
        name = tokens.is(name, '*') ? name + 1 : name;
        if (!script.isName(name) || script.name(name).isEmpty()) {
            return;
        }
        ScriptFunction method = ScriptFunction.signature(script, name + 1);
        String word = script.name(name);
        if (method != null) {
            ScriptBinding binding = new ScriptBinding(from, within, word, "", name + 1, end);
            function(binding, modifiers, method, script.span(from, end));
        } else if (tokens.is(name + 1, ':') && name + 2 < end) {
            ScriptBinding binding = new ScriptBinding(from, within, word, "", name + 2, end);
            nested(binding, modifiers, depth);
        }
    }

    private boolean marks(int i) {
        boolean word = tokens.is(i, "async") || tokens.is(i, "get") || tokens.is(i, "set");
        return word && (script.isName(i + 1) || tokens.is(i + 1, '*')) && !tokens.is(i + 1, ':');
    }

    private void nested(ScriptBinding binding, Set<String> modifiers, int depth) {
        ScriptFunction function = ScriptFunction.value(script, binding.value());
        if (function != null) {
            function(binding, modifiers, function, script.span(binding.start(), binding.end()));
        } else if (depth < MAX_DEPTH) {
            object(binding, modifiers, depth + 1);
        }
    }

    /** Reports a function that is declared by name; answers what follows, or {@code keyword}. */
    int declared(ScriptTypes.Lead lead, int keyword) {
        int star = tokens.is(keyword + 1, '*') ? keyword + 2 : keyword + 1;
        boolean named = tokens.isWord(star);
        ScriptFunction function = ScriptFunction.signature(script, named ? star + 1 : star);
        boolean isDefault = lead.modifiers().contains("default");
        if (function == null || (!named && !isDefault)) {
            return keyword;
        }
        String name = named ? tokens.word(star) : "default";
        Span all = script.span(lead.start(), semicolon(function.end()));
        found.member(
                Found.FILE,
                lead.namespace(),
                function.member(
                        name,
                        MemberKind.FUNCTION,
                        exports.with(lead.modifiers(), name),
                        lead.annotations(),
                        all,
                        script.span(lead.from(), function.head())));
        return Math.max(keyword + 1, function.end());
    }

    /** Reports the value behind {@code export default}; answers what follows. */
    int exported(ScriptTypes.Lead lead, int value) {
        int end = script.expressionEnd(value);
        Set<String> modifiers = Set.of("export", "default");
        module(
                new ScriptBinding(lead.start(), "", "default", "", value, end),
                modifiers,
                "default");
        return end;
    }

    void module(ScriptBinding whole, Set<String> modifiers, String within) {
        Span all = script.span(whole.start(), semicolon(whole.end()));
        ScriptFunction function = ScriptFunction.value(script, whole.value());
        if (function != null) {
            String name = function.name().isEmpty() ? "default" : function.name();
            ScriptBinding named =
                    new ScriptBinding(whole.start(), "", name, "", whole.value(), whole.end());
            function(named, modifiers, function, all);
        } else if (!imports.required(whole.value(), whole.end(), "", true, all)) {
            if (types.classValue(whole.value())) {
                value(whole, modifiers, all, false);
            } else if (tokens.is(whole.value(), '{')) {
                moduleEntries(whole, modifiers, within);
            }
        }
    }

    private void moduleEntries(ScriptBinding whole, Set<String> modifiers, String within) {
        int close = Math.min(tokens.partner(whole.value()), tokens.size());
        for (int[] part : script.values(whole.value() + 1, close)) {
            int value = part[0] + 2;
            boolean valued = tokens.is(part[0] + 1, ':') && value < part[1];
            boolean keyed = valued && script.isName(part[0]) && within.isEmpty();
            String name = script.name(part[0]);
            Span all = script.span(part[0], part[1]);
            boolean required = keyed && imports.required(value, part[1], name, true, all);
            if (!required) {
                entry(part[0], part[1], within, modifiers, 0);
            }
        }
    }
}
