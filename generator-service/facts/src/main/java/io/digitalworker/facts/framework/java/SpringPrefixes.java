package io.digitalworker.facts.framework.java;

import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.java.Inherited.Noted;
import io.digitalworker.facts.framework.java.JavaBodies.Site;
import io.digitalworker.facts.source.SourceFile;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Lambda;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Expression.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What Spring puts before the paths of a module: by its settings, by {@code addPathPrefix}. */
final class SpringPrefixes {
    private final JavaCode code;
    private final List<Prefix> prefixes = new ArrayList<>();

    /** A prefix for the controllers that have an annotation or lie in a package; empty ones mean all. */
    private record Prefix(
            String root, Value path, List<String> annotations, List<String> packages) {}

    private SpringPrefixes(JavaCode code) {
        this.code = code;
    }

    static SpringPrefixes of(JavaCode code, Findings findings) {
        SpringPrefixes prefixes = new SpringPrefixes(code);
        List<Site> sites =
                JavaBodies.calls(
                        code.files("addPathPrefix"),
                        call ->
                                call.name().equals("addPathPrefix")
                                        && call.arguments().size() == 2);
        sites.forEach(site -> prefixes.enter(site, findings));
        return prefixes;
    }

    private void enter(Site site, Findings findings) {
        Value path =
                code.settings()
                        .fill(
                                code.base()
                                        .values()
                                        .first(
                                                site.call().arguments().get(0).value(),
                                                site.scope()),
                                site.file().path());
        List<String> annotations = new ArrayList<>();
        List<String> packages = new ArrayList<>();
        Expression predicate = site.call().arguments().get(1).value();
        boolean[] any = {false};
        JavaBodies.walk(
                predicate,
                site.scope(),
                (each, scope) -> {
                    if (each instanceof Call call) {
                        any[0] |= call.name().equals("forAnyHandlerType");
                        selected(call, site, annotations, packages);
                    }
                    any[0] |= each instanceof Lambda lambda && isTrue(lambda, site);
                });
        if (!path.known() || (!any[0] && annotations.isEmpty() && packages.isEmpty())) {
            findings.unresolved(
                    "endpoint",
                    site.file().text(site.call().span()),
                    "prefix of paths that cannot be told",
                    site.file().evidence(site.call().span()));
            return;
        }
        String root = code.modules().root(site.file().path());
        prefixes.add(new Prefix(root, path, annotations, packages));
    }

    private static boolean isTrue(Lambda lambda, Site site) {
        return !lambda.block() && site.file().text(lambda.body()).strip().equals("true");
    }

    private void selected(Call call, Site site, List<String> annotations, List<String> packages) {
        String name = call.name();
        boolean marked =
                name.equals("forAnnotation")
                        || name.equals("isAnnotationPresent")
                        || name.equals("annotation")
                        || name.equals("hasAnnotation");
        for (Argument argument : call.arguments()) {
            String type = typeOf(argument.value());
            if (marked && type != null) {
                annotations.add(type);
            } else if (name.equals("forBasePackage") || name.equals("basePackage")) {
                code.base().values().text(argument.value(), site.scope()).ifPresent(packages::add);
            } else if (name.equals("forBasePackageClass") && type != null) {
                code.find(type, site.file(), site.type())
                        .ifPresent(found -> packages.add(found.namespace()));
            } else if (name.equals("startsWith")) {
                code.base().values().text(argument.value(), site.scope()).ifPresent(packages::add);
            }
        }
    }

    /** {@code X} of {@code X.class}. */
    static @Nullable String typeOf(Expression expression) {
        if (expression instanceof Select select && select.name().equals("class")) {
            return select.target() instanceof Name name
                    ? name.name()
                    : select.target() instanceof Select inner ? inner.name() : null;
        }
        return null;
    }

    /** What stands before the paths of a controller. */
    Value of(JavaCode code, TypeDeclaration type, List<Noted> annotations) {
        Value settings = ofSettings(code, type.evidence().path(), true);
        for (Prefix prefix : prefixes) {
            if (matches(prefix, type, annotations)) {
                return plus(settings, prefix.path());
            }
        }
        return settings;
    }

    private boolean matches(Prefix prefix, TypeDeclaration type, List<Noted> annotations) {
        boolean root = holds(prefix, code.modules().root(type.evidence().path()));
        boolean marked =
                prefix.annotations().isEmpty()
                        || annotations.stream().anyMatch(a -> marks(a, prefix.annotations()));
        boolean packed =
                prefix.packages().isEmpty()
                        || prefix.packages().stream().anyMatch(type.namespace()::startsWith);
        return root && marked && packed;
    }

    private boolean holds(Prefix prefix, String module) {
        boolean only = prefixes.stream().map(Prefix::root).distinct().count() == 1;
        return code.modules().holds(prefix.root(), module)
                || (only && code.modules().mayRun(prefix.root(), module));
    }

    private boolean marks(Noted noted, List<String> wanted) {
        return wanted.contains(noted.annotation().simpleName())
                || SpringMapping.means(code, noted, wanted, "org.springframework.");
    }

    /** What the settings of a file's module put before all paths. */
    static Value ofSettings(JavaCode code, String file, boolean servlet) {
        Settings settings = code.settings();
        Value context = settings.filled(file, "server.servlet.context-path", "server.context-path");
        Value flux = settings.filled(file, "spring.webflux.base-path");
        Value mvc =
                settings.filled(
                        file,
                        "spring.mvc.servlet.path",
                        "server.servlet.path",
                        "server.servlet-path");
        Value so = plus(context, flux);
        Value inner = mvc.text().isEmpty() ? dispatcher(code, file) : mvc;
        return servlet ? plus(so, inner) : so;
    }

    /** Where web.xml maps Spring's servlet to. */
    private static Value dispatcher(JavaCode code, String file) {
        for (SourceFile webXml : code.base().data().named("web.xml")) {
            boolean same = code.modules().root(webXml.path()).equals(code.modules().root(file));
            Optional<String> path =
                    same
                            ? WebXml.of(code.base().data().read(webXml)).pathOf("DispatcherServlet")
                            : Optional.empty();
            if (path.isPresent()) {
                return new Value(path.get(), true, false);
            }
        }
        return new Value("", true, true);
    }

    static Value plus(Value left, Value right) {
        if (left.text().isEmpty()) {
            return right;
        }
        return new Value(left.text() + "/" + right.text(), left.known() && right.known(), false);
    }
}
