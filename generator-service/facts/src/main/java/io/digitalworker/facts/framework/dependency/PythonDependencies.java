package io.digitalworker.facts.framework.dependency;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.data.DataFile;
import io.digitalworker.facts.data.DataNode;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Dependency;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Span;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Python packages: {@code pyproject.toml}, {@code Pipfile}, {@code setup.cfg}, {@code setup.py}. */
public final class PythonDependencies implements Framework {
    private static final String RUNTIME = "runtime";
    private static final Set<String> SETUP =
            Set.of("install_requires", "tests_require", "extras_require");

    @Override
    public void extract(CodeBase code, Findings findings) {
        new RequirementFiles(code.tree()).extract(findings);
        code.data().readNamed("pyproject.toml").forEach(file -> project(file, findings));
        for (DataFile file : code.data().readNamed("pipfile")) {
            table(file, file.root().get("packages"), RUNTIME, findings);
            table(file, file.root().get("dev-packages"), "development", findings);
        }
        code.data().readNamed("setup.cfg").forEach(file -> setupCfg(file, findings));
        for (CodeFile file : code.filesWith(Dialect.PYTHON, SETUP.toArray(String[]::new))) {
            if (file.file().name().equals("setup.py")) {
                setupPy(file, findings);
            }
        }
    }

    /** Test and development by the name of a group or file, else {@code otherwise}. */
    static String scope(String group, String otherwise) {
        String lower = group.toLowerCase(Locale.ROOT);
        if (lower.contains("test")) {
            return "test";
        }
        boolean development =
                lower.contains("dev")
                        || lower.contains("lint")
                        || lower.contains("doc")
                        || lower.contains("typing");
        return development ? "development" : otherwise;
    }

    private static void project(DataFile file, Findings findings) {
        DataNode root = file.root();
        list(file, root.get("project", "dependencies"), RUNTIME, findings);
        groups(file, root.get("project", "optional-dependencies"), RUNTIME, findings);
        groups(file, root.get("dependency-groups"), "development", findings);
        list(file, root.get("tool", "uv", "dev-dependencies"), "development", findings);
        groups(file, root.get("tool", "pdm", "dev-dependencies"), "development", findings);
        DataNode poetry = root.get("tool", "poetry");
        table(file, poetry.get("dependencies"), RUNTIME, findings);
        table(file, poetry.get("dev-dependencies"), "development", findings);
        for (DataNode.Entry group : poetry.get("group").entries()) {
            String scope = scope(group.key(), "development");
            table(file, group.value().get("dependencies"), scope, findings);
        }
    }

    private static void groups(DataFile file, DataNode node, String otherwise, Findings findings) {
        for (DataNode.Entry group : node.entries()) {
            list(file, group.value(), scope(group.key(), otherwise), findings);
        }
    }

    private static void list(DataFile file, DataNode node, String scope, Findings findings) {
        for (DataNode item : node.items()) {
            Evidence place = file.evidence(item.span());
            item.text().ifPresent(text -> requirement(text, scope, place, findings));
        }
    }

    /** Names with versions, as Poetry and Pipenv write them; {@code python} is no package. */
    private static void table(DataFile file, DataNode node, String scope, Findings findings) {
        for (DataNode.Entry entry : node.entries()) {
            DataNode value = entry.value();
            DataNode one = value.isSequence() ? value.item(0) : value;
            String version = one.text().orElseGet(() -> one.get("version").text(""));
            String ecosystem = one.has("path") || one.has("file") ? "project" : "pypi";
            if (!entry.key().equals("python")) {
                findings.add(
                        new Dependency(
                                entry.key(),
                                version.matches("==[^,=]{1,100}") ? version.substring(2) : version,
                                ecosystem,
                                scope,
                                Confidence.LITERAL,
                                file.evidence(entry.span())));
            }
        }
    }

    static void requirement(String text, String scope, Evidence place, Findings findings) {
        PythonRequirement.of(text)
                .ifPresent(
                        each ->
                                findings.add(
                                        new Dependency(
                                                each.name(),
                                                each.version(),
                                                "pypi",
                                                scope,
                                                Confidence.LITERAL,
                                                place)));
    }

    private static void setupCfg(DataFile file, Findings findings) {
        lines(file, file.root().get("options", "install_requires"), RUNTIME, findings);
        lines(file, file.root().get("options", "tests_require"), "test", findings);
        for (DataNode.Entry each : file.root().get("options.extras_require").entries()) {
            lines(file, each.value(), scope(each.key(), RUNTIME), findings);
        }
    }

    /** A value of several lines, each with its own place. */
    private static void lines(DataFile file, DataNode value, String scope, Findings findings) {
        int at = value.span().start();
        int end = Math.min(value.span().end(), file.text().length());
        while (at < end) {
            int newline = file.text().indexOf('\n', at);
            int to = newline < 0 ? end : Math.min(newline, end);
            String line = file.text().substring(at, to).strip();
            if (!line.isEmpty()) {
                int start = at + file.text().substring(at, to).indexOf(line);
                Evidence place = file.evidence(new Span(start, to));
                requirement(line, scope, place, findings);
            }
            at = to + 1;
        }
    }

    private static void setupPy(CodeFile file, Findings findings) {
        Map<Integer, String> scopes = new TreeMap<>();
        for (int i = 0; i < file.tokens().size(); i++) {
            String word = file.tokens().isWord(i) ? file.tokens().word(i) : "";
            boolean opens = file.tokens().is(i + 1, '=') && file.tokens().opens(i + 2);
            if (opens && SETUP.contains(word)) {
                scopes.put(i + 2, word.equals("tests_require") ? "test" : RUNTIME);
            }
        }
        scopes.forEach((open, scope) -> setup(file, open, scope, findings));
    }

    private static void setup(CodeFile file, int open, String scope, Findings findings) {
        Expression value = file.syntax().expression(open, file.tokens().next(open));
        if (value instanceof Expression.Mapping extras) {
            for (Expression.Entry each : extras.entries()) {
                String group = each.keyText() == null ? "" : each.keyText();
                texts(file, each.value(), scope(group, scope), findings);
            }
        } else {
            texts(file, value, scope, findings);
        }
    }

    private static void texts(CodeFile file, Expression list, String scope, Findings findings) {
        List<Expression> items =
                list instanceof Expression.Sequence sequence ? sequence.items() : List.of();
        for (Expression item : items) {
            if (item instanceof Expression.Text text) {
                requirement(text.value(), scope, file.evidence(text.span()), findings);
            } else {
                findings.unresolved(
                        "dependency",
                        file.text(item.span()),
                        "not a literal",
                        file.evidence(item.span()));
            }
        }
    }
}
