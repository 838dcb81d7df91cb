package io.digitalworker.facts.declaration;

import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.syntax.Annotation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * TypeScript and JavaScript. Statements of the module, of namespaces, of blocks and of functions that
 * are called where they stand are read; within any other function only types are reported, since
 * nothing else there can be known from outside.
 */
final class ScriptScanner implements Scanner {
    private static final Set<String> LEADS =
            Set.of("export", "default", "declare", "abstract", "async", "opaque");

    private static final Set<String> DECLARES =
            Set.of(
                    "class",
                    "interface",
                    "enum",
                    "type",
                    "function",
                    "const",
                    "let",
                    "var",
                    "namespace",
                    "module",
                    "global",
                    "abstract",
                    "async",
                    "opaque",
                    "export");

    private static final Set<String> BLOCKS =
            Set.of(
                    "if", "else", "for", "while", "do", "try", "catch", "finally", "switch", "case",
                    "default", "return");

    /** Functions that call the function they are given at once, or when the page is there. */
    private static final Set<String> CALLERS =
            Set.of("define", "require", "requirejs", "jQuery", "$");

    @Override
    public void scan(Tokens tokens, Found found) {
        new Run(new ScriptTokens(tokens), found).all();
    }

    /**
     * A stretch of tokens.
     *
     * @param end token behind it
     * @param namespace of what is declared in it
     * @param inFunction whether only types are reported
     */
    private record Region(int end, String namespace, boolean inFunction) {}

    private static final class Run {
        private final ScriptTokens script;
        private final Tokens tokens;
        private final ScriptTypes types;
        private final ScriptImports imports;
        private final ScriptExports exports;
        private final ScriptValues values;
        private final ScriptAssignments assignments;
        private final Deque<Region> regions = new ArrayDeque<>();
        private int statementEnd;

        Run(ScriptTokens script, Found found) {
            this.script = script;
            this.tokens = script.tokens();
            this.types = new ScriptTypes(script, found);
            this.imports = new ScriptImports(script, found);
            this.exports = new ScriptExports(script);
            this.values = new ScriptValues(script, found, types, imports, exports);
            this.assignments = new ScriptAssignments(script, types, values);
        }

        void all() {
            regions.push(new Region(Integer.MAX_VALUE, "", false));
            int at = 0;
            while (at < tokens.size()) {
                while (regions.element().end() <= at) {
                    ended(regions.pop().end());
                }
                at = Math.max(at + 1, begins(at) ? statement(at) : at + 1);
            }
            imports.done();
        }

        /** A statement ends where another begins, whatever stands before. */
        private int ended(int end) {
            statementEnd = Math.max(statementEnd, end);
            return end;
        }

        private boolean begins(int i) {
            if (i == statementEnd) {
                return true;
            }
            if (tokens.inElement(i) || (tokens.is(i, '{') && i > 0)) {
                return false;
            }
            int last = i - 1;
            return i == 0
                    || tokens.is(last, ';')
                    || tokens.is(last, '{')
                    || tokens.is(last, '}')
                    || (tokens.firstOnLine(i) && !script.goesOn(i));
        }

        /** Reads a statement; answers where to go on, which may be within it. */
        private int statement(int start) {
            int from = script.afterDecorators(start);
            List<Annotation> annotations = new ArrayList<>(annotations(start, from));
            Set<String> modifiers = new LinkedHashSet<>();
            int i = from;
            while (leads(i, modifiers)) {
                modifiers.add(tokens.word(i));
                int next = script.afterDecorators(i + 1);
                annotations.addAll(annotations(i + 1, next));
                i = next;
            }
            String namespace = regions.element().namespace();
            ScriptTypes.Lead lead =
                    new ScriptTypes.Lead(start, from, namespace, modifiers, annotations);
            int value = tokens.is(i, "return") && types.classValue(i + 1) ? i + 1 : i;
            int typed = type(lead, value);
            if (typed > value) {
                return typed;
            }
            return regions.element().inFunction() ? i + 1 : other(lead, i);
        }

        private List<Annotation> annotations(int from, int to) {
            return from < to ? script.syntax().annotations(from, to) : List.of();
        }

