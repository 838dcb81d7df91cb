package io.digitalworker.facts.declaration;

import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Parameter;
import io.digitalworker.facts.syntax.Span;
import io.digitalworker.facts.syntax.Syntax;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Python, by indentation: classes with their methods and attributes, functions and variables of the
 * file. Of what is defined within a function, only classes and functions with decorators are reported:
 * those are handed to something outside. Imports are reported wherever they are.
 */
final class PythonScanner implements Scanner {
    /** Words with which a line begins that may hold a statement behind its colon. */
    private static final Set<String> BLOCKS =
            Set.of(
                    "if", "elif", "else", "for", "while", "try", "except", "finally", "with",
                    "async", "match", "case");

    /** Words that begin a block only when they do not name a variable. */
    private static final Set<String> SOFT = Set.of("match", "case");

    @Override
    public void scan(Tokens tokens, Found found) {
        new Run(tokens, found).all();
    }

    private static final class Run {
        private final Tokens tokens;
        private final Found found;
        private final Syntax syntax;
        private final PythonImports imports;
        private final PythonLines lines;
        private final PythonAttributes attributes;
        private final Deque<PythonBlock> open = new ArrayDeque<>();

        Run(Tokens tokens, Found found) {
            this.tokens = tokens;
            this.found = found;
            this.syntax = new Syntax(Dialect.PYTHON, tokens);
            this.imports = new PythonImports(tokens, found);
            this.lines = new PythonLines(tokens);
            this.attributes = new PythonAttributes(tokens, syntax, found);
        }

        void all() {
            int decorated = -1;
            for (int line = 0; line < lines.count(); line++) {
                int token = lines.start(line);
                if (tokens.is(token, '@')) {
                    decorated = decorated < 0 ? token : decorated;
                } else {
                    close(lines.column(line));
                    line(line, token, decorated < 0 ? token : decorated);
                    decorated = -1;
                }
            }
        }

        private void close(int column) {
            while (!open.isEmpty() && open.element().column() >= column) {
                open.pop();
            }
        }

        private void line(int line, int token, int start) {
            int keyword = tokens.is(token, "async") ? token + 1 : token;
            boolean named = tokens.isWord(keyword + 1);
            if (tokens.is(keyword, "class") && named) {
                type(line, token, start);
            } else if (tokens.is(keyword, "def") && named) {
                function(line, token, start, keyword + 1);
            } else {
                int colon =
                        BLOCKS.contains(tokens.word(token)) ? colon(token, lines.end(line)) : -1;
                boolean name = colon == token + 1 && SOFT.contains(tokens.word(token));
                statements(colon < 0 || name ? token : colon + 1, lines.end(line));
            }
        }

        /** The colon that ends a head; -1 if the line is none. */
        private int colon(int from, int end) {
            int lambdas = 0;
            for (int i = from; i < end; i = tokens.next(i)) {
                lambdas += tokens.is(i, "lambda") ? 1 : 0;
                boolean walrus = tokens.is(i + 1, '=') && tokens.end(i) == tokens.start(i + 1);
                if (tokens.is(i, ':') && !walrus && lambdas-- == 0) {
                    return i;
                }
                if (i == from + 1 && tokens.is(i, '=')) {
                    return -1;
                }
            }
            return -1;
        }

        /** The lines of a block, or the rest of the line that its head is on. */
        private Span body(int line, int colon) {
            int last = tokens.end(lines.start(lines.blockEnd(line)) - 1);
            int first = colon < 0 ? last : tokens.start(colon + 1);
            return new Span(Math.min(first, last), last);
        }

        private Span all(int line, int start) {
            return syntax.span(start, lines.start(lines.blockEnd(line)));
        }

        private List<Annotation> decorators(int start, int token) {
            return start < token ? syntax.annotations(start, token) : List.of();
        }

        private String within(String name) {
            return open.isEmpty() ? name : open.element().name() + "." + name;
        }

        private void type(int line, int token, int start) {
            int end = lines.end(line);
            int behind = token + 2;
            int bases = tokens.is(behind, '[') ? tokens.next(behind) : behind;
            int colon = colon(bases, end);
            String name = within(tokens.word(token + 1));
            int owner =
                    found.type(
                            new TypeHead(
                                    name,
                                    "",
                                    TypeKind.CLASS,
                                    Set.of(),
                                    typeParameters(behind),
                                    tokens.is(bases, '(') ? bases(bases) : List.of(),
                                    decorators(start, token),
                                    all(line, start),
                                    syntax.span(token, colon < 0 ? end : colon),
                                    body(line, colon)));
            open.push(new PythonBlock(lines.column(line), true, owner, name, "", new HashSet<>()));
            if (colon >= 0) {
                statements(colon + 1, end);
            }
        }

