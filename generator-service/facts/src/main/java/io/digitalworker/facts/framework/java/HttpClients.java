package io.digitalworker.facts.framework.java;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Symbol;
import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.fact.ExternalCall;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.framework.java.JavaBodies.Site;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Requests that the code sends: by declared clients (Feign, Spring's HTTP interfaces, MicroProfile's REST
 * clients) and by {@code RestTemplate}, {@code WebClient}, {@code RestClient}, JAX-RS' and the JDK's own.
 */
public final class HttpClients implements Framework {
    private static final Map<String, String> TEMPLATE =
            Map.ofEntries(
                    Map.entry("getForObject", "GET"),
                    Map.entry("getForEntity", "GET"),
                    Map.entry("postForObject", "POST"),
                    Map.entry("postForEntity", "POST"),
                    Map.entry("postForLocation", "POST"),
                    Map.entry("patchForObject", "PATCH"),
                    Map.entry("put", "PUT"),
                    Map.entry("delete", "DELETE"),
                    Map.entry("headForHeaders", "HEAD"),
                    Map.entry("exchange", "ANY"));
    private static final Set<String> FLUENT = Set.of("WebClient", "RestClient");
    private static final Set<String> VERBS =
            Set.of("get", "post", "put", "delete", "patch", "head", "options");

    @Override
    public void extract(CodeBase base, Findings findings) {
        String[] words = {
            "FeignClient",
            "HttpExchange",
            "GetExchange",
            "PostExchange",
            "RegisterRestClient",
            "RestTemplate",
            "WebClient",
            "RestClient",
            "HttpRequest",
            "ClientBuilder",
            "Client"
        };
        if (!JavaCode.holds(base, words)) {
            return;
        }
        Reading reading = new Reading(JavaCode.of(base), findings);
        for (TypeDeclaration type : reading.code().with(words)) {
            if (type.kind() == TypeKind.INTERFACE) {
                reading.declared(type);
            }
        }
        JavaBodies.calls(reading.code().files(words), HttpClients::mayRequest)
                .forEach(reading::call);
    }

    private static boolean mayRequest(Call call) {
        return TEMPLATE.containsKey(call.name())
                || call.name().equals("uri")
                || call.name().equals("newBuilder")
                || call.name().equals("target");
    }

    /** Whether a client is made of an interface: {@code builder.build(X.class)}, {@code proxy(X.class)}. */
    static boolean isBuilt(JavaCode code, TypeDeclaration type) {
        List<CodeFile> files =
                code.files("build", "proxy", "create").stream()
                        .filter(file -> file.mayHold(type.simpleName()))
                        .toList();
        return !JavaBodies.calls(files, call -> isOf(call, type)).isEmpty();
    }

    private static boolean isOf(Call call, TypeDeclaration type) {
        return call.arguments().stream()
                .map(Argument::value)
                .anyMatch(value -> type.simpleName().equals(SpringPrefixes.typeOf(value)));
    }

    /** One reading of a code base. */
    private record Reading(JavaCode code, Findings findings) {

        // ---- interfaces

        void declared(TypeDeclaration type) {
            Scope scope = code.scope(type);
            Optional<Annotation> feign = Annotation.find(type.annotations(), "FeignClient");
            Optional<Annotation> rest = Annotation.find(type.annotations(), "RegisterRestClient");
            if (feign.isPresent()) {
                Annotation client = feign.get();
                String name = code.text(client, scope, "", "value", "name", "serviceId");
                Value url = code.value(client, scope, "url").orElse(new Value("", true, true));
                Value path = code.value(client, scope, "path").orElse(new Value("", true, true));
                Value host = url.text().isEmpty() ? new Value(service(name), true, true) : url;
                spring(type, SpringPrefixes.plus(host, path), "feign");
            } else if (rest.isPresent()) {
                jaxrs(type, base(type, rest.get(), scope));
            } else if (isExchange(type)) {
                spring(type, new Value("", true, true), "spring-http-interface");
            }
        }

        private static String service(String name) {
            return name.isEmpty() ? "" : "http://" + name;
        }

        /** Whether a mapping of Spring's HTTP interfaces stands on the type or one of its methods. */
        private static boolean isExchange(TypeDeclaration type) {
            return type.annotations().stream().anyMatch(a -> a.is("HttpExchange"))
                    || type.members().stream()
                            .flatMap(m -> m.annotations().stream())
                            .anyMatch(a -> a.simpleName().endsWith("Exchange"));
        }

        private Value base(TypeDeclaration type, Annotation client, Scope scope) {
            String key = code.text(client, scope, type.fullName(), "configKey");
            String quoted = "quarkus.rest-client.\"" + key + "\".url";
            String plain = "quarkus.rest-client." + key + ".url";
            Value set =
                    code.settings()
                            .filled(
                                    type.evidence().path(),
                                    plain,
                                    quoted,
                                    key + "/mp-rest/url",
                                    type.fullName() + "/mp-rest/url");
            return set.text().isEmpty()
                    ? code.value(client, scope, "baseUri").orElse(new Value("", true, true))
                    : set;
        }

        private void spring(TypeDeclaration type, Value base, String client) {
            Optional<SpringMapping> ofClass =
                    SpringMapping.among(code, SpringControllers.above(code, type));
            Value outer = first(ofClass);
            for (Inherited method : Inherited.of(code, type)) {
                Optional<SpringMapping> mapping = SpringMapping.among(code, method.annotations());
                if (mapping.isPresent()) {
                    Value path = SpringPrefixes.plus(outer, first(mapping));
                    List<String> verbs = mapping.get().methods();
                    for (String verb : verbs.isEmpty() ? List.of("ANY") : verbs) {
                        add(verb, url(base, path), client, type, method);
                    }
                }
            }
        }

