package io.digitalworker.facts.framework.dependency;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.data.DataFile;
import io.digitalworker.facts.data.XmlElement;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Dependency;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import java.util.List;
import java.util.Optional;

/**
 * Dependencies of {@code pom.xml}, of profiles too, with versions from dependency management, parents,
 * imported BOMs and properties of the archive; also imported BOMs and parents that are not of the
 * archive, which carry the versions that it does not say.
 */
public final class MavenDependencies implements Framework {
    @Override
    public void extract(CodeBase code, Findings findings) {
        MavenPoms poms = new MavenPoms(code.data());
        for (DataFile pom : poms.all()) {
            List<DataFile> lineage = poms.lineage(pom);
            parent(poms, pom, findings);
            dependencies(poms, pom, pom.xml(), lineage, findings);
            for (XmlElement profile : pom.xml().child("profiles").children("profile")) {
                dependencies(poms, pom, profile, lineage, findings);
            }
        }
    }

    private static void parent(MavenPoms poms, DataFile pom, Findings findings) {
        XmlElement parent = pom.xml().child("parent");
        if (!parent.isNone() && poms.parent(pom).isEmpty()) {
            findings.add(
                    new Dependency(
                            poms.id(parent, List.of(pom)),
                            parent.child("version").text(),
                            "maven",
                            "",
                            Confidence.LITERAL,
                            pom.evidence(parent.span())));
        }
    }

    private static void dependencies(
            MavenPoms poms,
            DataFile pom,
            XmlElement owner,
            List<DataFile> lineage,
            Findings findings) {
        for (XmlElement each : owner.child("dependencies").children("dependency")) {
            dependency(poms, pom, each, lineage, findings);
        }
        for (XmlElement each :
                owner.child("dependencyManagement", "dependencies").children("dependency")) {
            if (each.child("scope").text().equals("import")) {
                dependency(poms, pom, each, lineage, findings);
            }
        }
    }

    private static void dependency(
            MavenPoms poms,
            DataFile pom,
            XmlElement element,
            List<DataFile> lineage,
            Findings findings) {
        String id = poms.id(element, lineage);
        if (id.length() < 2) {
            return;
        }
        String own = element.child("version").text();
        Optional<MavenPoms.Managed> managed =
                Optional.ofNullable(poms.managed(pom).get(id)).filter(m -> !m.version().isEmpty());
        String written = own.isEmpty() ? managed.map(MavenPoms.Managed::version).orElse("") : own;
        List<DataFile> from =
                own.isEmpty() ? managed.map(MavenPoms.Managed::lineage).orElse(lineage) : lineage;
        String version = poms.fill(written, from);
        String ownScope = element.child("scope").text();
        String scope =
                ownScope.isEmpty() ? managed.map(MavenPoms.Managed::scope).orElse("") : ownScope;
        findings.add(
                new Dependency(
                        id,
                        version,
                        poms.builds(id) ? "project" : "maven",
                        scope(scope),
                        sure(own, written, version),
                        pom.evidence(element.span())));
    }

    private static Confidence sure(String own, String written, String version) {
        if (version.contains("${")) {
            return Confidence.UNRESOLVED;
        }
        return own.equals(written) && written.equals(version)
                ? Confidence.LITERAL
                : Confidence.RESOLVED;
    }

    private static String scope(String scope) {
        return switch (scope) {
            case "test" -> "test";
            case "provided" -> "development";
            case "import" -> "";
            default -> "runtime";
        };
    }
}
