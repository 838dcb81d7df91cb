package io.digitalworker.facts.framework.dependency;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.data.DataFile;
import io.digitalworker.facts.data.XmlElement;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Dependency;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.source.ArchivePath;
import io.digitalworker.facts.source.Evidence;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Packages, projects, frameworks and SDKs that .NET projects refer to, with versions from the project,
 * from central package management and from properties; and {@code packages.config}.
 */
public final class NugetDependencies implements Framework {
    private static final String NUGET = "nuget";
    private static final String DEVELOPMENT = "development";
    private static final List<String> TEST_PACKAGES =
            List.of("microsoft.net.test.sdk", "nunit", "xunit", "mstest.testframework");

    /** A project with all that decides about its versions. */
    private record Project(
            DataFile file,
            MsbuildProperties properties,
            Map<String, String> central,
            Map<String, String> updates,
            String scope) {}

    @Override
    public void extract(CodeBase code, Findings findings) {
        MsbuildFiles files = new MsbuildFiles(code.data());
        for (DataFile file : files.projects()) {
            items(project(file, files.of(file)), findings);
        }
        for (DataFile file : files.shared()) {
            if (!file.xml().all("ItemGroup").isEmpty()) {
                items(project(file, files.of(file)), findings);
            }
        }
        for (DataFile file : code.data().readNamed("packages.config")) {
            file.xml().all("package").forEach(each -> packageOf(file, each, findings));
        }
    }

    private static void packageOf(DataFile file, XmlElement element, Findings findings) {
        String scope =
                element.attribute("developmentDependency", "").equalsIgnoreCase("true")
                        ? DEVELOPMENT
                        : "runtime";
        element.attribute("id")
                .ifPresent(
                        id ->
                                findings.add(
                                        new Dependency(
                                                id,
                                                element.attribute("version", ""),
                                                NUGET,
                                                scope,
                                                Confidence.LITERAL,
                                                file.evidence(element.span()))));
    }

    private static Project project(DataFile file, List<DataFile> chain) {
        Map<String, String> central = new HashMap<>();
        Map<String, String> updates = new HashMap<>();
        for (DataFile each : chain) {
            for (XmlElement element : each.xml().all("PackageVersion")) {
                versions(element, "Include", central);
                versions(element, "Update", central);
            }
            for (XmlElement element : each.xml().all("PackageReference")) {
                versions(element, "Update", updates);
            }
        }
        MsbuildProperties properties = new MsbuildProperties(chain);
        return new Project(file, properties, central, updates, scope(file, properties));
    }

    private static void versions(XmlElement element, String name, Map<String, String> into) {
        String version = element.value("Version").orElse("");
        if (!version.isEmpty()) {
            for (String id : element.attribute(name, "").split(";", -1)) {
                into.put(id.strip().toLowerCase(Locale.ROOT), version);
            }
        }
    }

    private static String scope(DataFile file, MsbuildProperties properties) {
        boolean named =
                file.xml().all("PackageReference").stream()
                        .map(each -> each.attribute("Include", "").toLowerCase(Locale.ROOT))
                        .anyMatch(TEST_PACKAGES::contains);
        boolean told = properties.get("IsTestProject").orElse("").equalsIgnoreCase("true");
        return named || told ? "test" : "runtime";
    }

    private static void items(Project project, Findings findings) {
        XmlElement root = project.file.xml();
        sdks(project, root, findings);
        root.all("PackageReference").forEach(each -> reference(project, each, findings));
        root.all("GlobalPackageReference").forEach(each -> reference(project, each, findings));
        for (XmlElement each : root.all("ProjectReference")) {
            for (String path : each.attribute("Include", "").split(";", -1)) {
                String name = ArchivePath.stem(project.properties.fill(path).replace('\\', '/'));
                add(project, each, name, "", "project", Confidence.LITERAL, findings);
            }
        }
        for (XmlElement each : root.all("FrameworkReference")) {
            String name = each.attribute("Include", "");
            add(project, each, name, "", NUGET, Confidence.LITERAL, findings);
        }
    }

    private static void sdks(Project project, XmlElement root, Findings findings) {
        for (String sdk : root.attribute("Sdk", "").split(";", -1)) {
            int slash = sdk.indexOf('/');
            String name = slash < 0 ? sdk : sdk.substring(0, slash);
            String version = slash < 0 ? "" : sdk.substring(slash + 1);
            sdk(project, root, name.strip(), version, project.file.evidence(root.head()), findings);
        }
        for (XmlElement each : root.children("Sdk")) {
            String version = each.attribute("Version", "");
            Evidence place = project.file.evidence(each.span());
            sdk(project, each, each.attribute("Name", ""), version, place, findings);
        }
    }

    private static void sdk(
            Project project,
            XmlElement element,
            String name,
            String version,
            Evidence place,
            Findings findings) {
        if (!element.isNone() && !name.isEmpty()) {
            String filled = project.properties.fill(version);
            Confidence sure = sure(version, filled);
            findings.add(new Dependency(name, filled, NUGET, DEVELOPMENT, sure, place));
        }
    }

    private static void reference(Project project, XmlElement element, Findings findings) {
        for (String written : element.attribute("Include", "").split(";", -1)) {
            String name = project.properties.fill(written);
            String key = name.toLowerCase(Locale.ROOT);
            String own =
                    element.value("VersionOverride").or(() -> element.value("Version")).orElse("");
            String found = own.isEmpty() ? project.updates.getOrDefault(key, "") : own;
            String version = found.isEmpty() ? project.central.getOrDefault(key, "") : found;
            String filled = project.properties.fill(version);
            Confidence sure = own.equals(version) ? Confidence.LITERAL : Confidence.RESOLVED;
            Confidence all = sure.and(sure(version, filled)).and(sure(written.strip(), name));
            add(project, element, name, filled, NUGET, all, findings);
        }
    }

    private static Confidence sure(String written, String filled) {
        if (filled.contains("$(")) {
            return Confidence.UNRESOLVED;
        }
        return filled.equals(written.strip()) ? Confidence.LITERAL : Confidence.RESOLVED;
    }

    private static void add(
            Project project,
            XmlElement element,
            String name,
            String version,
            String ecosystem,
            Confidence confidence,
            Findings findings) {
        if (name.isEmpty()) {
            return;
        }
        boolean global = element.name().startsWith("Global");
        boolean inner = element.value("PrivateAssets").orElse("").equalsIgnoreCase("all");
        String scope = global || inner ? DEVELOPMENT : project.scope;
        Evidence place = project.file.evidence(element.span());
        findings.add(new Dependency(name, version, ecosystem, scope, confidence, place));
    }
}
