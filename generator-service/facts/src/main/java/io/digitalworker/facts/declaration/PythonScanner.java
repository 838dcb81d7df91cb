package io.digitalworker.facts.declaration;

import io.digitalworker.facts.lexer.Tokens;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Python, by indentation: classes, their methods and attributes, functions of the file. What is defined
 * within a function stays inside it.
 */
final class PythonScanner implements Scanner {
    /** How many tokens a head may have: keeps the time linear whatever the text. */
    private static final int MAX_HEAD = 1_000;

    @Override
    public void scan(Tokens tokens, Found found) {
        new Run(tokens, found).all();
    }

    /** A class or function that is being read. */
    private record Open(int column, boolean ofClass, int owner, String name) {}

    private static final class Run {
        private final Tokens tokens;
        private final Found found;
        private final List<Integer> lines = new ArrayList<>();
        private final Deque<Open> open = new ArrayDeque<>();

        Run(Tokens tokens, Found found) {
            this.tokens = tokens;
            this.found = found;
        }

        void all() {
            for (int i = 0; i < tokens.size(); i = tokens.next(i)) {
                if (tokens.firstOnLine(i)) {
                    lines.add(i);
                }
            }
            int[] ends = blockEnds();
            int decorated = -1;
            for (int line = 0; line < lines.size(); line++) {
                int token = lines.get(line);
                if (tokens.is(token, '@')) {
                    decorated = decorated < 0 ? token : decorated;
                    continue;
                }
                close(tokens.column(token));
                line(token, decorated < 0 ? token : decorated, ends[line]);
                decorated = -1;
            }
        }

        /** For each line the first token behind its block: of the next line not indented deeper. */
        private int[] blockEnds() {
            int[] ends = new int[lines.size()];
            Deque<Integer> waiting = new ArrayDeque<>();
            for (int line = 0; line < ends.length; line++) {
                int column = tokens.column(lines.get(line));
                while (!waiting.isEmpty()
                        && tokens.column(lines.get(waiting.element())) >= column) {
                    ends[waiting.pop()] = lines.get(line);
                }
                waiting.push(line);
            }
            waiting.forEach(line -> ends[line] = tokens.size());
            return ends;
        }

        private void close(int column) {
            while (!open.isEmpty() && open.element().column() >= column) {
                open.pop();
            }
        }

        private void line(int token, int start, int end) {
            boolean inFunction = !open.isEmpty() && !open.element().ofClass();
            if (inFunction) {
                return;
            }
            int keyword = tokens.is(token, "async") ? token + 1 : token;
            if (tokens.is(keyword, "class") && tokens.isWord(keyword + 1)) {
                type(token, start, keyword + 1, end);
            } else if (tokens.is(keyword, "def") && tokens.isWord(keyword + 1)) {
                function(token, start, keyword + 1, end);
            } else if (!open.isEmpty() && tokens.isWord(token)) {
                attribute(token, end);
            }
        }

        private void type(int token, int start, int name, int end) {
            String outer = open.isEmpty() ? "" : open.element().name() + ".";
            String full = outer + tokens.word(name);
            int owner =
                    found.type(
                            full,
                            "",
                            TypeKind.CLASS,
                            tokens.start(start),
                            tokens.start(token),
                            tokens.start(colonAfter(name)),
                            tokens.end(end - 1));
            open.push(new Open(tokens.column(token), true, owner, full));
        }

        private void function(int token, int start, int name, int end) {
            boolean method = !open.isEmpty();
            String word = tokens.word(name);
            MemberKind kind =
                    !method
                            ? MemberKind.FUNCTION
                            : word.equals("__init__") ? MemberKind.CONSTRUCTOR : MemberKind.METHOD;
            found.member(
                    method ? open.element().owner() : Found.FILE,
                    word,
                    kind,
                    tokens.start(start),
                    tokens.start(token),
                    tokens.start(colonAfter(name)),
                    tokens.end(end - 1));
            open.push(new Open(tokens.column(token), false, Found.FILE, word));
        }

        private void attribute(int token, int end) {
            boolean assigned = tokens.is(token + 1, '=') && !tokens.is(token + 2, '=');
            boolean annotated = tokens.is(token + 1, ':') && !tokens.firstOnLine(token + 2);
            boolean keyword = tokens.is(token, "else") || tokens.is(token, "try");
            if ((assigned || annotated) && !keyword) {
                int last = tokens.end(end - 1);
                int first = tokens.start(token);
                found.member(
                        open.element().owner(),
                        tokens.word(token),
                        MemberKind.FIELD,
                        first,
                        first,
                        last,
                        last);
            }
        }

        /** The colon that ends a head. */
        private int colonAfter(int name) {
            int i = name;
            while (i < name + MAX_HEAD && !tokens.is(i, ':')) {
                i = tokens.next(i);
            }
            return i;
        }
    }
}