        private List<String> typeParameters(int bracket) {
            List<String> names = new ArrayList<>();
            if (tokens.is(bracket, '[')) {
                for (int[] part : parts(bracket)) {
                    int name = part[0];
                    while (name + 1 < part[1] && tokens.is(name, '*')) {
                        name++;
                    }
                    names.add(tokens.word(name));
                }
            }
            return names;
        }

        private List<String> bases(int bracket) {
            List<String> bases = new ArrayList<>();
            for (int[] part : parts(bracket)) {
                boolean keyword = tokens.isWord(part[0]) && tokens.is(part[0] + 1, '=');
                String name = keyword ? tokens.word(part[0]) + "=" : "";
                bases.add(name + syntax.type(keyword ? part[0] + 2 : part[0], part[1]));
            }
            return bases;
        }

        /** What commas part within a bracket. */
        private List<int[]> parts(int bracket) {
            List<int[]> parts = new ArrayList<>();
            int close = Math.min(tokens.partner(bracket), tokens.size());
            int start = bracket + 1;
            for (int i = start; i <= close; i = tokens.next(i)) {
                if (i == close || tokens.is(i, ',')) {
                    if (start < i) {
                        parts.add(new int[] {start, i});
                    }
                    start = i + 1;
                }
            }
            return parts;
        }

        private void function(int line, int token, int start, int name) {
            boolean method = !open.isEmpty() && open.element().ofClass();
            boolean nested = !open.isEmpty() && !method;
            String word = tokens.word(name);
            boolean constructs = method && word.equals("__init__");
            int brackets = tokens.is(name + 1, '[') ? tokens.next(name + 1) : name + 1;
            if (!nested || start < token) {
                report(line, token, start, name, brackets, constructs);
            }
            String self = constructs ? tokens.word(brackets + 1) : "";
            int owner = open.isEmpty() ? Found.FILE : open.element().owner();
            Set<String> seen = open.isEmpty() ? Set.of() : open.element().seen();
            int colon = colon(brackets, lines.end(line));
            open.push(new PythonBlock(lines.column(line), false, owner, within(word), self, seen));
            if (colon >= 0) {
                statements(colon + 1, lines.end(line));
            }
        }

        private void report(
                int line, int token, int start, int name, int brackets, boolean constructs) {
            boolean method = !open.isEmpty() && open.element().ofClass();
            int end = lines.end(line);
            int colon = colon(brackets, end);
            int arrow = tokens.is(brackets, '(') ? tokens.next(brackets) : brackets;
            boolean typed = tokens.isArrow(arrow) && colon > arrow;
            List<Parameter> parameters =
                    tokens.is(brackets, '(') ? syntax.parameters(brackets) : List.of();
            MemberKind kind =
                    constructs
                            ? MemberKind.CONSTRUCTOR
                            : method ? MemberKind.METHOD : MemberKind.FUNCTION;
            found.member(
                    method ? open.element().owner() : Found.FILE,
                    method || open.isEmpty() ? "" : open.element().name(),
                    new MemberHead(
                            tokens.word(name),
                            kind,
                            name - token == 2 ? Set.of("async") : Set.of(),
                            typed ? syntax.type(arrow + 1, colon) : "",
                            typeParameters(name + 1),
                            parameters,
                            decorators(start, token),
                            all(line, start),
                            syntax.span(token, colon < 0 ? end : colon),
                            Found.NONE,
                            body(line, colon),
                            false));
        }

        /** The simple statements of a line, which semicolons part. */
        private void statements(int from, int end) {
            int start = from;
            for (int i = from; i <= end && start < end; i = i == end ? end + 1 : tokens.next(i)) {
                if (i == end || tokens.is(i, ';')) {
                    statement(start, Math.min(i, end));
                    start = i + 1;
                }
            }
        }

        private void statement(int from, int end) {
            if (from >= end || imports.statement(from, end, syntax.span(from, end))) {
                return;
            }
            PythonBlock around = open.peek();
            boolean outside = around == null || around.ofClass();
            if (!outside || !alias(from, end)) {
                attributes.statement(around, from, end);
            }
        }

        /** {@code type X = int | str}. */
        private boolean alias(int from, int end) {
            boolean named = tokens.is(from, "type") && tokens.isWord(from + 1) && from + 2 < end;
            int behind = from + 2;
            int equals = tokens.is(behind, '[') ? tokens.next(behind) : behind;
            if (!named || !tokens.is(equals, '=')) {
                return false;
            }
            Span all = syntax.span(from, end);
            found.type(
                    new TypeHead(
                            within(tokens.word(from + 1)),
                            "",
                            TypeKind.ALIAS,
                            Set.of(),
                            typeParameters(behind),
                            List.of(),
                            List.of(),
                            all,
                            all,
                            Found.NONE));
            return true;
        }
    }
}
