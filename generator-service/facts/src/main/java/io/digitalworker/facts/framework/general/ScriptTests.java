package io.digitalworker.facts.framework.general;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.data.DataFile;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.syntax.Span;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Tests of a script file: calls of {@code it} and {@code test}, with a title, at any depth. */
final class ScriptTests {
    private static final Set<String> VARIANTS =
            Set.of(
                    "only",
                    "skip",
                    "each",
                    "concurrent",
                    "todo",
                    "failing",
                    "fails",
                    "fixme",
                    "fail");
    private static final List<String> FRAMEWORKS =
            List.of("playwright", "vitest", "cypress", "jest", "mocha", "node:test", "jasmine");

    private static final List<String> RUNNERS = List.of("vitest", "jest", "mocha", "jasmine-core");
    private static final Pattern PLACE =
            Pattern.compile("/(?:__tests__|tests?|specs?|e2e|cypress)/");

    private ScriptTests() {}

    static void read(CodeBase code, CodeFile file, String runner, Findings findings) {
        String name = file.file().name();
        boolean byName =
                name.contains(".spec.")
                        || name.contains(".test.")
                        || name.contains(".cy.")
                        || name.contains(".e2e");
        boolean byPlace = PLACE.matcher("/" + file.file().directory() + "/").find();
        if (!byName && !byPlace) {
            return;
        }
        Tokens tokens = file.tokens();
        int tests = 0;
        int first = -1;
        int last = -1;
        for (int i = 0; i < tokens.size(); i++) {
            if (isTest(tokens, i)) {
                tests++;
                first = first < 0 ? i : first;
                last = i;
            }
        }
        if (tests > 0) {
            int open = argumentsOf(tokens, last);
            Span span = file.syntax().span(first, Math.min(tokens.size(), tokens.next(open)));
            String title =
                    name.replaceAll("\\.(?:[cm]?[jt]sx?)$", "")
                            .replaceAll("\\.(?:spec|test|cy)$", "");
            TestCounts.add(
                    code, title, tests, framework(file, runner), file.evidence(span), findings);
        }
    }

    /** The runner that a {@code package.json} names; empty if none does. */
    static String runner(CodeBase code) {
        Set<String> named = new TreeSet<>();
        for (DataFile file : code.data().readNamed("package.json")) {
            file.root().get("dependencies").entries().forEach(e -> named.add(e.key()));
            file.root().get("devDependencies").entries().forEach(e -> named.add(e.key()));
        }
        return RUNNERS.stream().filter(named::contains).findFirst().orElse("");
    }

    private static boolean isTest(Tokens tokens, int at) {
        boolean word = tokens.is(at, "it") || tokens.is(at, "test");
        if (!word || tokens.is(at - 1, '.') || tokens.is(at - 1, "function")) {
            return false;
        }
        int open = argumentsOf(tokens, at);
        return open > 0 && tokens.isString(open + 1);
    }

    /** The bracket of {@code it(}, {@code it.only(}, {@code it.each(…)(}, {@code it.each`…`(}. */
    private static int argumentsOf(Tokens tokens, int at) {
        int i = at + 1;
        boolean table = false;
        while (tokens.is(i, '.') && VARIANTS.contains(tokens.word(i + 1))) {
            table |= tokens.is(i + 1, "each");
            i += 2;
        }
        if (table && tokens.is(i, '(')) {
            i = tokens.next(i);
        } else if (table) {
            while (i < tokens.size() && !tokens.is(i, '(') && !tokens.is(i, ';')) {
                i++;
            }
        }
        return tokens.is(i, '(') ? i : -1;
    }

    private static String framework(CodeFile file, String runner) {
        for (String each : FRAMEWORKS) {
            boolean imported = file.imports().stream().anyMatch(i -> i.module().contains(each));
            if (imported) {
                return each.equals("node:test") ? "node" : each;
            }
        }
        if (file.path().contains("cypress/") || file.file().name().contains(".cy.")) {
            return "cypress";
        }
        return runner.isEmpty() ? "jest" : runner;
    }
}
