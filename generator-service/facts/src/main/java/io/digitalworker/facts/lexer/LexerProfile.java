package io.digitalworker.facts.lexer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What makes the words of one language different from another's. */
public final class LexerProfile {
    public static final LexerProfile CSHARP =
            new LexerProfile()
                    .comment("/", Comments.line("//"))
                    .comment("/", Comments.block("/*", "*/"))
                    .comment("#", Comments::preprocessor)
                    .literal("\"@$", Literals::csharp)
                    .literal("'", Literals.quoted('\''))
                    .wordStart('@');
    public static final LexerProfile JAVA =
            new LexerProfile()
                    .comment("/", Comments.line("//"))
                    .comment("/", Comments.block("/*", "*/"))
                    .literal("\"", Literals.tripled('"'))
                    .literal("\"", Literals.quoted('"'))
                    .literal("'", Literals.quoted('\''));
    public static final LexerProfile SCRIPT =
            new LexerProfile()
                    .comment("/", Comments.line("//"))
                    .comment("/", Comments.block("/*", "*/"))
                    .literal("/", Literals::regex)
                    .literal("`", Literals.withHoles('`', true))
                    .literal("\"", Literals.quoted('"'))
                    .literal("'", Literals.quoted('\''))
                    .wordStart('#');
    public static final LexerProfile KOTLIN =
            new LexerProfile()
                    .comment("/", Comments.line("//"))
                    .comment("/", Comments.nested("/*", "*/"))
                    .literal("\"", Literals.raw("\"\"\"", "\"\"\""))
                    .literal("\"", Literals.withHoles('"', false))
                    .literal("'", Literals.quoted('\''));
    public static final LexerProfile PHP =
            new LexerProfile()
                    .comment("?", Comments.block("?>", "<?php"))
                    .comment("/", Comments.line("//"))
                    .comment("#", Comments.line("# "))
                    .comment("/", Comments.block("/*", "*/"))
                    .literal("<", Literals::heredoc)
                    .literal("\"", Literals.multiLine('"'))
                    .literal("'", Literals.multiLine('\''));
    public static final LexerProfile GO =
            new LexerProfile()
                    .comment("/", Comments.line("//"))
                    .comment("/", Comments.block("/*", "*/"))
                    .literal("`", Literals.raw("`", "`"))
                    .literal("\"", Literals.quoted('"'))
                    .literal("'", Literals.quoted('\''));
    public static final LexerProfile PYTHON =
            new LexerProfile()
                    .comment("#", Comments.line("#"))
                    .literal("\"", Literals.tripled('"'))
                    .literal("'", Literals.tripled('\''))
                    .literal("\"", Literals.quoted('"'))
                    .literal("'", Literals.quoted('\''));

    /** Words after which a slash begins a regular expression. */
    private static final Set<String> BEFORE_VALUE =
            Set.of(
                    "return", "typeof", "case", "in", "of", "delete", "void", "throw", "new",
                    "else", "await", "yield");

    private static final int ASCII = 128;

    /** Forms by their first character; a comment is a form whose tokens nobody needs. */
    private final List<List<Entry>> forms = new ArrayList<>();

    private char extraWordStart;

    private record Entry(Form form, boolean comment) {}

    private LexerProfile() {
        for (int i = 0; i < ASCII; i++) {
            forms.add(new ArrayList<>());
        }
    }

    private LexerProfile comment(String starts, Form form) {
        return add(starts, new Entry(form, true));
    }

    private LexerProfile literal(String starts, Form form) {
        return add(starts, new Entry(form, false));
    }

    private LexerProfile add(String starts, Entry entry) {
        starts.chars().forEach(c -> forms.get(c).add(entry));
        return this;
    }

    private LexerProfile wordStart(char c) {
        extraWordStart = c;
        return this;
    }

    /** The tokens of a text; any text has some. Linear in its length. */
    public Tokens tokens(String text) {
        return tokens(text, 0, text.length());
    }

    /** The tokens of a piece of a text, such as the hole of a template; offsets are those of the text. */
    public Tokens tokens(String text, int from, int to) {
        Run run = new Run(text, from, to);
        while (run.at < to) {
            run.step();
        }
        return run.tokens.nested();
    }

    /** One pass over a text. */
    private final class Run {
        private final String text;
        private final Tokens tokens;
        private final int to;
        private int at;
        private boolean firstOnLine = true;

        Run(String text, int from, int to) {
            this.text = text;
            this.tokens = new Tokens(text);
            this.at = from;
            this.to = to;
        }

        void step() {
            char c = text.charAt(at);
            if (c == '\n') {
                firstOnLine = true;
                at++;
            } else if (c <= ' ') {
                at++;
            } else if (!form(c)) {
                plain(c);
            }
        }

        private boolean form(char c) {
            if (c >= ASCII || forms.get(c).isEmpty()) {
                return false;
            }
            Form.Context context = new Form.Context(firstOnLine, afterOperand());
            for (Entry entry : forms.get(c)) {
                int end = entry.form().end(text, at, context);
                if (end > at) {
                    take(entry, Math.min(end, to));
                    return true;
                }
            }
            return false;
        }

        private void take(Entry entry, int end) {
            if (entry.comment()) {
                at = end;
            } else {
                token(Tokens.STRING, end);
            }
        }

        private void plain(char c) {
            if (Character.isJavaIdentifierStart(c) || c == extraWordStart) {
                token(Tokens.WORD, wordEnd());
            } else if (c >= '0' && c <= '9') {
                token(Tokens.NUMBER, wordEnd());
            } else {
                boolean arrow =
                        (c == '=' || c == '-')
                                && at + 1 < text.length()
                                && text.charAt(at + 1) == '>';
                token(Tokens.SYMBOL, at + (arrow ? 2 : 1));
            }
        }

        private int wordEnd() {
            int end = at + 1;
            while (end < to && Character.isJavaIdentifierPart(text.charAt(end))) {
                end++;
            }
            return end;
        }

        private void token(byte kind, int end) {
            tokens.add(kind, at, end, firstOnLine);
            firstOnLine = false;
            at = end;
        }

        private boolean afterOperand() {
            int last = tokens.size() - 1;
            if (last < 0) {
                return false;
            }
            char symbol = tokens.symbol(last);
            boolean closes = symbol == ')' || symbol == ']' || symbol == '}' || symbol == '<';
            boolean operator = symbol != 0 || tokens.isArrow(last);
            return closes || (!operator && !BEFORE_VALUE.contains(tokens.word(last)));
        }
    }
}
