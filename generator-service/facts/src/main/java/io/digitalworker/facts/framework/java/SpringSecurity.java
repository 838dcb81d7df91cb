package io.digitalworker.facts.framework.java;

import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.framework.java.Inherited.Noted;
import io.digitalworker.facts.framework.java.JavaBodies.Site;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Create;
import io.digitalworker.facts.syntax.Expression.Lambda;
import io.digitalworker.facts.syntax.Expression.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a caller must have: annotations of methods and classes, and the matchers of a module's one
 * security configuration, the first that fits. Where a module has several configurations, none is taken.
 */
final class SpringSecurity {
    private static final Set<String> OPENERS =
            Set.of("authorizeHttpRequests", "authorizeRequests", "authorizeExchange");
    private static final Set<String> MATCHERS =
            Set.of(
                    "requestMatchers",
                    "antMatchers",
                    "mvcMatchers",
                    "pathMatchers",
                    "anyRequest",
                    "anyExchange");
    private static final Map<String, String> PLAIN =
            Map.of(
                    "permitAll", "anonymous",
                    "anonymous", "anonymous",
                    "authenticated", "authenticated",
                    "fullyAuthenticated", "authenticated",
                    "denyAll", "nobody");
    private static final Set<String> ROLES =
            Set.of(
                    "hasRole",
                    "hasAnyRole",
                    "hasAuthority",
                    "hasAnyAuthority",
                    "access",
                    "hasIpAddress");

    private final Map<String, List<List<Rule>>> byRoot = new TreeMap<>();

    /** Requests of a method (empty for any) and of patterns, and what they need. */
    private record Rule(String method, List<String> patterns, String needs) {}

    private SpringSecurity() {}

    static SpringSecurity of(JavaCode code) {
        SpringSecurity security = new SpringSecurity();
        List<Site> sites =
                JavaBodies.calls(
                        code.files(OPENERS.toArray(String[]::new)),
                        call -> OPENERS.contains(call.name()));
        for (Site site : sites) {
            List<Rule> rules = new ArrayList<>();
            chains(site).forEach(chain -> rules(code, site, chain, rules));
            security.byRoot
                    .computeIfAbsent(
                            code.modules().root(site.file().path()), r -> new ArrayList<>())
                    .add(rules);
        }
        return security;
    }

    /** What follows the opener in its statement, or the chains in its lambda. */
    private static List<List<Call>> chains(Site site) {
        Optional<Expression> customizer = Argument.at(site.call().arguments(), 0);
        if (customizer.isPresent() && customizer.get() instanceof Lambda lambda) {
            return JavaBodies.bodyOf(lambda, site.file()).stream().map(JavaBodies::chain).toList();
        }
        List<List<Call>> chains = new ArrayList<>();
        for (var statement : site.scope().locals()) {
            boolean whole = statement.span().contains(site.call().span());
            List<Call> chain = whole ? JavaBodies.chain(statement.value()) : List.of();
            for (int i = 0; i < chain.size(); i++) {
                if (chain.get(i).span().equals(site.call().span())) {
                    chains.add(chain.subList(i + 1, chain.size()));
                }
            }
        }
        return chains;
    }

    private static void rules(JavaCode code, Site site, List<Call> chain, List<Rule> rules) {
        Call matcher = null;
        for (Call call : chain) {
            if (MATCHERS.contains(call.name())) {
                matcher = call;
            } else if (matcher != null) {
                String needs = needs(code, site.scope(), call);
                if (!needs.isEmpty()) {
                    rules.add(rule(code, site.scope(), matcher, needs));
                    matcher = null;
                }
            }
        }
    }

    private static String needs(JavaCode code, Scope scope, Call call) {
        if (ROLES.contains(call.name())) {
            List<String> names = new ArrayList<>();
            for (Argument argument : call.arguments()) {
                Value value = code.base().values().first(argument.value(), scope);
                names.add(
                        value.known() ? value.text() : scope.file().text(argument.value().span()));
            }
            return String.join(", ", names);
        }
        return PLAIN.getOrDefault(call.name(), "");
    }

    private static Rule rule(JavaCode code, Scope scope, Call matcher, String needs) {
        String method = "";
        List<String> patterns = new ArrayList<>();
        for (Argument argument : matcher.arguments()) {
            if (argument.value() instanceof Select select
                    && select.target() instanceof Expression.Name name
                    && name.name().equals("HttpMethod")) {
                method = select.name();
            } else {
                code.base().values().items(pattern(argument.value()), scope).stream()
                        .map(v -> code.settings().fill(v, scope.file().path()))
                        .forEach(v -> patterns.add(v.known() ? v.text() : "?"));
            }
        }
        boolean any = matcher.name().startsWith("any") || (patterns.isEmpty() && !method.isEmpty());
        return new Rule(method, any ? List.of("/**") : patterns, needs);
    }

    /** The pattern within {@code mvc.pattern("/x")} or {@code new AntPathRequestMatcher("/x")}. */
    private static Expression pattern(Expression matcher) {
        List<Argument> arguments =
                matcher instanceof Call call
                        ? call.arguments()
                        : matcher instanceof Create create ? create.arguments() : List.of();
        return arguments.stream()
                .map(Argument::value)
                .filter(value -> !(value instanceof Select))
                .findFirst()
                .orElse(matcher);
    }

    /** What a caller of a handler needs, its annotations and the configuration's matchers. */
    List<String> of(
            JavaCode code,
            TypeDeclaration type,
            Inherited method,
            List<Noted> annotations,
            String verb,
            String path) {
        List<String> ofMethod = Authorizations.of(code, method.annotations());
        List<String> own = ofMethod.isEmpty() ? Authorizations.of(code, annotations) : ofMethod;
        List<String> needs = new ArrayList<>(own);
        configured(code, type, verb, path).filter(n -> own.isEmpty()).ifPresent(needs::add);
        return needs;
    }

    Optional<String> configured(JavaCode code, TypeDeclaration type, String verb, String path) {
        List<List<Rule>> of =
                byRoot.getOrDefault(code.modules().root(type.evidence().path()), List.of());
        if (of.size() != 1) {
            return Optional.empty();
        }
        for (Rule rule : of.get(0)) {
            if (rule.patterns().contains("?")) {
                return Optional.empty();
            }
            boolean method = rule.method().isEmpty() || rule.method().equals(verb);
            if (method && rule.patterns().stream().anyMatch(p -> AntPattern.matches(p, path))) {
                return Optional.of(rule.needs());
            }
        }
        return Optional.empty();
    }
}