        private boolean leads(int i, Set<String> before) {
            if (!LEADS.contains(tokens.word(i)) || before.size() > 4) {
                return false;
            }
            if (tokens.is(i, "export")) {
                boolean key = tokens.is(i + 1, ':') || tokens.is(i + 1, '.');
                return (!key && before.isEmpty()) || before.contains("declare");
            }
            if (tokens.is(i, "default")) {
                return before.contains("export");
            }
            return DECLARES.contains(tokens.word(i + 1)) && !tokens.firstOnLine(i + 1);
        }

        private int type(ScriptTypes.Lead lead, int i) {
            boolean constant = tokens.is(i, "const") && tokens.is(i + 1, "enum");
            int keyword = constant ? i + 1 : i;
            if (types.beginsAlias(keyword)) {
                return ended(types.alias(exported(lead, keyword), keyword));
            }
            boolean nameless = tokens.is(i - 1, "return") && !types.named(keyword);
            if (!types.begins(keyword) || nameless) {
                return i;
            }
            int open = types.declared(exported(lead, keyword), keyword, "default");
            if (open > keyword) {
                boolean entered = tokens.is(keyword, "class");
                within(tokens.next(open), lead.namespace());
                return entered ? open + 1 : tokens.next(open);
            }
            return i;
        }

        private ScriptTypes.Lead exported(ScriptTypes.Lead lead, int keyword) {
            return new ScriptTypes.Lead(
                    lead.start(),
                    lead.from(),
                    lead.namespace(),
                    exports.with(lead.modifiers(), tokens.word(keyword + 1)),
                    lead.annotations());
        }

        /** What follows up to a token is within a function. */
        private void within(int end, String namespace) {
            regions.push(new Region(end, namespace, true));
        }

        private int other(ScriptTypes.Lead lead, int i) {
            if (tokens.is(i, "function")) {
                int end = values.declared(lead, i);
                return end > i ? entered(end, i) : i + 1;
            }
            if (tokens.is(i, "const") || tokens.is(i, "let") || tokens.is(i, "var")) {
                return entered(values.variables(lead, i), i);
            }
            if (tokens.is(i, "import") && !tokens.is(i + 1, '(') && !tokens.is(i + 1, '.')) {
                return ended(imports.statement(i));
            }
            boolean named = tokens.isWord(i + 1) || tokens.isString(i + 1);
            if ((tokens.is(i, "namespace") || tokens.is(i, "module")) && named) {
                return namespace(lead.namespace(), i);
            }
            if (tokens.is(i, "global") && tokens.is(i + 1, '{')) {
                return i + 2;
            }
            return lead.modifiers().contains("export") ? export(lead, i) : expression(lead, i);
        }

        private int entered(int end, int from) {
            within(end, regions.element().namespace());
            return from + 1;
        }

        private int export(ScriptTypes.Lead lead, int i) {
            if (lead.modifiers().contains("default") || tokens.is(i, '=')) {
                int value = tokens.is(i, '=') ? i + 1 : i;
                return entered(values.exported(lead, value), value - 1);
            }
            int end = imports.reexport(lead.from(), i);
            return end > i ? ended(end) : i;
        }

        private int namespace(String outer, int keyword) {
            int open = keyword + 1;
            StringBuilder name = new StringBuilder(script.name(open++));
            while (tokens.is(open, '.') && tokens.isWord(open + 1)) {
                name.append('.').append(tokens.word(open + 1));
                open += 2;
            }
            if (!tokens.is(open, '{')) {
                return keyword + 1;
            }
            String full = NestedName.of(outer, name.toString());
            regions.push(new Region(tokens.next(open), full, false));
            return open + 1;
        }

        private int expression(ScriptTypes.Lead lead, int i) {
            int end = assignments.assigned(lead.namespace(), i);
            if (end > i) {
                return entered(end, i);
            }
            if (BLOCKS.contains(tokens.word(i)) || !tokens.isWord(i) || calledAtOnce(i)) {
                return i + 1;
            }
            return entered(script.expressionEnd(i), i);
        }

        private boolean calledAtOnce(int i) {
            boolean label = tokens.is(i + 1, ':');
            return label
                    || tokens.is(i, "void")
                    || (tokens.is(i, "await") && tokens.is(i + 1, '('))
                    || (CALLERS.contains(tokens.word(i)) && tokens.is(i + 1, '('));
        }
    }
}
