package io.digitalworker.facts.declaration;

import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Classes, interfaces, enums and type aliases of TypeScript and JavaScript. */
final class ScriptTypes {
    private final ScriptTokens script;
    private final Tokens tokens;
    private final Found found;

    ScriptTypes(ScriptTokens script, Found found) {
        this.script = script;
        this.tokens = script.tokens();
        this.found = found;
    }

    /**
     * What is known of a type before its name.
     *
     * @param start first token, annotations included
     * @param from first token behind the annotations
     */
    record Lead(
            int start,
            int from,
            String namespace,
            Set<String> modifiers,
            List<Annotation> annotations) {}

    /** Whether a class, interface or enum is declared by the keyword here. */
    boolean begins(int keyword) {
        boolean extended = tokens.is(keyword + 1, "extends") || tokens.is(keyword + 1, '{');
        if (tokens.is(keyword, "class")) {
            return tokens.isWord(keyword + 1) || extended;
        }
        boolean named = tokens.isWord(keyword + 1);
        if (tokens.is(keyword, "interface")) {
            return named
                    && (tokens.is(keyword + 2, '{')
                            || tokens.is(keyword + 2, '<')
                            || tokens.is(keyword + 2, "extends"));
        }
        return tokens.is(keyword, "enum") && named && !tokens.is(keyword + 2, '=');
    }

    /** Whether a class stands here as a value. */
    boolean classValue(int token) {
        return tokens.is(script.afterDecorators(token), "class")
                && begins(script.afterDecorators(token));
    }

    /**
     * Reports the class, interface or enum of a keyword.
     *
     * @param name the one it has when the keyword names none
     * @return the brace that opens its body, or the keyword if there is none
     */
    int declared(Lead lead, int keyword, String name) {
        boolean own = named(keyword);
        int behind = own ? keyword + 2 : keyword + 1;
        int heritage = tokens.is(behind, '<') ? script.anglesEnd(behind) : behind;
        int open = bodyOf(heritage);
        if (!tokens.is(open, '{')) {
            return keyword;
        }
        TypeKind kind =
                tokens.is(keyword, "class")
                        ? TypeKind.CLASS
                        : tokens.is(keyword, "enum") ? TypeKind.ENUM : TypeKind.INTERFACE;
        int owner =
                found.type(
                        new TypeHead(
                                own ? tokens.word(keyword + 1) : name,
                                lead.namespace(),
                                kind,
                                lead.modifiers(),
                                script.typeParameters(behind),
                                bases(heritage, open),
                                lead.annotations(),
                                script.span(lead.start(), tokens.next(open)),
                                script.span(lead.from(), open),
                                script.inside(open)));
        members(kind, owner, open);
        return open;
    }

    /** Whether the type has a name of its own. */
    boolean named(int keyword) {
        return tokens.isWord(keyword + 1)
                && !tokens.is(keyword + 1, "extends")
                && !tokens.is(keyword + 1, "implements");
    }

    private void members(TypeKind kind, int owner, int open) {
        int close = Math.min(tokens.partner(open), tokens.size());
        if (kind == TypeKind.ENUM) {
            constants(open + 1, close, owner);
        } else {
            new ScriptMembers(script, found, owner).all(open + 1, close);
        }
    }

    /** The brace that opens a body, behind bases. */
    private int bodyOf(int from) {
        int i = from;
        while (i < tokens.size() && !tokens.is(i, '{') && !tokens.is(i, ';')) {
            int angles = tokens.is(i, '<') ? script.anglesEnd(i) : i;
            if (script.closes(i) || tokens.is(i, '=')) {
                return i;
            }
            i = angles > i ? angles : tokens.next(i);
        }
        return i;
    }

    private List<String> bases(int from, int to) {
        List<String> bases = new ArrayList<>();
        int start = from;
        for (int i = from; i <= to; i++) {
            boolean word = tokens.is(i, "extends") || tokens.is(i, "implements");
            if (i == to || word || tokens.is(i, "mixins")) {
                for (int[] part : script.parts(start, i)) {
                    bases.add(script.syntax().type(part[0], part[1]));
                }
                start = i + 1;
            }
            int angles = tokens.is(i, '<') ? script.anglesEnd(i) : i;
            i = angles > i ? angles - 1 : tokens.next(i) - 1;
        }
        return bases;
    }

    private void constants(int from, int end, int owner) {
        for (int[] part : script.values(from, end)) {
            int name = part[0];
            if (script.isName(name) && !script.name(name).isEmpty()) {
                boolean assigned = tokens.is(name + 1, '=');
                Span all = script.span(name, part[1]);
                found.member(
                        owner,
                        new MemberHead(
                                script.name(name),
                                MemberKind.ENUM_CONSTANT,
                                Set.of(),
                                "",
                                List.of(),
                                List.of(),
                                List.of(),
                                all,
                                all,
                                assigned ? script.span(name + 2, part[1]) : Found.NONE,
                                Found.NONE,
                                false));
            }
        }
    }

    /** Whether {@code type X =} or {@code type X<T> =} begins here. */
    boolean beginsAlias(int keyword) {
        return tokens.is(keyword, "type")
                && tokens.isWord(keyword + 1)
                && (tokens.is(keyword + 2, '=') || tokens.is(keyword + 2, '<'));
    }

    /** Reports a type alias; answers the token behind it. */
    int alias(Lead lead, int keyword) {
        int behind = keyword + 2;
        int equals = tokens.is(behind, '<') ? script.anglesEnd(behind) : behind;
        if (!tokens.is(equals, '=')) {
            return keyword + 1;
        }
        int end = Math.max(equals + 1, script.typeEnd(equals + 1));
        List<int[]> operands = operands(equals + 1, end);
        int literal = literal(operands);
        Span all = script.span(lead.start(), end);
        int owner =
                found.type(
                        new TypeHead(
                                tokens.word(keyword + 1),
                                lead.namespace(),
                                TypeKind.ALIAS,
                                lead.modifiers(),
                                script.typeParameters(behind),
                                named(operands),
                                lead.annotations(),
                                all,
                                script.span(lead.from(), end),
                                literal < 0 ? Found.NONE : script.inside(literal)));
        for (int[] operand : operands) {
            if (isLiteral(operand)) {
                members(TypeKind.ALIAS, owner, operand[0]);
            }
        }
        return end;
    }

    /** What {@code &} joins; nothing if the type is a union or the like. */
    private List<int[]> operands(int from, int end) {
        List<int[]> operands = new ArrayList<>();
        int start = tokens.is(from, '&') ? from + 1 : from;
        for (int i = start; i < end; ) {
            boolean other = tokens.is(i, '|') || tokens.is(i, '?') || tokens.isArrow(i);
            if (other || tokens.is(i, "extends")) {
                return List.of();
            }
            if (tokens.is(i, '&')) {
                operands.add(new int[] {start, i});
                start = i + 1;
            }
            int angles = tokens.is(i, '<') ? script.anglesEnd(i) : i;
            i = angles > i ? angles : tokens.next(i);
        }
        operands.add(new int[] {start, Math.max(start, end)});
        return operands;
    }

    private boolean isLiteral(int[] operand) {
        return tokens.is(operand[0], '{') && tokens.next(operand[0]) == operand[1];
    }

    private int literal(List<int[]> operands) {
        return operands.stream().filter(this::isLiteral).mapToInt(o -> o[0]).findFirst().orElse(-1);
    }

    private List<String> named(List<int[]> operands) {
        return operands.stream()
                .filter(o -> !isLiteral(o) && o[0] < o[1])
                .map(o -> script.syntax().type(o[0], o[1]))
                .toList();
    }
}
