package io.digitalworker.facts.framework.python;

import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Symbol;
import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Input;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Index;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Expression.Text;
import io.digitalworker.facts.syntax.Parameter;
import io.digitalworker.facts.syntax.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a function of FastAPI takes, told from its parameters and from what it depends on. */
final class FastApiSignature {
    private static final int MAX_DEPTH = 6;
    private static final Set<String> PACKAGES = Set.of("fastapi", "starlette");
    private static final Set<String> SCHEMES =
            Set.of(
                    "OAuth2PasswordBearer",
                    "OAuth2AuthorizationCodeBearer",
                    "OAuth2",
                    "HTTPBearer",
                    "HTTPBasic",
                    "HTTPDigest",
                    "APIKeyHeader",
                    "APIKeyQuery",
                    "APIKeyCookie",
                    "OpenIdConnect",
                    "SecurityBase",
                    "HTTPBase");
    private static final Set<String> SPECIAL =
            Set.of(
                    "Request",
                    "Response",
                    "WebSocket",
                    "BackgroundTasks",
                    "SecurityScopes",
                    "HTTPConnection");
    private static final Set<String> WRAPPERS =
            Set.of("Optional", "Annotated", "List", "list", "Union", "Sequence", "Set", "set");
    private static final Map<String, String> PLACES =
            Map.of(
                    "Query", "query", "Path", "path", "Header", "header", "Cookie", "cookie",
                    "Form", "form", "File", "form");
    private static final String AUTHORIZING =
            ".*(current_?(active_?)?(super_?)?user|auth|permission|require|token|login|verify_|api_?key"
                    + "|jwt|role|admin).*";

    private final Python python;
    private final List<Input> inputs = new ArrayList<>();
    private final Set<String> bodies = new LinkedHashSet<>();
    private final Set<String> authorization = new LinkedHashSet<>();
    private final Map<String, TypeDeclaration> services = new LinkedHashMap<>();
    private final Set<String> seen = new HashSet<>();

    /** A parameter's type and what is said about it, with the place where that stands. */
    private record Said(String type, @Nullable Expression about, Scope scope) {}

    FastApiSignature(Python python) {
        this.python = python;
    }

    List<Input> inputs() {
        return inputs;
    }

    /** Type of the body; null if there is none. */
    @Nullable String request() {
        return bodies.isEmpty() ? null : String.join(", ", bodies);
    }

    List<String> authorization() {
        return List.copyOf(authorization);
    }

    /** Classes of the archive that it gets as dependencies, by name. */
    Map<String, TypeDeclaration> services() {
        return services;
    }

    void read(Member member, Scope scope) {
        read(member, scope, 0);
    }

    private void read(Member member, Scope scope, int depth) {
        if (depth > MAX_DEPTH || !seen.add(scope.file().path() + member.span().start())) {
            return;
        }
        for (Parameter parameter : member.parameters()) {
            if (!parameter.name().matches("self|cls|args|kwargs|\\*+.*|/")) {
                parameter(parameter, said(parameter, scope), depth);
            }
        }
    }

    private void parameter(Parameter parameter, Said said, int depth) {
        Call about = said.about() instanceof Call call ? call : null;
        String marker = about == null ? "" : about.name();
        String simple = TypeName.of(said.type()).simpleName();
        if (about != null && marker.matches("Depends|Security")) {
            depends(about, said, depth);
        } else if (about != null && PLACES.containsKey(marker)) {
            inputs.add(input(parameter, said, about));
        } else if (marker.equals("Body") || isBody(said)) {
            bodies.add(said.type().isEmpty() ? parameter.name() : said.type());
        } else if (!SPECIAL.contains(simple)) {
            boolean file = simple.equals("UploadFile");
            boolean required = parameter.defaultValue() == null;
            String in = file ? "form" : "query";
            inputs.add(new Input(parameter.name(), in, said.type(), required));
        }
    }

    private static Input input(Parameter parameter, Said said, Call marker) {
        String in = PLACES.getOrDefault(marker.name(), "query");
        Optional<Expression> alias = Argument.named(marker.arguments(), "alias");
        String name =
                alias.isPresent() && alias.get() instanceof Text text
                        ? text.value()
                        : in.equals("header")
                                ? parameter.name().replace('_', '-')
                                : parameter.name();
        boolean own = parameter.defaultValue() == null || parameter.defaultValue() == marker;
        Optional<Expression> first =
                parameter.defaultValue() == marker
                        ? Argument.of(marker.arguments(), "default", 0)
                        : Optional.empty();
        boolean required =
                own
                        && (first.isEmpty()
                                || first.get() instanceof Expression.Opaque
                                || isDots(first.get()));
        boolean optional = said.type().contains("Optional[") && first.isEmpty();
        return new Input(name, in, said.type(), required && !optional);
    }

