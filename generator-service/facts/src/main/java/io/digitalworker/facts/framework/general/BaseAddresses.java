package io.digitalworker.facts.framework.general;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.syntax.Dialect;
import java.util.HashMap;
import java.util.Map;

/** The base addresses of typed HTTP clients, by the simple names of the clients. */
final class BaseAddresses {
    private static final String[] REGISTER = {"AddHttpClient", "AddRefitClient"};
    private static final int MAX_STATEMENT = 400;

    private final CodeBase code;
    private final Map<String, Value> byClient = new HashMap<>();

    private BaseAddresses(CodeBase code) {
        this.code = code;
    }

    static Map<String, Value> of(CodeBase code) {
        BaseAddresses addresses = new BaseAddresses(code);
        for (CodeFile file : code.filesWith(Dialect.CSHARP, "BaseAddress")) {
            addresses.registered(file);
        }
        return addresses.byClient;
    }

    /** {@code AddHttpClient<I, C>(c => c.BaseAddress = new Uri("…"))}. */
    private void registered(CodeFile file) {
        if (!file.mayHold(REGISTER[0]) && !file.mayHold(REGISTER[1])) {
            return;
        }
        Tokens tokens = file.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            boolean typed = tokens.is(i, REGISTER[0]) || tokens.is(i, REGISTER[1]);
            if (typed && tokens.is(i + 1, '<')) {
                registration(file, tokens, i);
            }
        }
    }

    private void registration(CodeFile file, Tokens tokens, int name) {
        int paren = name + 1;
        while (paren < name + 60 && !tokens.is(paren, '(')) {
            paren++;
        }
        TypeName types = TypeName.of(file.syntax().type(name, paren));
        int limit = Math.min(tokens.size(), name + MAX_STATEMENT);
        for (int i = paren; i < limit && !ends(tokens, i, name); i++) {
            if (tokens.is(i, "BaseAddress") && tokens.is(i + 1, '=')) {
                Value address = address(code, file, i + 2);
                types.arguments().forEach(t -> byClient.put(Registration.plain(t), address));
                return;
            }
        }
    }

    /** At the next registration. */
    private static boolean ends(Tokens tokens, int at, int name) {
        return at > name && (tokens.is(at, REGISTER[0]) || tokens.is(at, REGISTER[1]));
    }

    /** The text of {@code new Uri(…)} at a token. */
    static Value address(CodeBase code, CodeFile file, int at) {
        Tokens tokens = file.tokens();
        int open = at;
        while (open < at + 6 && !tokens.is(open, '(')) {
            open++;
        }
        boolean uri = tokens.is(open, '(') && tokens.is(at, "new");
        int to = Math.min(tokens.size(), tokens.partner(open));
        return uri && open + 1 < to
                ? code.values().first(file.syntax().expression(open + 1, to), Scope.of(file))
                : new Value("", false, false);
    }
}
