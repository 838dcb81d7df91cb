package io.digitalworker.facts.framework.general;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The registrations of Autofac's builder: {@code RegisterType<C>().As<I>().SingleInstance()}. */
final class AutofacRegistrations {
    private static final Set<String> BEGIN =
            Set.of("RegisterType", "RegisterGeneric", "RegisterInstance", "RegisterAssemblyTypes");
    private static final Map<String, String> LIFETIMES =
            Map.of(
                    "InstancePerLifetimeScope", "scoped",
                    "InstancePerMatchingLifetimeScope", "scoped",
                    "InstancePerRequest", "scoped",
                    "SingleInstance", "singleton",
                    "InstancePerDependency", "transient");

    private final CodeFile file;
    private final Tokens tokens;
    private final List<Registration> found = new ArrayList<>();

    private AutofacRegistrations(CodeFile file) {
        this.file = file;
        this.tokens = file.tokens();
    }

    static List<Registration> of(CodeBase code) {
        List<Registration> all = new ArrayList<>();
        String[] words = {
            "RegisterType", "RegisterGeneric", "RegisterInstance", "RegisterAssemblyTypes"
        };
        for (CodeFile file : code.filesWith(Dialect.CSHARP, words)) {
            boolean autofac = file.mayHold("Autofac") || file.mayHold("ContainerBuilder");
            if (autofac && !TestCode.is(file.path())) {
                all.addAll(new AutofacRegistrations(file).read());
            }
        }
        return all;
    }

    private List<Registration> read() {
        for (int i = 1; i < tokens.size(); i++) {
            if (tokens.is(i - 1, '.') && BEGIN.contains(tokens.word(i))) {
                chain(i);
            }
        }
        return found;
    }

    private void chain(int begin) {
        String type = "";
        String lifetime = "transient";
        List<String> contracts = new ArrayList<>();
        int at = begin;
        int end = begin;
        while (tokens.isWord(at)) {
            int paren = paren(at + 1);
            String word = tokens.word(at);
            if (at == begin) {
                type = type(at, paren);
            } else if (word.equals("As") || word.equals("Named") || word.equals("Keyed")) {
                contracts.add(type(at, paren));
            } else if (word.equals("AsSelf")) {
                contracts.add(type);
            }
            lifetime = LIFETIMES.getOrDefault(word, lifetime);
            end = tokens.is(paren, '(') ? Math.min(tokens.size() - 1, tokens.partner(paren)) : at;
            at = tokens.is(end + 1, '.') ? end + 2 : tokens.size();
        }
        Span span = new Span(tokens.start(begin), tokens.end(end));
        boolean scan = tokens.is(begin, "RegisterAssemblyTypes");
        String problem = scan ? "types found by scanning" : type.isEmpty() ? "not a type" : "";
        String name = Registration.plain(type);
        for (String contract : contracts.isEmpty() ? List.of(type) : contracts) {
            String as = Registration.plain(contract);
            found.add(new Registration(as, name, lifetime, "autofac", true, problem, file, span));
        }
    }

    private int paren(int from) {
        int at = from;
        while (at < from + 60 && at < tokens.size() && !tokens.is(at, '(') && !tokens.is(at, ';')) {
            at++;
        }
        return at;
    }

    /** The type argument, or what {@code typeof} or {@code new} names. */
    private String type(int name, int paren) {
        if (tokens.is(name + 1, '<')) {
            return TypeName.of(file.syntax().type(name, paren)).argument();
        }
        int first = paren + 1;
        if (tokens.is(first, "typeof")) {
            int open = first + 1;
            return file.syntax().type(open + 1, Math.min(tokens.size(), tokens.partner(open)));
        }
        return tokens.is(first, "new") ? tokens.word(first + 1) : "";
    }
}