    private static boolean isDots(Expression expression) {
        return expression instanceof Name name && name.name().equals("...");
    }

    /** Pydantic models, data classes, dictionaries: what FastAPI takes from the body. */
    private boolean isBody(Said said) {
        TypeName type = TypeName.of(said.type().replace("|None", "").replace("None|", ""));
        if (WRAPPERS.contains(type.simpleName()) && !type.arguments().isEmpty()) {
            return isBody(new Said(type.argument(), null, said.scope()));
        }
        if (Set.of("dict", "Dict", "Mapping").contains(type.simpleName())) {
            return true;
        }
        return python.code()
                .symbols()
                .types()
                .find(type.name(), said.scope().file())
                .filter(this::isModel)
                .isPresent();
    }

    private boolean isModel(TypeDeclaration type) {
        boolean data = type.annotations().stream().anyMatch(a -> a.is("dataclass"));
        return data
                || python.code().symbols().types().basesAbove(type).stream()
                        .anyMatch(b -> b.matches(".*(Model|Schema|TypedDict)(\\[.*)?"));
    }

    // ---- what is said about a parameter

    private Said said(Parameter parameter, Scope scope) {
        Said typed = typed(parameter.type(), scope, MAX_DEPTH);
        Expression value = parameter.defaultValue();
        return value instanceof Call ? new Said(typed.type(), value, scope) : typed;
    }

    /** {@code Annotated[T, Depends(f)]}, also under a name of its own. */
    private Said typed(String written, Scope scope, int steps) {
        TypeName type = TypeName.of(written);
        if (type.simpleName().equals("Annotated") && type.arguments().size() > 1) {
            for (String more : type.arguments().subList(1, type.arguments().size())) {
                Expression about = marker(more);
                if (about != null) {
                    return new Said(type.argument(), about, scope);
                }
            }
            return new Said(type.argument(), null, scope);
        }
        if (steps > 0 && !written.isEmpty() && type.arguments().isEmpty()) {
            Located alias =
                    python.code()
                            .symbols()
                            .definition(Python.named(type.name(), new Span(0, 0)), scope);
            if (alias.expression() instanceof Index index
                    && Python.last(Python.dotted(index.target())).equals("Annotated")) {
                return annotated(index, alias.scope());
            }
        }
        return new Said(written, null, scope);
    }

    private static Said annotated(Index index, Scope scope) {
        List<Expression> parts = new ArrayList<>();
        for (Argument argument : index.arguments()) {
            parts.addAll(
                    argument.value() instanceof Expression.Sequence all
                            ? all.items()
                            : List.of(argument.value()));
        }
        String type =
                parts.isEmpty() ? "" : scope.file().text(parts.get(0).span()).replaceAll("\\s", "");
        Expression about =
                parts.stream().skip(1).filter(p -> p instanceof Call).findFirst().orElse(null);
        return new Said(type, about, scope);
    }

    /** {@code Depends(f)} as written within a type; its first argument is read, if it is a name. */
    private static @Nullable Expression marker(String written) {
        int open = written.indexOf('(');
        if (open <= 0 || !written.endsWith(")")) {
            return null;
        }
        Span nowhere = new Span(0, 0);
        String inner = written.substring(open + 1, written.length() - 1);
        List<Argument> arguments = new ArrayList<>();
        for (String part : TypeName.split(inner)) {
            if (part.matches("[\\w.]+(\\(.*\\))?")) {
                String name = part.replaceFirst("\\(.*", "");
                Expression named = Python.named(name, nowhere);
                boolean call = part.endsWith(")");
                arguments.add(
                        new Argument(
                                null,
                                call ? new Call(named, List.of(), List.of(), nowhere) : named));
            } else if (part.matches("alias=[\"'][^\"']*[\"']")) {
                arguments.add(
                        new Argument(
                                "alias", new Text(part.substring(7, part.length() - 1), nowhere)));
            }
        }
        Expression function = Python.named(written.substring(0, open), nowhere);
        return new Call(function, List.of(), arguments, nowhere);
    }

