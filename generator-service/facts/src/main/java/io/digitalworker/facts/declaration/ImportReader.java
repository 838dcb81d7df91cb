package io.digitalworker.facts.declaration;

import io.digitalworker.facts.lexer.Tokens;

/** {@code using} and {@code import}. */
final class ImportReader {
    private final Grammar grammar;
    private final Tokens tokens;
    private final Found found;

    ImportReader(Grammar grammar, Found found) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
        this.found = found;
    }

    /** Behind the import that begins here, or {@link Grammar#NONE}. */
    int read(int from) {
        if (grammar.java()) {
            return tokens.is(from, "import") ? javaImport(from) : Grammar.NONE;
        }
        boolean global = tokens.is(from, "global") && tokens.is(from + 1, "using");
        int using = global ? from + 1 : from;
        return tokens.is(using, "using") ? using(from, using, global) : Grammar.NONE;
    }

    /** Not the statement of the same name, which declares a variable or has brackets. */
    private int using(int from, int using, boolean global) {
        boolean members = tokens.is(using + 1, "static");
        int first = members || tokens.is(using + 1, "unsafe") ? using + 2 : using + 1;
        boolean named = tokens.isWord(first) && tokens.is(first + 1, '=');
        int module = withoutGlobal(named ? first + 2 : first);
        int to = named || tokens.isWord(module) ? grammar.afterType(module) : Grammar.NONE;
        if (to == Grammar.NONE || !tokens.is(to, ';')) {
            return Grammar.NONE;
        }
        found.imported(
                new Import(
                        grammar.syntax().type(module, to),
                        members ? "*" : "",
                        named ? grammar.name(first) : "",
                        global,
                        grammar.span(from, to + 1)));
        return to + 1;
    }

    private int withoutGlobal(int from) {
        boolean global = tokens.is(from, "global") && tokens.is(from + 1, ':');
        return global ? from + 3 : from;
    }

    private int javaImport(int from) {
        int first = tokens.is(from + 1, "static") ? from + 2 : from + 1;
        boolean module = tokens.is(first, "module") && tokens.isWord(first + 1);
        first = module ? first + 1 : first;
        int to = first;
        while (tokens.isWord(to) || tokens.is(to, '.') || tokens.is(to, '*')) {
            to++;
        }
        int last = module ? to + 1 : to - 1;
        if (last > first + 1) {
            String name = module ? "*" : tokens.word(last);
            found.imported(
                    new Import(
                            grammar.written(first, last - 1),
                            name,
                            name.equals("*") ? "" : name,
                            false,
                            grammar.span(from, tokens.is(to, ';') ? to + 1 : to)));
        }
        return tokens.is(to, ';') ? to + 1 : to;
    }
}
