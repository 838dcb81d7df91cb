package io.digitalworker.facts.lexer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
                    .comment("#", Comments::hashbang)
                    .comment("/", Comments.line("//"))
                    .comment("/", Comments.block("/*", "*/"))
                    .comment("<", Comments.line("<!--"))
                    .comment("-", Comments::htmlEnd)
                    .literal("/", ScriptLiterals::regex)
                    .literal("`", ScriptLiterals::template)
                    .literal("\"", Literals.quoted('"'))
                    .literal("'", Literals.quoted('\''))
                    .wordStart('#')
                    .withMarkup();
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
                    .comment("\\", Comments::continuation)
                    .literal("\"'rRbBuUfFtT", PythonLiterals::string);

    /** Words after which a slash begins a regular expression. */
    private static final Set<String> BEFORE_VALUE =
            Set.of(
                    "return",
                    "typeof",
                    "case",
                    "in",
                    "of",
                    "delete",
                    "void",
                    "throw",
                    "new",
                    "else",
                    "await",
                    "yield",
                    "default",
                    "do",
                    "instanceof",
                    "extends");

    private static final int ASCII = 128;

    /** Forms by their first character; a comment is a form whose tokens nobody needs. */
    private final List<List<Entry>> forms = new ArrayList<>();

    private char extraWordStart;
    private boolean markup;

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

    private LexerProfile withMarkup() {
        markup = true;
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
        private final @Nullable Markup elements;
        private final int to;
        private int at;
        private boolean firstOnLine = true;

        Run(String text, int from, int to) {
            this.text = text;
            this.tokens = new Tokens(text);
            this.elements = markup ? new Markup(text) : null;
            this.at = from;
            this.to = to;
        }

        void step() {
            if (elements != null && elements.inText()) {
                skipText(elements);
            } else {
                code();
            }
        }

        /** Text between tags is no code; whatever it holds, an apostrophe too. */
        private void skipText(Markup within) {
            int end = within.textEnd(at, to);
            firstOnLine |= text.substring(at, end).indexOf('\n') >= 0;
            at = end;
            if (at < to) {
                token(Tokens.SYMBOL, at + 1);
            }
        }

        private void code() {
            char c = text.charAt(at);
            if (c == '\n') {
                firstOnLine = true;
                at++;
            } else if (c <= ' ') {
                at++;
            } else if (elements != null && elements.inTag() && (c == '"' || c == '\'')) {
                token(Tokens.STRING, attributeEnd(c));
            } else if (!form(c)) {
                plain(c);
            }
        }

        /** A value in a tag may run over lines and knows no escapes. */
        private int attributeEnd(char quote) {
            int end = text.indexOf(quote, at + 1);
            return Math.min(to, end < 0 ? Comments.lineEnd(text, at) : end + 1);
        }

        private boolean form(char c) {
            if (c >= ASCII || forms.get(c).isEmpty()) {
                return false;
            }
            boolean inTag = elements != null && elements.inTag();
            Form.Context context = new Form.Context(firstOnLine, inTag || afterOperand());
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
            boolean ofElement = elements != null && elements.inElement();
            if (elements != null && kind == Tokens.SYMBOL) {
                char before = tokens.symbol(tokens.size() - 1);
                boolean operand = text.charAt(at) == '<' && afterOperand();
                elements.symbol(end == at + 1 ? text.charAt(at) : 0, at, before, operand);
            }
            tokens.add(kind, at, end, firstOnLine);
            tokens.ofElement(ofElement);
            firstOnLine = false;
            at = end;
        }

        private boolean afterOperand() {
            int last = tokens.size() - 1;
            char symbol = tokens.symbol(last);
            if (symbol == '+' || symbol == '-' || symbol == '!') {
                return behindPostfix(last, symbol);
            }
            return last >= 0 && (symbol == '<' || operand(last));
        }

        private boolean operand(int token) {
            char symbol = tokens.symbol(token);
            boolean closes = symbol == ')' || symbol == ']' || symbol == '}';
            boolean operator = symbol != 0 || tokens.isArrow(token);
            boolean word = tokens.symbol(token - 1) == '.';
            return closes || (!operator && (word || !BEFORE_VALUE.contains(tokens.word(token))));
        }

        /** {@code i++} and {@code value!}: no space before, and an operand to be behind of. */
        private boolean behindPostfix(int last, char symbol) {
            int before = last - 1;
            boolean joined = before >= 0 && tokens.end(before) == tokens.start(last);
            return joined && (symbol == '!' ? operand(before) : tokens.is(before, symbol));
        }
    }
}
