package io.digitalworker.facts.framework.python;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Statement;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The URL configurations of one code base, from the roots that its settings name on. */
final class UrlConfigurations {
    private final Python python;
    private final CodeBase code;
    private final UrlPatterns patterns;
    private final DjangoNinja ninja;
    private final Findings findings;
    private final Set<String> projectsWithRoot = new HashSet<>();

    UrlConfigurations(Python python, Findings findings) {
        this.python = python;
        this.code = python.code();
        this.ninja = new DjangoNinja(python, findings);
        this.patterns = new UrlPatterns(python, ninja, findings);
        this.findings = findings;
    }

    void all() {
        List<CodeFile> configurations =
                code.filesWith(Dialect.PYTHON, UrlPatterns.PATTERNS).stream()
                        .filter(f -> !UrlPatterns.patterns(f, UrlPatterns.PATTERNS).isEmpty())
                        .toList();
        Map<String, CodeFile> roots = roots();
        for (CodeFile root : roots.values()) {
            patterns.module(root, at(Way.ROOT, root), 0);
        }
        for (CodeFile file : configurations) {
            if (!patterns.reached(file) && !Python.isTest(file)) {
                unreached(file, roots.isEmpty() || lacksRoot(file), configurations);
            }
        }
        ninja.emit();
    }

    private static DjangoViews.At at(Way way, CodeFile file) {
        return new DjangoViews.At(
                way, List.of(), file.evidence(new io.digitalworker.facts.syntax.Span(0, 0)));
    }

    /** What the settings name; those of tests only if there are no others. */
    private Map<String, CodeFile> roots() {
        Map<String, CodeFile> roots = new LinkedHashMap<>();
        Map<String, CodeFile> ofTests = new LinkedHashMap<>();
        for (CodeFile file : code.filesWith(Dialect.PYTHON, "ROOT_URLCONF")) {
            for (Statement statement : file.topLevel()) {
                if (statement.name().equals("ROOT_URLCONF")) {
                    code.values()
                            .text(statement.value(), Scope.of(file))
                            .flatMap(m -> code.symbols().module(m, file))
                            .filter(root -> !root.text().isEmpty())
                            .ifPresent(
                                    f -> {
                                        (Python.isTest(f) ? ofTests : roots).put(f.path(), f);
                                        projectsWithRoot.add(project(file).orElse(""));
                                    });
                }
            }
        }
        return roots;
    }

    /** Whether it is of a project of its own whose settings name no root that can be found. */
    private boolean lacksRoot(CodeFile file) {
        return project(file).filter(each -> !projectsWithRoot.contains(each)).isPresent();
    }

    /** The nearest directory above that has a {@code manage.py}. */
    private Optional<String> project(CodeFile file) {
        String directory = file.file().directory();
        while (true) {
            String manage = directory.isEmpty() ? "manage.py" : directory + "/manage.py";
            if (code.tree().file(manage).isPresent()) {
                return Optional.of(directory);
            }
            if (directory.isEmpty()) {
                return Optional.empty();
            }
            directory = directory.substring(0, Math.max(0, directory.lastIndexOf('/')));
        }
    }

    /** A configuration that no root includes: a root itself if there is no other. */
    private void unreached(CodeFile file, boolean noRoots, List<CodeFile> all) {
        boolean included =
                all.stream()
                        .filter(other -> other != file)
                        .anyMatch(other -> includes(other, file));
        if (noRoots && !included) {
            patterns.module(file, at(Way.ROOT.and(Confidence.CONVENTION), file), 0);
        } else if (!noRoots) {
            UrlPatterns.patterns(file, UrlPatterns.PATTERNS).stream()
                    .findFirst()
                    .ifPresent(
                            first ->
                                    findings.unresolved(
                                            "endpoint",
                                            UrlPatterns.PATTERNS + " of " + file.path(),
                                            "no root URL configuration includes it",
                                            file.evidence(first.span())));
        }
    }

    private boolean includes(CodeFile other, CodeFile file) {
        for (Python.Called called : python.calls(other, Set.of("include"))) {
            Optional<Expression> of = Argument.at(called.call().arguments(), 0);
            if (of.isPresent()
                    && patterns.module(of.get(), called.scope()).filter(file::equals).isPresent()) {
                return true;
            }
        }
        return false;
    }
}
