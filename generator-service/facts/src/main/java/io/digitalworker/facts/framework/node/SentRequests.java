package io.digitalworker.facts.framework.node;

import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Symbol;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.ExternalCall;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Mapping;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Requests of axios, fetch, got and their kin, and of Nest's HttpService. */
record SentRequests(ScriptSite site, Findings findings) {
    private static final Set<String> VERBS =
            Set.of("get", "post", "put", "patch", "delete", "head", "request");

    void request(Call call) {
        Expression receiver = call.receiver();
        String name = call.name();
        if (receiver == null
                && (name.equals("fetch")
                        || name.equals("axios")
                        || name.equals("got")
                        || name.equals("ky"))
                && !call.arguments().isEmpty()) {
            plain(call, name);
        } else if (receiver != null && VERBS.contains(name) && !call.arguments().isEmpty()) {
            Located client = site.code().symbols().definition(receiver, site.scope());
            String kind = client(receiver, client);
            if (!kind.isEmpty()) {
                String base = base(client);
                String method = name.equals("request") ? "ANY" : name.toUpperCase(Locale.ROOT);
                Expression first = ScriptSite.argument(call, 0).orElse(call);
                boolean options = first instanceof Mapping;
                Expression url = options ? ((Mapping) first).get("url") : first;
                method = options ? method((Mapping) first, method) : method;
                add(method, url, base, kind, call);
            }
        }
    }

    private void plain(Call call, String client) {
        Expression first = ScriptSite.argument(call, 0).orElse(call);
        Expression url = first instanceof Mapping m ? m.get("url") : first;
        Expression options =
                first instanceof Mapping ? first : ScriptSite.argument(call, 1).orElse(null);
        String method =
                options instanceof Mapping m ? method(m, "GET") : options == null ? "GET" : "ANY";
        add(method, url, "", client, call);
    }

    private String method(Mapping options, String otherwise) {
        Expression method = options.get("method");
        return method == null
                ? otherwise
                : site.code()
                        .values()
                        .text(method, site.scope())
                        .map(m -> m.toUpperCase(Locale.ROOT))
                        .orElse("ANY");
    }

    /** The package that a client is of; empty if this is none. */
    private String client(Expression receiver, Located client) {
        String name = Decorators.name(receiver);
        if (client.expression() instanceof Call made
                && made.name().matches("create|extend")
                && made.receiver() != null) {
            String root = Decorators.name(made.receiver());
            return root.matches("axios|got|ky") ? root : "";
        }
        if (name.matches("axios|got|ky|superagent|needle") && site.imports(name + "|.*" + name)) {
            return name;
        }
        Optional<Symbol> symbol = site.code().symbols().find(receiver, site.scope());
        String type =
                symbol.isPresent() && symbol.get() instanceof Symbol.Typed typed
                        ? typed.type()
                        : "";
        return switch (type) {
            case "HttpService" -> "HttpService";
            case "HttpClient" -> "HttpClient";
            case "AxiosInstance" -> "axios";
            default -> name.equals("axiosRef") ? "HttpService" : "";
        };
    }

    private String base(Located client) {
        if (client.expression() instanceof Call made
                && !made.arguments().isEmpty()
                && site.code()
                                .symbols()
                                .definition(made.arguments().get(0).value(), client.scope())
                                .expression()
                        instanceof Mapping options) {
            Expression base =
                    options.get("baseURL") != null
                            ? options.get("baseURL")
                            : options.get("prefixUrl");
            return base == null ? "" : site.code().values().first(base, client.scope()).text();
        }
        return "";
    }

    private void add(
            String method, @Nullable Expression url, String base, String client, Call call) {
        if (url == null) {
            findings.unresolved(
                    "external-call",
                    site.scope().file().text(call.span()),
                    "the address is not given",
                    site.evidence(call));
            return;
        }
        Value value = site.code().values().first(url, site.scope());
        boolean joined = !base.isEmpty() && !value.text().matches("https?://.*");
        String full =
                joined
                        ? base.replaceFirst("/+$", "") + "/" + value.text().replaceFirst("^/+", "")
                        : value.text();
        boolean known = value.known() && !base.contains("{");
        boolean nothing = full.matches("\\{[^}]*\\}");
        if (nothing) {
            findings.unresolved(
                    "external-call",
                    site.scope().file().text(url.span()),
                    "the address is not a constant",
                    site.evidence(call));
        }
        Confidence sure =
                nothing
                        ? Confidence.UNRESOLVED
                        : known && !joined ? value.confidence() : Confidence.RESOLVED;
        findings.add(
                new ExternalCall(method, full, client, site.caller(), sure, site.evidence(call)));
    }
}
