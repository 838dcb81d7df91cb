package io.digitalworker.facts.framework.python;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Symbol;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Input;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Binary;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Conditional;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Expression.Select;
import io.digitalworker.facts.syntax.Expression.Sequence;
import io.digitalworker.facts.syntax.Expression.Text;
import io.digitalworker.facts.syntax.Expression.Unary;
import io.digitalworker.facts.syntax.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lists of patterns: what each pattern of them leads to, and what they include. */
final class UrlPatterns {
    private static final Set<String> NINJA = Set.of("NinjaAPI", "NinjaExtraAPI");
    private static final int MAX_DEPTH = 30;
    private static final int MAX_PATTERNS = 50_000;
    private static final Set<String> REGEX = Set.of("re_path", "url");
    private static final Set<String> TRANSLATED =
            Set.of("_", "gettext_lazy", "ugettext_lazy", "pgettext_lazy", "gettext");
    private static final Pattern CONVERTER = Pattern.compile("<(\\w+):(\\w+)>");
    static final String PATTERNS = "urlpatterns";
    private final Python python;
    private final CodeBase code;
    private final Findings findings;
    private final DjangoViews views;
    private final DjangoRouters routers;
    private final DjangoNinja ninja;
    private final Set<String> within = new HashSet<>();
    private int left = MAX_PATTERNS;
    private final Set<String> reached = new LinkedHashSet<>();

    UrlPatterns(Python python, DjangoNinja ninja, Findings findings) {
        this.python = python;
        this.code = python.code();
        this.findings = findings;
        this.views = new DjangoViews(python, findings);
        this.routers = new DjangoRouters(python, views, findings);
        this.ninja = ninja;
    }

    /** Whether a configuration was included, or is a root. */
    boolean reached(CodeFile file) {
        return reached.contains(file.path());
    }

    private boolean list(CodeFile file, String name, DjangoViews.At at, int depth) {
        List<Expression> values = patterns(file, name);
        String key = file.path() + "#" + name;
        if (values.isEmpty() || depth > MAX_DEPTH || !within.add(key)) {
            return !values.isEmpty();
        }
        Scope scope = Scope.of(file);
        for (Expression value : values) {
            evaluate(value, scope, at.way().when(conditions(file, value)), at, depth + 1);
        }
        within.remove(key);
        return true;
    }

    private static List<String> conditions(CodeFile file, Expression value) {
        return file.topLevel().stream()
                .filter(s -> s.span().contains(value.span()))
                .findFirst()
                .map(Statement::conditions)
                .orElse(List.of());
    }

    private void evaluate(Expression value, Scope scope, Way way, DjangoViews.At at, int depth) {
        evaluate(value, scope, new DjangoViews.At(way, at.inputs(), at.evidence()), depth);
    }

    private void evaluate(Expression value, Scope scope, DjangoViews.At at, int depth) {
        if (depth > MAX_DEPTH || left-- <= 0) {
            return;
        }
        if (value instanceof Sequence sequence) {
            sequence.items().forEach(item -> evaluate(item, scope, at, depth + 1));
        } else if (value instanceof Binary binary) {
            evaluate(binary.left(), scope, at, depth + 1);
            evaluate(binary.right(), scope, at, depth + 1);
        } else if (value instanceof Unary unary) {
            evaluate(unary.operand(), scope, at, depth + 1);
        } else if (value instanceof Conditional branch) {
            evaluate(branch.then(), scope, at, depth + 1);
            evaluate(branch.otherwise(), scope, at, depth + 1);
        } else if (value instanceof Call call) {
            called(call, scope, at, depth);
        } else {
            named(value, scope, at, depth);
        }
    }

    private void named(Expression value, Scope scope, DjangoViews.At at, int depth) {
        if (value instanceof Select select && select.name().equals("urls")) {
            urls(select, scope, at, depth);
            return;
        }
        boolean local =
                scope.member() == null
                        || scope.locals().stream()
                                .noneMatch(
                                        s -> value instanceof Name n && s.name().equals(n.name()));
        if (value instanceof Name name && local && list(scope.file(), name.name(), at, depth)) {
            return;
        }
        Optional<Symbol> symbol = code.symbols().find(value, scope);
        if (symbol.isPresent() && symbol.get() instanceof Symbol.Variable variable) {
            boolean list =
                    variable.scope().member() == null
                            && list(
                                    variable.scope().file(),
                                    DjangoViews.lastName(value),
                                    at,
                                    depth + 1);
            if (!list && variable.value() != value) {
                evaluate(variable.value(), variable.scope(), at, depth + 1);
            }
        } else if (symbol.isPresent() && symbol.get() instanceof Symbol.Module module) {
            module(module.file(), at, depth + 1);
        } else {
            unresolved(value, scope, "defined outside the archive or dynamic");
        }
    }

