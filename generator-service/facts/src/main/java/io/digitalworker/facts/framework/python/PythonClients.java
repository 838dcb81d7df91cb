package io.digitalworker.facts.framework.python;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.ExternalCall;
import io.digitalworker.facts.fact.Mark;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Requests that Python code sends (requests, httpx, aiohttp, urllib), and marks of locks, retries and
 * soft deletion.
 */
public final class PythonClients implements Framework {
    private static final Set<String> PACKAGES =
            Set.of("requests", "httpx", "aiohttp", "urllib", "urllib3");
    private static final Set<String> CLIENTS =
            Set.of("Session", "AsyncClient", "Client", "ClientSession", "PoolManager");
    private static final Set<String> METHODS =
            Set.of(
                    "get", "post", "put", "delete", "patch", "head", "options", "request",
                    "urlopen", "stream");

    @Override
    public void extract(CodeBase code, Findings findings) {
        Python python = new Python(code);
        for (CodeFile file : code.files(Dialect.PYTHON)) {
            if (!Python.isTest(file)) {
                if (Python.imports(file, PACKAGES)) {
                    python.calls(file, METHODS).forEach(c -> sent(python, c, findings));
                }
                marks(python, file, findings);
            }
        }
    }

    private static void sent(Python python, Python.Called called, Findings findings) {
        Call call = called.call();
        Scope scope = called.scope();
        Expression receiver = call.receiver();
        String origin = Python.origin(call.function(), scope.file());
        String library = origin.split("\\.", 2)[0];
        boolean direct = PACKAGES.contains(library) && origin.contains(".");
        Located client = direct || receiver == null ? null : client(python, receiver, scope);
        if (!direct && client == null) {
            return;
        }
        boolean any = call.name().matches("request|stream");
        Optional<Expression> url = Argument.of(call.arguments(), "url", any ? 1 : 0);
        if (url.isEmpty()) {
            return;
        }
        String method =
                any
                        ? Argument.of(call.arguments(), "method", 0)
                                .flatMap(e -> python.code().values().text(e, scope))
                                .orElse("ANY")
                        : call.name().equals("urlopen") ? "GET" : call.name();
        Value value = python.code().values().first(url.get(), scope);
        Member around = scope.member();
        findings.add(
                new ExternalCall(
                        method.toUpperCase(Locale.ROOT),
                        base(python, client) + value.text(),
                        direct ? library : made(client),
                        around == null ? "" : around.qualifiedName(),
                        value.known() ? value.confidence() : Confidence.HEURISTIC,
                        scope.file().evidence(call.span())));
    }

    /** What a client is made by: a variable's value, or that of {@code with … as client}. */
    private static @Nullable Located client(Python python, Expression receiver, Scope scope) {
        if (receiver instanceof Name name) {
            for (Statement statement : scope.locals()) {
                boolean with =
                        statement.kind() == Statement.Kind.EACH
                                && statement.name().equals(name.name());
                if (with && isClient(python, statement.value(), scope)) {
                    return new Located(statement.value(), scope);
                }
            }
        }
        Located made = python.made(receiver, scope);
        return isClient(python, made.expression(), made.scope()) ? made : null;
    }

    private static boolean isClient(Python python, Expression expression, Scope scope) {
        return python.makes(expression, scope, CLIENTS, PACKAGES).isPresent();
    }

    private static String made(@Nullable Located client) {
        return client != null && client.expression() instanceof Call call
                ? Python.origin(call.function(), client.scope().file()).split("\\.", 2)[0]
                : "";
    }

    private static String base(Python python, @Nullable Located client) {
        return client != null && client.expression() instanceof Call call
                ? Argument.named(call.arguments(), "base_url")
                        .map(e -> python.code().values().first(e, client.scope()).text())
                        .orElse("")
                : "";
    }

    // ---- marks

    private static void marks(Python python, CodeFile file, Findings findings) {
        for (Python.Called called :
                python.calls(file, Set.of("select_for_update", "with_for_update"))) {
            Expression receiver = called.call().receiver();
            String on = receiver == null ? "" : subject(receiver);
            mark("lock", on, file.evidence(called.call().span()), Confidence.LITERAL, findings);
        }
        boolean tenacity = Python.imports(file, Set.of("tenacity", "backoff", "retrying", "retry"));
        for (TypeDeclaration type : file.types()) {
            for (Member member : type.members()) {
                for (Annotation annotation : member.annotations()) {
                    if (tenacity
                            && annotation.simpleName().matches("retry|on_exception|on_predicate")) {
                        mark(
                                "retry",
                                member.qualifiedName(),
                                member.evidence(),
                                Confidence.LITERAL,
                                findings);
                    }
                }
                boolean deleted =
                        member.name().matches("is_deleted|deleted_at|is_removed|deleted_on")
                                && !member.initializer().isEmpty()
                                && file.expression(member.initializer()) instanceof Call;
                if (deleted) {
                    mark(
                            "soft-delete",
                            type.name() + "." + member.name(),
                            member.evidence(),
                            Confidence.HEURISTIC,
                            findings);
                }
            }
        }
    }

    /** The model that a query begins with. */
    private static String subject(Expression query) {
        Expression at = query;
        for (int i = 0; i < 20; i++) {
            if (at instanceof Call call) {
                Expression inner = call.receiver();
                boolean session =
                        call.name().matches("query|select") && !call.arguments().isEmpty();
                if (session) {
                    return Python.last(Python.dotted(call.arguments().get(0).value()));
                }
                if (inner == null) {
                    return call.name();
                }
                at = inner;
            } else {
                String dotted = Python.dotted(at);
                return List.of(dotted.split("\\.")).get(0);
            }
        }
        return "";
    }

    private static void mark(
            String kind, String subject, Evidence evidence, Confidence sure, Findings findings) {
        findings.add(new Mark(kind, subject, sure, evidence));
    }
}
