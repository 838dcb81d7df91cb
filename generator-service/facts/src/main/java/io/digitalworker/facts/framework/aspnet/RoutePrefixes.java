package io.digitalworker.facts.framework.aspnet;

import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Create;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a project puts before the routes of all its controllers, and asks of all their callers. */
final class RoutePrefixes {
    private final Web web;
    private final Map<String, String> prefixes = new TreeMap<>();
    private final Map<String, List<String>> needs = new TreeMap<>();

    RoutePrefixes(Web web, List<RouteSite> sites, Mounts mounts, Access access) {
        this.web = web;
        for (RouteSite site : sites) {
            if (site.call().name().equals("MapControllers")) {
                controllers(site, mounts, access);
            }
        }
        for (CodeFile file :
                web.code()
                        .filesWith(
                                Dialect.CSHARP,
                                "AddControllers",
                                "AddMvc",
                                "AddControllersWithViews",
                                "Conventions",
                                "AddMvcCore")) {
            if (!web.projects().tests(file)) {
                conventions(file);
            }
        }
    }

    private void controllers(RouteSite site, Mounts mounts, Access access) {
        Expression receiver = site.call().receiver();
        Mount mount = receiver == null ? null : mounts.of(receiver, site.scope());
        mount = mount == null ? Mount.ROOT : mount;
        for (Call outer : site.outer()) {
            mount = mount.needing(access.of(outer, site.scope()));
        }
        String project = web.projects().of(site.scope().file());
        if (!mount.prefix().isEmpty() && mount.known()) {
            prefixes.put(project, mount.prefix());
        }
        needs.put(project, mount.needs());
    }

    /**
     * A convention with a prefix for all routes: {@code Conventions.Add(new RoutePrefixConvention("api"))},
     * {@code options.UseCentralRoutePrefix(new RouteAttribute("api/v1"))}.
     */
    private void conventions(CodeFile file) {
        Tokens tokens = file.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.isWord(i)
                    && tokens.is(i + 1, '(')
                    && prefixes(tokens.word(i))
                    && !declares(tokens, i)) {
                for (Argument argument : file.syntax().arguments(i + 1)) {
                    Expression value = argument.value();
                    boolean route =
                            value instanceof Create create
                                    && create.type().startsWith("Route")
                                    && !create.arguments().isEmpty();
                    Expression text = route ? ((Create) value).arguments().get(0).value() : value;
                    Value prefix = web.text(text, Scope.of(file));
                    if (prefix.known()
                            && !prefix.text().isEmpty()
                            && prefix.text().matches("[\\w/{}:.\\[\\]-]+")) {
                        prefixes.putIfAbsent(web.projects().of(file), prefix.text());
                    }
                }
            }
        }
    }

    private static boolean prefixes(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean convention = lower.contains("prefix") && lower.contains("convention");
        return convention || (lower.startsWith("use") && lower.endsWith("routeprefix"));
    }

    private static boolean declares(Tokens tokens, int name) {
        return tokens.isWord(name - 1)
                && !tokens.is(name - 1, "new")
                && !tokens.is(name - 1, "return")
                && !tokens.is(name - 1, "await");
    }

    /** Before the routes of the controllers of a file; empty if there is none. */
    String of(CodeFile file) {
        return of(prefixes, file, "");
    }

    List<String> authorization(CodeFile file) {
        Set<String> all = new LinkedHashSet<>(of(needs, file, List.of()));
        return List.copyOf(all);
    }

    private <T> T of(Map<String, T> by, CodeFile file, T otherwise) {
        String project = web.projects().of(file);
        T own = by.get(project);
        if (own != null) {
            return own;
        }
        for (Map.Entry<String, T> entry : by.entrySet()) {
            if (web.projects().related(entry.getKey(), project)) {
                return entry.getValue();
            }
        }
        return otherwise;
    }
}