    // ---- dependencies

    /** Notes what a dependency asks for; those of a router or of a decorator too. */
    void depends(Call call, Scope scope) {
        depends(call, new Said("", call, scope), 0);
    }

    private void depends(Call call, Said said, int depth) {
        Optional<Expression> given = Argument.of(call.arguments(), "dependency", 0);
        Expression on =
                given.orElseGet(
                        () -> Python.named(TypeName.of(said.type()).name(), new Span(0, 0)));
        if (Python.last(Python.dotted(on)).startsWith("OAuth2PasswordRequestForm")) {
            inputs.add(new Input("username", "form", "str", true));
            inputs.add(new Input("password", "form", "str", true));
            return;
        }
        boolean authorizing = call.name().equals("Security") || isAuthorizing(on, said.scope());
        if (authorizing && !isOptional(on, said.scope().file())) {
            authorization.add(name(on, said.scope().file()));
        } else if (!authorizing) {
            service(said);
        }
        Set<String> after = new LinkedHashSet<>(authorization);
        Symbol.Function function = function(on, said.scope());
        if (function != null) {
            read(function.member(), Scope.of(function.file(), function.type()), depth + 1);
        }
        if (authorizing) {
            authorization.clear();
            authorization.addAll(after);
        }
    }

    private void service(Said said) {
        String written = TypeName.of(said.type()).name();
        python.code()
                .symbols()
                .types()
                .find(written, said.scope().file())
                .filter(type -> !isModel(type))
                .ifPresent(type -> services.putIfAbsent(type.fullName(), type));
    }

    private static String name(Expression on, CodeFile file) {
        Expression named = on instanceof Call call ? call.function() : on;
        String dotted = Python.dotted(named);
        return dotted.isEmpty() ? Python.shown(named, file) : dotted;
    }

    private static boolean isOptional(Expression on, CodeFile file) {
        boolean off =
                on instanceof Call call
                        && call.arguments().stream()
                                .anyMatch(
                                        a ->
                                                (a.named("required") || a.named("auto_error"))
                                                        && a.value() instanceof Name n
                                                        && n.name().equals("False"));
        return off || name(on, file).toLowerCase(Locale.ROOT).contains("optional");
    }

    /** A security scheme, what asks for one directly, or what is called so. */
    private boolean isAuthorizing(Expression on, Scope scope) {
        String name = name(on, scope.file()).toLowerCase(Locale.ROOT);
        if (isScheme(on, scope) || Python.last(name).matches(AUTHORIZING)) {
            return true;
        }
        Symbol.Function function = function(on, scope);
        if (function == null) {
            return false;
        }
        Scope inner = Scope.of(function.file(), function.type());
        return function.member().parameters().stream()
                .map(parameter -> said(parameter, inner).about())
                .anyMatch(about -> about instanceof Call call && asksForScheme(call, inner));
    }

    private boolean asksForScheme(Call call, Scope scope) {
        Optional<Expression> on = Argument.of(call.arguments(), "dependency", 0);
        boolean scheme =
                call.name().equals("Security")
                        || (call.name().equals("Depends")
                                && on.isPresent()
                                && isScheme(on.get(), scope));
        return scheme && (on.isEmpty() || !isOptional(on.get(), scope.file()));
    }

    private boolean isScheme(Expression on, Scope scope) {
        Located made = python.made(on, scope);
        return python.makes(made.expression(), made.scope(), SCHEMES, PACKAGES).isPresent();
    }

    /** The function that is called in the end: of a class its constructor, of an object its call. */
    private Symbol.@Nullable Function function(Expression on, Scope scope) {
        Located made = python.made(on, scope);
        Optional<Symbol> symbol = python.code().symbols().find(made.expression(), made.scope());
        if (symbol.isPresent() && symbol.get() instanceof Symbol.Function function) {
            return function;
        }
        if (symbol.isPresent() && symbol.get() instanceof Symbol.Type type) {
            return member(type.declaration(), "__init__");
        }
        return python.code()
                .symbols()
                .typeOf(made.expression(), made.scope())
                .map(type -> member(type, "__call__"))
                .orElse(null);
    }

    private Symbol.@Nullable Function member(TypeDeclaration type, String name) {
        return python.code().symbols().types().member(type, name).orElse(null);
    }
}