    private void unresolved(Expression value, Scope scope, String reason) {
        CodeFile file = scope.file();
        findings.unresolved(
                "endpoint", file.text(value.span()), reason, file.evidence(value.span()));
    }

    private void called(Call call, Scope scope, DjangoViews.At at, int depth) {
        String name =
                call.function() instanceof Call
                        ? ""
                        : Python.last(Python.origin(call.function(), scope.file()));
        List<Argument> arguments = call.arguments();
        if (name.equals("path") || REGEX.contains(name)) {
            pattern(call, REGEX.contains(name), scope, at, depth);
        } else if (name.equals("i18n_patterns")) {
            Way way = translated(arguments, at.way());
            arguments.stream()
                    .filter(a -> a.name() == null || a.name().equals("*"))
                    .forEach(a -> evaluate(a.value(), scope, way, at, depth + 1));
        } else if (name.equals("patterns")) {
            arguments.stream().skip(1).forEach(a -> evaluate(a.value(), scope, at, depth + 1));
        } else if (name.matches("format_suffix_patterns|list|tuple|decorate_patterns")) {
            Argument.at(arguments, 0).ifPresent(e -> evaluate(e, scope, at, depth + 1));
        } else if (name.equals("include")) {
            include(call, scope, at, depth);
        } else if (!name.matches("static|staticfiles_urlpatterns|debug_toolbar_urls")) {
            returned(call, scope, at, depth);
        }
    }

    private void returned(Call call, Scope scope, DjangoViews.At at, int depth) {
        Optional<Symbol> symbol = code.symbols().find(call.function(), scope);
        if (symbol.isPresent() && symbol.get() instanceof Symbol.Function function) {
            Scope inner = function.scope();
            inner.locals().stream()
                    .filter(s -> s.kind() == Statement.Kind.RETURN)
                    .forEach(s -> evaluate(s.value(), inner, at, depth + 1));
        } else {
            unresolved(call, scope, "defined outside the archive or dynamic");
        }
    }

    /** All paths begin with the language, unless the default one goes without. */
    private static Way translated(List<Argument> arguments, Way way) {
        boolean plain =
                Argument.named(arguments, "prefix_default_language")
                        .filter(e -> e instanceof Name n && n.name().equals("False"))
                        .isPresent();
        Value language = new Value("{language}/", true, false);
        Value none = new Value("", true, false);
        return way.plus(plain ? List.of(none, language) : List.of(language))
                .and(Confidence.RESOLVED);
    }

    private void pattern(Call call, boolean regex, Scope scope, DjangoViews.At at, int depth) {
        Optional<Expression> route = Argument.of(call.arguments(), regex ? "regex" : "route", 0);
        Optional<Expression> view = Argument.of(call.arguments(), "view", 1);
        if (route.isEmpty() || view.isEmpty()) {
            return;
        }
        List<Input> inputs = new ArrayList<>(at.inputs());
        List<Value> parts = new ArrayList<>();
        for (Value value : code.values().all(plain(route.get()), scope)) {
            Matcher typed = CONVERTER.matcher(regex ? "" : value.text());
            while (typed.find()) {
                inputs.add(new Input(typed.group(2), "path", typed.group(1), true));
            }
            String text = regex ? UrlPath.regex(value.text()) : UrlPath.converters(value.text());
            parts.add(new Value(text, value.known(), value.literal()));
        }
        Evidence evidence = scope.file().evidence(call.span());
        Way way = at.way().plus(parts);
        DjangoViews.At inner = new DjangoViews.At(way, inputs, evidence);
        target(view.get(), scope, inner, depth);
    }

    private static Expression plain(Expression route) {
        boolean translated =
                route instanceof Call call
                        && TRANSLATED.contains(call.name())
                        && !call.arguments().isEmpty();
        return translated && route instanceof Call call
                ? call.arguments().get(call.arguments().size() - 1).value()
                : route;
    }

    private void target(Expression view, Scope scope, DjangoViews.At at, int depth) {
        if (view instanceof Call call && call.name().endsWith("include")) {
            include(call, scope, at, depth);
        } else if (view instanceof Select select && select.name().equals("urls")) {
            urls(select, scope, at, depth);
        } else if (view instanceof Sequence tuple && !tuple.items().isEmpty()) {
            evaluate(tuple.items().get(0), scope, at, depth + 1);
        } else {
            views.view(view, scope, at);
        }
    }

