package io.digitalworker.facts.framework.dependency;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Dependency;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.source.ArchivePath;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.source.SourceFile;
import io.digitalworker.facts.source.SourceText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dependencies of Gradle scripts with versions from variables and catalogs; plugins are left out. */
public final class GradleDependencies implements Framework {
    private static final String MAVEN = "maven";
    private static final Pattern STRING = Pattern.compile("([\"'])([^\"'\\n]{1,300})\\1");
    private static final Pattern PART =
            Pattern.compile(
                    "\\b(group|name|version|path)\\s{0,3}[:=]\\s{0,3}([\"'][^\"'\\n]{0,200}|[\\w.$]{1,100})");
    private static final Pattern ACCESSOR =
            Pattern.compile("[A-Za-z]\\w{0,60}(?:\\.\\w{1,60}){1,10}");
    private static final Pattern ADDED =
            Pattern.compile(
                    "([\"'])([^\"'\\n:]{1,150}:[^\"'\\n:]{1,150}:)\\1\\s{0,3}\\+\\s{0,3}([\\w.$]{1,100})");
    private static final List<String> NO_CONFIGURATION =
            List.of(
                    "exclude",
                    "because",
                    "transitive",
                    "version",
                    "if",
                    "else",
                    "def",
                    "val",
                    "println");

    /** A script that is being read. */
    private record Script(SourceFile file, SourceText text, GradleVersions versions, Evidences at) {
        String directory() {
            return file.directory();
        }
    }

    private interface Evidences {
        Evidence of(int start, int end);
    }

    @Override
    public void extract(CodeBase code, Findings findings) {
        Map<SourceFile, GradleText> scripts = new LinkedHashMap<>();
        for (SourceFile file : code.tree().files()) {
            String name = file.name();
            if (name.endsWith(".gradle") || name.endsWith(".gradle.kts")) {
                scripts.put(file, GradleText.of(code.tree().text(file).text()));
            }
        }
        if (scripts.isEmpty()) {
            return;
        }
        GradleVersions versions = new GradleVersions(code.data());
        scripts.forEach((file, script) -> versions.enter(file.directory(), script));
        scripts.forEach((file, script) -> read(code, file, script, versions, findings));
    }

    private static void read(
            CodeBase code,
            SourceFile file,
            GradleText script,
            GradleVersions versions,
            Findings findings) {
        SourceText text = code.tree().text(file);
        Script here =
                new Script(
                        file,
                        text,
                        versions,
                        (start, end) ->
                                code.tree()
                                        .evidence(
                                                file,
                                                text.lineOf(start),
                                                text.lineOf(Math.max(start, end - 1))));
        for (GradleText.Entry entry : script.entries()) {
            if (!NO_CONFIGURATION.contains(entry.configuration())) {
                read(here, entry, findings);
            }
        }
    }

    private static void read(Script script, GradleText.Entry entry, Findings findings) {
        String rest = entry.rest();
        String name = ArchivePath.name(entry.configuration().replace('.', '/'));
        if (rest.contains("project(") || rest.contains("project (")) {
            project(script, entry, findings);
        } else if (map(script, entry, findings)
                || added(script, entry, findings)
                || strings(script, entry, findings)
                || name.isEmpty()) {
            return;
        } else {
            accessor(script, entry, findings);
        }
    }

    private static void project(Script script, GradleText.Entry entry, Findings findings) {
        Matcher matcher = STRING.matcher(entry.rest());
        if (matcher.find()) {
            add(script, entry, matcher.group(2), "", "project", Confidence.LITERAL, findings);
        }
    }

    private static boolean map(Script script, GradleText.Entry entry, Findings findings) {
        Map<String, String> parts = new LinkedHashMap<>();
        Matcher matcher = PART.matcher(entry.rest());
        while (matcher.find()) {
            parts.putIfAbsent(matcher.group(1), matcher.group(2));
        }
        if (!parts.containsKey("group") || !parts.containsKey("name")) {
            return false;
        }
        String name = value(script, parts.get("group")) + ":" + value(script, parts.get("name"));
        version(script, entry, name, parts.getOrDefault("version", ""), findings);
        return true;
    }

