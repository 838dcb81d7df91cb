package io.digitalworker.facts.framework.general;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Symbol;
import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.ExternalCall;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Create;
import io.digitalworker.facts.syntax.Expression.Lambda;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Expression.Select;
import io.digitalworker.facts.syntax.Expression.Text;
import io.digitalworker.facts.syntax.Parameter;
import io.digitalworker.facts.syntax.Span;
import io.digitalworker.facts.syntax.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Requests that .NET code sends, outside tests: HttpClient, RestSharp, Refit, Flurl. The base address of
 * a typed client is put before relative addresses where it is known.
 */
public final class DotnetRequests implements Framework {
    private static final Pattern SENDS =
            Pattern.compile(
                    "(Get|Post|Put|Patch|Delete)(String|Stream|ByteArray|FromJson|AsJson|Json|"
                            + "UrlEncoded|Multipart)?(Async|AsAsyncEnumerable)");
    private static final Set<String> CLIENTS = Set.of("HttpClient", "HttpMessageInvoker");
    private static final Set<String> MAKES = Set.of("CreateClient", "CreateDefaultClient");
    private static final Set<String> VERBS =
            Set.of("Get", "Post", "Put", "Delete", "Patch", "Head", "Options");
    private static final int MAX_DEPTH = 6;

    @Override
    public void extract(CodeBase code, Findings findings) {
        List<CodeFile> files =
                code.filesWith(
                        Dialect.CSHARP,
                        "HttpClient",
                        "IHttpClientFactory",
                        "RestRequest",
                        "Refit",
                        "RestEase",
                        "Flurl");
        Map<String, Value> bases = files.isEmpty() ? Map.of() : BaseAddresses.of(code);
        for (CodeFile file : files) {
            if (!TestCode.is(file.path())) {
                for (TypeDeclaration type : file.types()) {
                    new OfType(code, findings, file, type, bases).read();
                }
            }
        }
    }

