package io.digitalworker.facts.declaration;

import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.syntax.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** What TypeScript and JavaScript take from other modules, and hand on. */
final class ScriptImports {
    private final ScriptTokens script;
    private final Tokens tokens;
    private final Found found;

    /** Calls of {@code require} and {@code import} whose names are reported. */
    private final BitSet named = new BitSet();

    private final List<Import> all = new ArrayList<>();

    ScriptImports(ScriptTokens script, Found found) {
        this.script = script;
        this.tokens = script.tokens();
        this.found = found;
    }

    private void report(int module, String name, String alias, boolean reexport, Span span) {
        all.add(new Import(script.name(module), name, alias, reexport, span));
    }

    /** Reads a statement that begins with {@code import}; answers the token behind it. */
    int statement(int keyword) {
        int i = keyword + 1;
        if (tokens.isString(i)) {
            int end = end(i);
            report(i, "", "", false, script.span(keyword, end));
            return end;
        }
        boolean marked = tokens.is(i, "type") || tokens.is(i, "typeof") || tokens.is(i, "defer");
        i = marked && !tokens.is(i + 1, "from") && !tokens.is(i + 1, ',') ? i + 1 : i;
        int module = module(i);
        if (module < 0 || tokens.is(i + 1, '=')) {
            return assigned(keyword, i);
        }
        Span span = script.span(keyword, end(module));
        if (tokens.isWord(i) && !tokens.is(i, "from")) {
            report(module, "default", tokens.word(i), false, span);
        } else if (tokens.is(i, "from") && tokens.is(i + 1, "from")) {
            report(module, "default", "from", false, span);
        }
        int names = tokens.is(i + 1, ',') ? i + 2 : i;
        if (tokens.is(names, '*')) {
            report(module, "*", tokens.word(names + 2), false, span);
        } else if (tokens.is(names, '{')) {
            specifiers(names, module, false, span);
        }
        return end(module);
    }

    /** The string behind the word {@code from} that follows names; -1 if there is none. */
    private int module(int from) {
        int i = from;
        for (int n = 0; n < 12; n++) {
            if (tokens.is(i, "from") && tokens.isString(i + 1)) {
                return i + 1;
            }
            if (tokens.is(i, ';') || tokens.is(i, '=')) {
                return -1;
            }
            i = tokens.next(i);
        }
        return -1;
    }

    private int end(int module) {
        int i = module + 1;
        boolean attributes = tokens.is(i, "with") || tokens.is(i, "assert");
        i = attributes && tokens.is(i + 1, '{') ? tokens.next(i + 1) : i;
        return tokens.is(i, ';') ? i + 1 : i;
    }

    /** {@code import x = require('m')}. */
    private int assigned(int keyword, int name) {
        boolean required = tokens.isWord(name) && tokens.is(name + 1, '=');
        if (!required || !isCall(name + 2)) {
            return keyword + 1;
        }
        int end = script.expressionEnd(name + 2);
        named.set(name + 2);
        report(name + 4, "*", tokens.word(name), false, script.span(keyword, end));
        return end;
    }

    private void specifiers(int open, int module, boolean reexport, Span span) {
        int close = Math.min(tokens.partner(open), tokens.size());
        for (int[] part : script.values(open + 1, close)) {
            int name = part[0];
            boolean marked = tokens.is(name, "type") || tokens.is(name, "typeof");
            name = marked && part[1] - name != 1 && !tokens.is(name + 1, "as") ? name + 1 : name;
            boolean renamed = tokens.is(name + 1, "as") && name + 2 < part[1];
            report(
                    module,
                    script.name(name),
                    script.name(renamed ? name + 2 : name),
                    reexport,
                    span);
        }
    }

    /**
     * Reads {@code export … from}, whose first token behind {@code export} is here.
     *
     * @return the token behind the statement; {@code from} if it is none
     */
    int reexport(int keyword, int from) {
        int names = tokens.is(from, "type") ? from + 1 : from;
        if (!tokens.is(names, '{') && !tokens.is(names, '*')) {
            return from;
        }
        int module = module(tokens.is(names, '{') ? tokens.next(names) : names + 1);
        if (module < 0) {
            return tokens.is(names, '{') ? renamed(keyword, names) : from;
        }
        Span span = script.span(keyword, end(module));
        if (tokens.is(names, '{')) {
            specifiers(names, module, true, span);
        } else {
            boolean as = tokens.is(names + 1, "as");
            report(module, "*", as ? script.name(names + 2) : "", true, span);
        }
        return end(module);
    }

    /** {@code export {a as b}} hands on something of this file, under another name. */
    private int renamed(int keyword, int open) {
        int end = tokens.next(open);
        int close = Math.min(tokens.partner(open), tokens.size());
        for (int[] part : script.values(open + 1, close)) {
            if (part[1] - part[0] == 3 && tokens.is(part[0] + 1, "as")) {
                String name = tokens.word(part[0]);
                String alias = script.name(part[0] + 2);
                all.add(new Import("", name, alias, true, script.span(keyword, end)));
            }
        }
        return end;
    }

    /** Whether {@code require('m')} or {@code import('m')} begins here. */
    private boolean isCall(int i) {
        boolean word = tokens.is(i, "require") || tokens.is(i, "import");
        return word && tokens.is(i + 1, '(') && tokens.isString(i + 2) && !tokens.is(i - 1, '.');
    }

    private int call(int value) {
        int i = tokens.is(value, "await") ? value + 1 : value;
        return isCall(i) ? i : -1;
    }

    /**
     * {@code name = require('m')}, or with a property of it behind.
     *
     * @return whether that is all that the value is
     */
    boolean required(int value, int end, String alias, boolean reexport, Span span) {
        int call = call(value);
        int behind = call < 0 ? value : tokens.next(call + 1);
        boolean property = tokens.is(behind, '.') && behind + 2 == end;
        if (call < 0 || (behind != end && !property)) {
            return false;
        }
        named.set(call);
        report(call + 2, property ? tokens.word(behind + 1) : "*", alias, reexport, span);
        return true;
    }

    /** {@code {a, b: c} = require('m')}. */
    boolean destructured(int open, int value, int end, Span span) {
        int call = call(value);
        if (call < 0 || tokens.next(call + 1) != end || !tokens.is(open, '{')) {
            return false;
        }
        named.set(call);
        int close = Math.min(tokens.partner(open), tokens.size());
        for (int[] part : script.values(open + 1, close)) {
            boolean renamed = tokens.is(part[0] + 1, ':') && tokens.isWord(part[0] + 2);
            if (script.isName(part[0])) {
                String name = script.name(part[0]);
                String alias = renamed ? tokens.word(part[0] + 2) : name;
                report(call + 2, name, alias, false, span);
            }
        }
        return true;
    }

    /** Reports all, also what is required without giving it a name, wherever that is. */
    void done() {
        unnamed();
        all.sort(Comparator.comparing(imported -> imported.span().start()));
        all.forEach(found::imported);
    }

    private void unnamed() {
        for (int i = 0; i < tokens.size(); i++) {
            if (isCall(i) && !named.get(i)) {
                boolean bare =
                        tokens.firstOnLine(i) && script.expressionEnd(i) == tokens.next(i + 1);
                report(i + 2, bare ? "" : "*", "", false, script.span(i, tokens.next(i + 1)));
            }
        }
    }
}
