package io.digitalworker.facts.framework.general;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Create;
import io.digitalworker.facts.syntax.Expression.Lambda;
import io.digitalworker.facts.syntax.Span;
import io.digitalworker.facts.syntax.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The registrations of Microsoft's container (<a
 * href="https://learn.microsoft.com/dotnet/core/extensions/dependency-injection">its methods</a>), outside
 * tests.
 */
public final class Registrations {
    private static final Pattern LIFETIME =
            Pattern.compile("(?:TryAdd|Add)(?:Keyed)?(Singleton|Scoped|Transient)");
    private static final Set<String> LIFETIMES = Set.of("Singleton", "Scoped", "Transient");
    private static final Map<String, String> SPECIAL =
            Map.of(
                    "AddHttpClient", "transient",
                    "AddHostedService", "singleton",
                    "AddDbContext", "scoped",
                    "AddDbContextPool", "scoped",
                    "AddDbContextFactory", "singleton");
    private static final String[] WORDS = {
        "AddSingleton",
        "AddScoped",
        "AddTransient",
        "TryAddSingleton",
        "TryAddScoped",
        "TryAddTransient",
        "AddKeyedSingleton",
        "AddKeyedScoped",
        "AddKeyedTransient",
        "TryAddKeyedSingleton",
        "TryAddKeyedScoped",
        "TryAddKeyedTransient",
        "AddHttpClient",
        "AddHostedService",
        "AddDbContext",
        "AddDbContextPool",
        "AddDbContextFactory",
        "ServiceDescriptor"
    };
    private static final Set<String> RESOLVES =
            Set.of("GetRequiredService", "GetService", "CreateInstance");
    private static final Pattern PARAMETER = Pattern.compile("T([A-Z]\\w*)?");

    private final CodeFile file;
    private final Tokens tokens;
    private final List<Registration> found = new ArrayList<>();

    private Registrations(CodeFile file) {
        this.file = file;
        this.tokens = file.tokens();
    }

    /** By path and place. */
    static List<Registration> of(CodeBase code) {
        List<Registration> all = new ArrayList<>();
        for (CodeFile file : code.filesWith(Dialect.CSHARP, WORDS)) {
            if (!TestCode.is(file.path())) {
                all.addAll(new Registrations(file).read());
            }
        }
        return all;
    }

    /** The classes, by simple name, that each contract is registered with. */
    public static Map<String, Set<String>> byContract(CodeBase code) {
        Map<String, Set<String>> byContract = new HashMap<>();
        for (Registration each : of(code)) {
            if (!each.name().isEmpty()) {
                byContract
                        .computeIfAbsent(Registration.bare(each.contract()), c -> new TreeSet<>())
                        .add(Registration.bare(each.name()));
            }
        }
        return byContract;
    }

    private List<Registration> read() {
        for (int i = 1; i < tokens.size(); i++) {
            if (tokens.isWord(i) && tokens.is(i - 1, '.')) {
                String lifetime = lifetime(tokens.word(i), i);
                if (!lifetime.isEmpty()) {
                    registration(i, lifetime);
                }
            }
        }
        return found;
    }

    private String lifetime(String word, int at) {
        boolean begins = word.startsWith("Add") || word.startsWith("TryAdd");
        if (begins) {
            Matcher matcher = LIFETIME.matcher(word);
            String known = SPECIAL.getOrDefault(word, "");
            return matcher.matches() ? lower(matcher.group(1)) : known;
        }
        boolean descriptor = LIFETIMES.contains(word) && tokens.is(at - 2, "ServiceDescriptor");
        return descriptor ? lower(word) : "";
    }

    private static String lower(String word) {
        return word.toLowerCase(java.util.Locale.ROOT);
    }

    private void registration(int name, String lifetime) {
        int paren = name + 1;
        int limit = Math.min(tokens.size(), name + 60);
        while (paren < limit && !tokens.is(paren, '(') && !tokens.is(paren, ';')) {
            paren++;
        }
        boolean typed = tokens.is(name + 1, '<');
        if (!tokens.is(paren, '(') || (!typed && paren != name + 1)) {
            return;
        }
        List<String> types =
                typed ? TypeName.of(file.syntax().type(name, paren)).arguments() : List.of();
        List<Argument> arguments = file.syntax().arguments(paren);
        Span span =
                new Span(
                        tokens.start(name),
                        tokens.end(Math.min(tokens.size() - 1, tokens.partner(paren))));
        add(tokens.word(name), lifetime, types, arguments, span);
    }

    private void add(
            String method,
            String lifetime,
            List<String> types,
            List<Argument> arguments,
            Span span) {
        String contract = types.isEmpty() ? "" : types.get(0);
        String name = types.size() > 1 ? types.get(1) : "";
        boolean literal = true;
        if (SPECIAL.containsKey(method)) {
            if (!types.isEmpty()) {
                String as = method.equals("AddHostedService") ? "IHostedService" : contract;
                put(as, name.isEmpty() ? contract : name, lifetime, true, span);
            }
            return;
        }
        List<Expression> values = arguments.stream().map(Argument::value).toList();
        List<String> named = values.stream().map(this::typeOf).filter(t -> !t.isEmpty()).toList();
        if (types.isEmpty() && !named.isEmpty()) {
            contract = named.get(0);
            name = named.size() > 1 ? named.get(1) : "";
        }
        Expression maker = values.stream().filter(this::makes).findFirst().orElse(null);
        if (name.isEmpty() && maker != null) {
            name = made(maker);
            literal = contract.equals(name);
            contract = contract.isEmpty() ? name : contract;
        } else if (name.isEmpty() && values.stream().noneMatch(v -> typeOf(v).isEmpty())) {
            name = contract;
        } else if (name.isEmpty() && types.size() == 1 && values.isEmpty()) {
            name = contract;
        }
        put(contract, name, lifetime, literal, span);
    }

    private void put(String contract, String name, String lifetime, boolean literal, Span span) {
        String as = Registration.plain(contract);
        String of = Registration.plain(name);
        String problem =
                as.isEmpty()
                        ? "not a type"
                        : isParameter(of) || isParameter(as) ? "type parameter" : "";
        found.add(new Registration(as, of, lifetime, "dotnet", literal, problem, file, span));
    }

    private static boolean isParameter(String type) {
        return PARAMETER.matcher(type).matches();
    }

    /** What {@code typeof} names. */
    private String typeOf(Expression expression) {
        boolean names =
                expression instanceof Call call
                        && call.name().equals("typeof")
                        && call.arguments().size() == 1;
        if (!names) {
            return "";
        }
        int open = tokens.at(expression.span().start()) + 1;
        return file.syntax().type(open + 1, Math.min(tokens.size(), tokens.partner(open)));
    }

    private boolean makes(Expression value) {
        return value instanceof Lambda || value instanceof Create;
    }

    /** The class of which a factory makes objects; empty if that cannot be seen. */
    private String made(Expression maker) {
        if (maker instanceof Create create) {
            return create.type();
        }
        Expression result = maker instanceof Lambda lambda ? result(lambda) : null;
        if (result instanceof Create create) {
            return create.type();
        }
        return result instanceof Call call && RESOLVES.contains(call.name())
                ? String.join("", call.typeArguments())
                : "";
    }

    private @Nullable Expression result(Lambda lambda) {
        if (!lambda.block()) {
            return file.expression(lambda.body());
        }
        Expression last = null;
        for (Statement statement : file.statements(lambda.body())) {
            last = statement.kind() == Statement.Kind.RETURN ? statement.value() : last;
        }
        return last;
    }
}