    private void include(Call call, Scope scope, DjangoViews.At at, int depth) {
        boolean decorated = !call.name().equals("include");
        Optional<Expression> of = Argument.of(call.arguments(), "arg", decorated ? 1 : 0);
        if (of.isEmpty()) {
            return;
        }
        Located made = code.symbols().definition(of.get(), scope);
        boolean pair = made.expression() instanceof Sequence tuple && isPair(tuple);
        Expression what = pair ? ((Sequence) made.expression()).items().get(0) : of.get();
        Scope where = pair ? made.scope() : scope;
        Optional<CodeFile> file = module(what, where);
        if (file.isPresent()) {
            module(file.get(), at, depth + 1);
        } else if (code.values().first(what, where).known() && !(what instanceof Sequence)) {
            unresolved(call, scope, "defined outside the archive");
        } else {
            evaluate(what, where, at, depth + 1);
        }
    }

    /** Patterns with the name of their application: {@code (patterns, 'name')}. */
    private static boolean isPair(Sequence tuple) {
        if (tuple.items().size() < 2 || tuple.items().get(0) instanceof Call) {
            return false;
        }
        Expression second = tuple.items().get(1);
        boolean constant = second instanceof Name && tuple.items().size() == 2;
        return second instanceof Text || constant;
    }

    private void urls(Select select, Scope scope, DjangoViews.At at, int depth) {
        String origin = Python.origin(select.target(), scope.file());
        List<String> keys = routers.keys(select.target(), scope, 6);
        if (!keys.isEmpty()) {
            keys.forEach(key -> routers.include(key, at));
            return;
        }
        Located made = python.made(select.target(), scope);
        if (python.makes(made.expression(), made.scope(), NINJA, Set.of("ninja", "ninja_extra"))
                .isPresent()) {
            ninja.mount(python.key(made), at.way());
        } else if (origin.endsWith("site") || Python.last(origin).matches(".*admin.*")) {
            admin(origin, at);
        } else {
            Optional<Symbol> symbol = code.symbols().find(select, scope);
            if (symbol.isPresent() && symbol.get() instanceof Symbol.Variable variable) {
                evaluate(variable.value(), variable.scope(), at, depth + 1);
            } else {
                unresolved(select, scope, "defined outside the archive or dynamic");
            }
        }
    }

    private void admin(String origin, DjangoViews.At at) {
        String path = UrlPath.of(at.way().paths().get(0));
        findings.add(
                new Endpoint(
                        "ANY",
                        path,
                        List.of(),
                        origin,
                        "django",
                        List.of(),
                        null,
                        List.of(),
                        List.of("staff"),
                        at.way().conditions(),
                        at.way().confidence().and(Confidence.CONVENTION),
                        at.evidence()));
    }

    /** The statements that set or extend a list of patterns. */
    static List<Expression> patterns(CodeFile file, String name) {
        List<Expression> values = new ArrayList<>();
        for (Statement statement : file.topLevel()) {
            boolean assigned =
                    statement.kind() == Statement.Kind.ASSIGN && statement.name().equals(name);
            if (assigned) {
                values.add(statement.value());
            } else if (statement.value() instanceof Call call
                    && statement.kind() == Statement.Kind.EXPRESSION
                    && call.receiver() instanceof Name list
                    && list.name().equals(name)
                    && call.name().matches("append|extend|insert")) {
                int position = call.name().equals("insert") ? 1 : 0;
                Argument.at(call.arguments(), position).ifPresent(values::add);
            }
        }
        return values;
    }

    void module(CodeFile file, DjangoViews.At at, int depth) {
        reached.add(file.path());
        Way way = depth == 0 ? at.way() : at.way().and(Confidence.RESOLVED);
        list(file, PATTERNS, new DjangoViews.At(way, at.inputs(), at.evidence()), depth);
    }

    /** The file that a module's name or a module means. */
    Optional<CodeFile> module(Expression what, Scope scope) {
        Value text = code.values().first(what, scope);
        if (text.known()) {
            return code.symbols().module(text.text(), scope.file());
        }
        Optional<Symbol> symbol = code.symbols().find(what, scope);
        return symbol.isPresent() && symbol.get() instanceof Symbol.Module module
                ? Optional.of(module.file())
                : Optional.empty();
    }
}