    private static String value(Script script, String written) {
        boolean quoted = written.startsWith("\"") || written.startsWith("'");
        String text = quoted ? written.substring(1) : "${" + written + "}";
        return script.versions.fill(text, script.directory());
    }

    /** {@code "group:name:" + version}. */
    private static boolean added(Script script, GradleText.Entry entry, Findings findings) {
        Matcher matcher = ADDED.matcher(entry.rest());
        if (!matcher.find()) {
            return false;
        }
        String coordinates = matcher.group(2);
        String name = coordinates.substring(0, coordinates.length() - 1);
        version(script, entry, name, matcher.group(3), findings);
        return true;
    }

    private static void version(
            Script script, GradleText.Entry entry, String name, String written, Findings findings) {
        String version = written.isEmpty() ? "" : value(script, written);
        boolean literal =
                written.isEmpty() || (written.length() > 1 && version.equals(written.substring(1)));
        Confidence sure =
                version.contains("$")
                        ? Confidence.UNRESOLVED
                        : literal ? Confidence.LITERAL : Confidence.RESOLVED;
        add(script, entry, name, version, MAVEN, sure, findings);
    }

    private static boolean strings(Script script, GradleText.Entry entry, Findings findings) {
        boolean any = false;
        boolean kotlin = entry.rest().contains("kotlin(");
        Matcher matcher = STRING.matcher(entry.rest());
        while (matcher.find()) {
            String written = matcher.group(2);
            String filled = script.versions.fill(written, script.directory());
            String[] parts = filled.split(":", -1);
            if (parts.length >= 2 && parts.length <= 4 && !parts[0].isEmpty()) {
                String version = parts.length > 2 ? parts[2].replaceAll("@\\w+$", "") : "";
                add(
                        script,
                        entry,
                        parts[0] + ":" + parts[1],
                        version,
                        MAVEN,
                        sure(written, filled),
                        findings);
                any = true;
            } else if (kotlin && parts.length == 1 && !any) {
                String name = "org.jetbrains.kotlin:kotlin-" + filled;
                add(script, entry, name, "", MAVEN, Confidence.CONVENTION, findings);
                any = true;
            }
        }
        return any;
    }

    private static Confidence sure(String written, String filled) {
        if (filled.contains("$")) {
            return Confidence.UNRESOLVED;
        }
        return filled.equals(written) ? Confidence.LITERAL : Confidence.RESOLVED;
    }

    private static void accessor(Script script, GradleText.Entry entry, Findings findings) {
        Matcher matcher = ACCESSOR.matcher(entry.rest());
        if (!matcher.find()) {
            return;
        }
        String accessor = matcher.group().replaceAll("\\.get$", "");
        if (accessor.startsWith("projects.")) {
            String path = ":" + accessor.substring(9).replace('.', ':');
            add(script, entry, path, "", "project", Confidence.CONVENTION, findings);
            return;
        }
        if (!script.versions.isCatalog(accessor)) {
            return;
        }
        List<GradleVersions.Library> found =
                script.versions.libraries(accessor, script.directory());
        for (GradleVersions.Library each : found) {
            add(script, entry, each.name(), each.version(), MAVEN, Confidence.RESOLVED, findings);
        }
        if (found.isEmpty()) {
            findings.unresolved(
                    "dependency",
                    accessor,
                    "not in the version catalog",
                    script.at.of(entry.start(), entry.end()));
        }
    }

    private static void add(
            Script script,
            GradleText.Entry entry,
            String name,
            String version,
            String ecosystem,
            Confidence confidence,
            Findings findings) {
        findings.add(
                new Dependency(
                        name,
                        version,
                        ecosystem,
                        scope(entry.configuration()),
                        confidence,
                        script.at.of(entry.start(), entry.end())));
    }

    private static String scope(String configuration) {
        String lower = configuration.toLowerCase(Locale.ROOT);
        if (lower.contains("test")) {
            return "test";
        }
        boolean building =
                lower.endsWith("compileonly")
                        || lower.endsWith("annotationprocessor")
                        || lower.equals("developmentonly")
                        || lower.equals("classpath")
                        || lower.startsWith("kapt")
                        || lower.startsWith("ksp");
        return lower.equals("mavenbom") ? "" : building ? "development" : "runtime";
    }
}
