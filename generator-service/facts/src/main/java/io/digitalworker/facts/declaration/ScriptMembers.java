package io.digitalworker.facts.declaration;

import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The members of a class, an interface or a type literal. */
final class ScriptMembers {
    private static final Set<String> MODIFIERS =
            Set.of(
                    "public",
                    "private",
                    "protected",
                    "static",
                    "readonly",
                    "async",
                    "abstract",
                    "override",
                    "declare",
                    "get",
                    "set",
                    "accessor");

    private static final Set<String> OF_PARAMETERS =
            Set.of("public", "private", "protected", "readonly", "override");

    private final ScriptTokens script;
    private final Tokens tokens;
    private final Found found;
    private final int owner;

    ScriptMembers(ScriptTokens script, Found found, int owner) {
        this.script = script;
        this.tokens = script.tokens();
        this.found = found;
        this.owner = owner;
    }

    /** What stands before a member's name, and the name. */
    private record Lead(
            int start, int from, Set<String> modifiers, List<Annotation> annotations, int name) {}

    void all(int from, int end) {
        int i = from;
        while (i < end) {
            i = Math.max(i + 1, Math.min(end, member(i)));
        }
    }

    private int member(int i) {
        Lead lead = lead(i);
        int name = lead.name();
        if (tokens.is(name, '{')) {
            return tokens.next(name);
        }
        ScriptFunction call = ScriptFunction.signature(script, name);
        if (call != null) {
            return call.end();
        }
        boolean computed = tokens.is(name, '[');
        if (!computed && !script.isName(name)) {
            return Math.max(name, tokens.next(i));
        }
        int behind = computed ? tokens.next(name) : name + 1;
        boolean marked = tokens.is(behind, '?') || tokens.is(behind, '!');
        int after = marked ? behind + 1 : behind;
        ScriptFunction method = ScriptFunction.signature(script, after);
        if (method != null && tokens.is(name, "new") && name == i) {
            return method.end();
        }
        String word =
                computed
                        ? "[" + script.syntax().type(name + 1, behind - 1) + "]"
                        : script.name(name);
        return method == null ? property(lead, word, after) : method(lead, word, method);
    }

    private Lead lead(int start) {
        int from = script.afterDecorators(start);
        List<Annotation> annotations = new ArrayList<>(annotations(start, from));
        Set<String> modifiers = new LinkedHashSet<>();
        int name = from;
        while (MODIFIERS.contains(tokens.word(name)) && nameFollows(name)) {
            modifiers.add(tokens.word(name));
            int next = script.afterDecorators(name + 1);
            annotations.addAll(annotations(name + 1, next));
            name = next;
        }
        boolean signed = tokens.is(name, '+') || tokens.is(name, '-') || tokens.is(name, '*');
        return new Lead(start, from, modifiers, annotations, signed ? name + 1 : name);
    }

    private List<Annotation> annotations(int from, int to) {
        return from < to ? script.syntax().annotations(from, to) : List.of();
    }

    private boolean nameFollows(int modifier) {
        int next = modifier + 1;
        boolean block = tokens.is(modifier, "static") && tokens.is(next, '{');
        return script.isName(next)
                || block
                || (tokens.is(next, '+') && tokens.isWord(next + 1))
                || tokens.is(next, '*')
                || tokens.is(next, '[')
                || tokens.is(next, '@');
    }

    private int method(Lead lead, String name, ScriptFunction method) {
        boolean constructs = name.equals("constructor");
        if (!name.isEmpty()) {
            found.member(
                    owner,
                    method.member(
                            name,
                            constructs ? MemberKind.CONSTRUCTOR : MemberKind.METHOD,
                            lead.modifiers(),
                            lead.annotations(),
                            script.span(lead.start(), withSemicolon(method.end())),
                            script.span(lead.from(), method.head())));
        }
        if (constructs) {
            int open = tokens.is(lead.name() + 1, '(') ? lead.name() + 1 : -1;
            parameterProperties(open);
        }
        return Math.max(method.end(), lead.name() + 1);
    }

    private int withSemicolon(int end) {
        return tokens.is(end, ';') ? end + 1 : end;
    }

    private int property(Lead lead, String name, int after) {
        int typeEnd = tokens.is(after, ':') ? script.typeEnd(after + 1) : after;
        String type = typeEnd > after ? script.syntax().type(after + 1, typeEnd) : "";
        boolean assigned = tokens.is(typeEnd, '=');
        int end = assigned ? script.expressionEnd(typeEnd + 1) : typeEnd;
        Span all = script.span(lead.start(), withSemicolon(end));
        ScriptFunction value = assigned ? ScriptFunction.value(script, typeEnd + 1) : null;
        if (name.isEmpty() || (!assigned && typeEnd == after && !ends(after))) {
            return end;
        }
        found.member(
                owner,
                value == null
                        ? plain(lead, name, type, all, typeEnd, end)
                        : function(lead, name, value, all));
        return Math.max(end, lead.name() + 1);
    }

    /** Whether a bare name is a property. */
    private boolean ends(int after) {
        return tokens.is(after, ';')
                || tokens.is(after, ',')
                || script.closes(after)
                || tokens.firstOnLine(after);
    }

    private MemberHead plain(Lead lead, String name, String type, Span all, int equals, int end) {
        return new MemberHead(
                name,
                MemberKind.PROPERTY,
                lead.modifiers(),
                type,
                List.of(),
                List.of(),
                lead.annotations(),
                all,
                script.span(lead.from(), end),
                equals < end ? script.span(equals + 1, end) : Found.NONE,
                Found.NONE,
                false);
    }

    /** A property whose value is a function is called like a method. */
    private MemberHead function(Lead lead, String name, ScriptFunction value, Span all) {
        Set<String> modifiers = new LinkedHashSet<>(lead.modifiers());
        if (value.async()) {
            modifiers.add("async");
        }
        return value.member(
                name,
                MemberKind.METHOD,
                modifiers,
                lead.annotations(),
                all,
                script.span(lead.from(), value.head()));
    }

    private void parameterProperties(int open) {
        if (open < 0) {
            return;
        }
        int close = Math.min(tokens.partner(open), tokens.size());
        for (int[] part : script.parts(open + 1, close)) {
            int from = script.afterDecorators(part[0]);
            int name = from;
            Set<String> modifiers = new LinkedHashSet<>();
            while (OF_PARAMETERS.contains(tokens.word(name)) && tokens.isWord(name + 1)) {
                modifiers.add(tokens.word(name++));
            }
            if (!modifiers.isEmpty()) {
                parameterProperty(
                        new Lead(part[0], from, modifiers, annotations(part[0], from), name),
                        part[1]);
            }
        }
    }

    private void parameterProperty(Lead lead, int end) {
        int behind = tokens.is(lead.name() + 1, '?') ? lead.name() + 2 : lead.name() + 1;
        int typeEnd = tokens.is(behind, ':') ? Math.min(end, script.typeEnd(behind + 1)) : behind;
        boolean assigned = tokens.is(typeEnd, '=');
        found.member(
                owner,
                new MemberHead(
                        tokens.word(lead.name()),
                        MemberKind.FIELD,
                        lead.modifiers(),
                        typeEnd > behind ? script.syntax().type(behind + 1, typeEnd) : "",
                        List.of(),
                        List.of(),
                        lead.annotations(),
                        script.span(lead.start(), end),
                        script.span(lead.from(), end),
                        assigned ? script.span(typeEnd + 1, end) : Found.NONE,
                        Found.NONE,
                        false));
    }
}
