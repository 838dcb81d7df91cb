package io.digitalworker.facts.framework.dependency;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.data.DataFile;
import io.digitalworker.facts.data.DataNode;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Dependency;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import java.util.Map;
import java.util.TreeMap;

/** Packages of npm, Composer and Cargo: manifests with a table of names and versions for each use. */
public final class ManifestDependencies implements Framework {
    private static final String RUNTIME = "runtime";
    private static final String DEVELOPMENT = "development";
    private static final Map<String, String> NPM =
            new TreeMap<>(
                    Map.of(
                            "dependencies", RUNTIME,
                            "devDependencies", DEVELOPMENT,
                            "peerDependencies", RUNTIME,
                            "optionalDependencies", RUNTIME));
    private static final Map<String, String> COMPOSER =
            new TreeMap<>(Map.of("require", RUNTIME, "require-dev", DEVELOPMENT));
    private static final Map<String, String> CARGO =
            new TreeMap<>(
                    Map.of(
                            "dependencies", RUNTIME,
                            "dev-dependencies", "test",
                            "build-dependencies", DEVELOPMENT));

    @Override
    public void extract(CodeBase code, Findings findings) {
        for (DataFile file : code.data().readNamed("package.json")) {
            tables(file, file.root(), NPM, "npm", findings);
        }
        for (DataFile file : code.data().readNamed("composer.json")) {
            tables(file, file.root(), COMPOSER, "composer", findings);
        }
        for (DataFile file : code.data().readNamed("cargo.toml")) {
            tables(file, file.root(), CARGO, "cargo", findings);
            tables(file, file.root().get("workspace"), CARGO, "cargo", findings);
        }
    }

    private static void tables(
            DataFile file,
            DataNode root,
            Map<String, String> scopes,
            String ecosystem,
            Findings findings) {
        scopes.forEach(
                (table, scope) ->
                        root.get(table)
                                .entries()
                                .forEach(e -> add(file, e, scope, ecosystem, findings)));
    }

    private static void add(
            DataFile file,
            DataNode.Entry entry,
            String scope,
            String ecosystem,
            Findings findings) {
        DataNode value = entry.value();
        String version = value.text().orElseGet(() -> value.get("version").text(""));
        if (!value.isScalar() && !value.isMapping()) {
            return;
        }
        findings.add(
                new Dependency(
                        entry.key(),
                        version,
                        isProject(version) || value.has("path") ? "project" : ecosystem,
                        scope,
                        Confidence.LITERAL,
                        file.evidence(entry.span())));
    }

    /** Workspaces and paths are of the same archive. */
    private static boolean isProject(String version) {
        return version.startsWith("workspace:")
                || version.startsWith("file:")
                || version.startsWith("link:")
                || version.startsWith("portal:");
    }
}
