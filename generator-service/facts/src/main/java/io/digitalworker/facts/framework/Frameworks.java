package io.digitalworker.facts.framework;

import io.digitalworker.facts.framework.general.GoDependencies;
import io.digitalworker.facts.framework.general.GradleDependencies;
import io.digitalworker.facts.framework.general.ManifestDependencies;
import io.digitalworker.facts.framework.general.MavenDependencies;
import io.digitalworker.facts.framework.general.NugetDependencies;
import io.digitalworker.facts.framework.general.PythonDependencies;
import java.util.List;

/** All frameworks and formats that facts are taken from. */
public final class Frameworks {
    private static final List<Framework> ALL =
            List.of(
                    new NugetDependencies(),
                    new MavenDependencies(),
                    new GradleDependencies(),
                    new ManifestDependencies(),
                    new PythonDependencies(),
                    new GoDependencies());

    private Frameworks() {}

    /** In the order in which their facts are merged; without influence on what is found. */
    public static List<Framework> all() {
        return ALL;
    }
}