        private static Value first(Optional<SpringMapping> mapping) {
            return mapping.flatMap(m -> m.paths().stream().findFirst())
                    .orElse(new Value("", true, true));
        }

        private void jaxrs(TypeDeclaration type, Value base) {
            Value outer =
                    JaxRs.pathOf(code, type)
                            .flatMap(p -> code.value(p.annotation(), p.scope(), "value"))
                            .orElse(new Value("", true, true));
            for (Inherited method : Inherited.of(code, type)) {
                JaxRsMethod.of(code, method)
                        .ifPresent(
                                m -> {
                                    Value inner = m.path();
                                    Value path =
                                            inner == null
                                                    ? outer
                                                    : SpringPrefixes.plus(outer, inner);
                                    m.verbs()
                                            .forEach(
                                                    verb ->
                                                            add(
                                                                    verb,
                                                                    url(base, path),
                                                                    "rest-client",
                                                                    type,
                                                                    method));
                                });
            }
        }

        private static Value url(Value base, Value path) {
            String host = base.text().replaceFirst("/+$", "");
            String whole =
                    path.text().matches("https?://.*") ? path.text() : UrlPath.of(path.text());
            boolean literal = base.literal() && path.literal();
            return new Value(host + whole, base.known() && path.known(), literal);
        }

        private void add(
                String verb, Value url, String client, TypeDeclaration type, Inherited method) {
            String caller = type.name() + "." + method.name();
            String library = client + ":" + type.name();
            findings.add(
                    new ExternalCall(
                            verb,
                            url.text(),
                            library,
                            caller,
                            url.confidence(),
                            method.nearest().member().evidence()));
        }

        // ---- calls

        void call(Site site) {
            Call call = site.call();
            Expression receiver = call.receiver();
            String name = call.name();
            if (receiver == null || call.arguments().isEmpty()) {
                return;
            }
            if (name.equals("newBuilder")
                    && receiver instanceof Name type
                    && type.name().equals("HttpRequest")) {
                request(site, call);
            } else if (name.equals("uri")) {
                fluent(site, call, receiver);
            } else if (name.equals("target") && typeOf(receiver, site.scope()).equals("Client")) {
                sent(site, verbAround(site, call), call.arguments().get(0).value(), "jaxrs");
            } else if (TEMPLATE.containsKey(name)
                    && typeOf(receiver, site.scope()).equals("RestTemplate")) {
                String verb =
                        name.equals("exchange")
                                ? exchange(site, call)
                                : TEMPLATE.getOrDefault(name, "ANY");
                sent(site, verb, call.arguments().get(0).value(), "RestTemplate");
            }
        }

        private static String exchange(Site site, Call call) {
            return call.arguments().stream()
                    .map(a -> site.file().text(a.value().span()))
                    .filter(text -> text.startsWith("HttpMethod."))
                    .map(text -> text.substring("HttpMethod.".length()))
                    .filter(text -> text.matches("[A-Z]+"))
                    .findFirst()
                    .orElse("ANY");
        }

        /** {@code client.get().uri("/x")} of a {@code WebClient} or {@code RestClient}. */
        private void fluent(Site site, Call call, Expression receiver) {
            List<Call> before = JavaBodies.chain(receiver);
            Expression root = JavaBodies.root(receiver);
            String type = root == null ? "" : typeOf(root, site.scope());
            boolean made = root instanceof Name known && FLUENT.contains(known.name());
            if (!made && !FLUENT.contains(type)) {
                return;
            }
            String verb =
                    before.stream()
                            .map(Call::name)
                            .filter(VERBS::contains)
                            .findFirst()
                            .map(v -> v.toUpperCase(Locale.ROOT))
                            .orElse("ANY");
            String client = root instanceof Name name && made ? name.name() : type;
            sent(site, verb, call.arguments().get(0).value(), client);
        }

        /** {@code HttpRequest.newBuilder(URI.create("…")).POST(…)}. */
        private void request(Site site, Call call) {
            Expression uri = call.arguments().get(0).value();
            boolean wrapped = uri instanceof Call create && create.arguments().size() == 1;
            Expression url = wrapped ? ((Call) uri).arguments().get(0).value() : uri;
            sent(site, verbAround(site, call), url, "HttpClient");
        }

        /** The verb that the chain around a call names; GET else. */
        private static String verbAround(Site site, Call call) {
            List<String> names = new ArrayList<>();
            for (var statement : site.scope().locals()) {
                if (statement.span().contains(call.span())) {
                    JavaBodies.chain(statement.value()).forEach(c -> names.add(c.name()));
                }
            }
            return names.stream()
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .filter(VERBS::contains)
                    .findFirst()
                    .map(name -> name.toUpperCase(Locale.ROOT))
                    .orElse("GET");
        }

        private void sent(Site site, String verb, Expression url, String client) {
            Value value =
                    code.settings()
                            .fill(
                                    code.base().values().first(url, site.scope()),
                                    site.file().path());
            findings.add(
                    new ExternalCall(
                            verb,
                            value.text(),
                            client,
                            site.caller(),
                            value.confidence(),
                            site.file().evidence(site.call().span())));
        }

        /** The simple name of a variable's declared type. */
        private String typeOf(Expression expression, Scope scope) {
            Optional<Symbol> symbol = code.base().symbols().find(expression, scope);
            return symbol.filter(Symbol.Typed.class::isInstance)
                    .map(s -> TypeName.of(((Symbol.Typed) s).type()).simpleName())
                    .orElse("");
        }
    }
}