    /** The requests of one type. */
    private record OfType(
            CodeBase code,
            Findings findings,
            CodeFile file,
            TypeDeclaration type,
            Map<String, Value> bases) {

        void read() {
            boolean contract =
                    type.kind() == TypeKind.INTERFACE
                            && (file.mayHold("Refit") || file.mayHold("RestEase"));
            for (Member member : type.members()) {
                if (contract) {
                    declared(member);
                } else if (!member.body().isEmpty()) {
                    body(member);
                }
            }
        }

        /** Refit: {@code [Get("/users/{id}")]}. */
        private void declared(Member member) {
            for (Annotation annotation : member.annotations()) {
                Optional<Expression> path = annotation.argument(0);
                if (VERBS.contains(annotation.simpleName()) && path.isPresent()) {
                    Value url = code.values().first(path.get(), Scope.of(file, type));
                    String method = annotation.simpleName().toUpperCase(Locale.ROOT);
                    String client = file.mayHold("Refit") ? "refit" : "restease";
                    add(method, url, client, member, member.span());
                }
            }
        }

        private void body(Member member) {
            Scope scope = Scope.of(file, type, member);
            if (member.expressionBody()) {
                visit(file.expression(member.body()), scope, member, MAX_DEPTH);
            }
            scope.locals().forEach(s -> visit(s, scope, member, MAX_DEPTH));
        }

        private void visit(Statement statement, Scope scope, Member member, int depth) {
            visit(statement.value(), scope, member, depth);
        }

        private void visit(Expression expression, Scope scope, Member member, int depth) {
            expression.walk(
                    each -> {
                        if (each instanceof Call call) {
                            call(call, scope, member);
                        } else if (each instanceof Create create) {
                            created(create, scope, member);
                        } else if (each instanceof Lambda lambda && depth > 0) {
                            inner(lambda, scope, member, depth - 1);
                        }
                    });
        }

        private void inner(Lambda lambda, Scope scope, Member member, int depth) {
            if (lambda.block()) {
                List<Statement> statements = file.statements(lambda.body());
                Scope within = scope.with(statements);
                statements.forEach(s -> visit(s, within, member, depth));
            } else {
                visit(file.expression(lambda.body()), scope, member, depth);
            }
        }

        private void call(Call call, Scope scope, Member member) {
            Matcher verb = SENDS.matcher(call.name());
            Expression receiver = call.receiver();
            if (!verb.matches() || receiver == null) {
                return;
            }
            String method = verb.group(1).toUpperCase(Locale.ROOT);
            if (isClient(receiver, scope) && !call.arguments().isEmpty()) {
                Expression url = call.arguments().get(0).value();
                add(method, address(url, scope), "HttpClient", member, call.span());
            } else if (file.mayHold("Flurl")) {
                flurl(method, receiver, scope, member, call.span());
            }
        }

        /** {@code "https://…".AppendPathSegment("x").GetJsonAsync()}. */
        private void flurl(
                String method, Expression receiver, Scope scope, Member member, Span span) {
            StringBuilder path = new StringBuilder();
            Expression at = receiver;
            for (int i = 0; i < 20 && at instanceof Call call && call.receiver() != null; i++) {
                if (call.name().startsWith("AppendPathSegment")) {
                    for (int n = call.arguments().size() - 1; n >= 0; n--) {
                        Expression segment = call.arguments().get(n).value();
                        String text = code.values().first(segment, scope).text();
                        path.insert(0, text.startsWith("/") ? text : "/" + text);
                    }
                }
                at = call.receiver();
            }
            Value root = code.values().first(at, scope);
            if (root.text().contains("/") || !path.isEmpty()) {
                boolean whole = root.literal() && path.isEmpty();
                add(
                        method,
                        new Value(joined(root.text(), path.toString()), root.known(), whole),
                        "flurl",
                        member,
                        span);
            }
        }

        private boolean isClient(Expression receiver, Scope scope) {
            if (receiver instanceof Call call) {
                return MAKES.contains(call.name());
            }
            if (receiver instanceof Create create) {
                return CLIENTS.contains(TypeName.of(create.type()).simpleName());
            }
            Optional<Symbol> symbol = code.symbols().find(receiver, scope);
            if (symbol.isEmpty() && receiver instanceof Name name) {
                return CLIENTS.contains(TypeName.of(component(name.name())).simpleName());
            }
            if (symbol.isPresent() && symbol.get() instanceof Symbol.Typed typed) {
                return CLIENTS.contains(TypeName.of(typed.type()).simpleName());
            }
            boolean set =
                    symbol.isPresent()
                            && symbol.get() instanceof Symbol.Variable variable
                            && !variable.value().equals(receiver);
            return set && made(((Symbol.Variable) symbol.get()).value());
        }

        /** The type of a primary constructor's parameter; empty if there is none. */
        private String component(String name) {
            return type.members().stream()
                    .filter(m -> m.kind() == MemberKind.CONSTRUCTOR && m.body().isEmpty())
                    .flatMap(m -> m.parameters().stream())
                    .filter(p -> p.name().equals(name))
                    .findFirst()
                    .map(Parameter::type)
                    .orElse("");
        }

        private static boolean made(Expression value) {
            return value instanceof Call call
                    ? MAKES.contains(call.name())
                    : value instanceof Create create
                            && CLIENTS.contains(TypeName.of(create.type()).simpleName());
        }

        /** {@code new HttpRequestMessage(method, url)} and RestSharp's {@code new RestRequest(url, method)}. */
        private void created(Create create, Scope scope, Member member) {
            String made = TypeName.of(create.type()).simpleName();
            List<Argument> given = create.arguments();
            if (made.equals("HttpRequestMessage")) {
                Optional<Expression> method =
                        Argument.of(given, "method", 0).or(() -> set(create, "Method"));
                Optional<Expression> url =
                        Argument.of(given, "requestUri", 1).or(() -> set(create, "RequestUri"));
                if (url.isPresent()) {
                    String verb = method.map(m -> verb(m, scope)).orElse("GET");
                    add(verb, address(url.get(), scope), "HttpClient", member, create.span());
                }
            } else if (made.equals("RestRequest")) {
                restSharp(create, scope, member);
            }
        }

        private static Optional<Expression> set(Create create, String property) {
            return Argument.named(create.initializer(), property);
        }

        private void restSharp(Create create, Scope scope, Member member) {
            Value url = new Value("", true, true);
            String method = "GET";
            for (Argument argument : create.arguments()) {
                Expression value = argument.value();
                boolean verb =
                        value instanceof Select select
                                && select.target() instanceof Name name
                                && name.name().equals("Method");
                if (verb) {
                    method = ((Select) value).name().toUpperCase(Locale.ROOT);
                } else if (url.text().isEmpty()) {
                    url = address(value, scope);
                }
            }
            add(method, url, "restsharp", member, create.span());
        }

        /** {@code HttpMethod.Post}, {@code new HttpMethod("PATCH")}. */
        private String verb(Expression method, Scope scope) {
            if (method instanceof Select select
                    && select.target() instanceof Name name
                    && name.name().equals("HttpMethod")) {
                return select.name().toUpperCase(Locale.ROOT);
            }
            Located at = code.symbols().definition(method, scope);
            boolean named = at.expression() instanceof Create c && !c.arguments().isEmpty();
            Expression text =
                    named ? ((Create) at.expression()).arguments().get(0).value() : at.expression();
            return text instanceof Text known ? known.value().toUpperCase(Locale.ROOT) : "ANY";
        }

        /** The text of an address, also within {@code new Uri(…)}. */
        private Value address(Expression url, Scope scope) {
            Located at = code.symbols().definition(url, scope);
            boolean uri =
                    at.expression() instanceof Create create
                            && TypeName.of(create.type()).simpleName().equals("Uri")
                            && !create.arguments().isEmpty();
            if (!uri) {
                return code.values().first(url, scope);
            }
            Expression text = ((Create) at.expression()).arguments().get(0).value();
            return code.values().first(text, at.scope());
        }

        private void add(String method, Value url, String client, Member member, Span span) {
            String text = url.text();
            Value base = base();
            boolean relative = !text.contains("://") && !text.startsWith("{");
            boolean joined = relative && base != null && base.known();
            String whole = joined && base != null ? joined(base.text(), text) : text;
            Confidence confidence =
                    url.literal() && !joined
                            ? Confidence.LITERAL
                            : whole.matches("\\{[^{}]*}|")
                                    ? Confidence.UNRESOLVED
                                    : Confidence.RESOLVED;
            String caller = member.qualifiedName();
            findings.add(
                    new ExternalCall(
                            method, whole, client, caller, confidence, file.evidence(span)));
        }

        /** As registered, else as a constructor sets it. */
        private @Nullable Value base() {
            if (bases.containsKey(type.simpleName()) || !file.mayHold("BaseAddress")) {
                return bases.get(type.simpleName());
            }
            for (Member member : type.members()) {
                if (member.kind() == MemberKind.CONSTRUCTOR && !member.body().isEmpty()) {
                    Scope scope = Scope.of(file, type, member);
                    for (Statement statement : scope.locals()) {
                        if (statement.target() instanceof Select set
                                && set.name().equals("BaseAddress")) {
                            return address(statement.value(), scope);
                        }
                    }
                }
            }
            return null;
        }

        private static String joined(String base, String path) {
            if (path.isEmpty()) {
                return base;
            }
            String left = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
            return path.startsWith("?")
                    ? base + path
                    : left + (path.startsWith("/") ? "" : "/") + path;
        }
    }
}
