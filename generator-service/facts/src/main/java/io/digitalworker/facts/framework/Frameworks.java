package io.digitalworker.facts.framework;

import io.digitalworker.facts.framework.general.ConfigurationClasses;
import io.digitalworker.facts.framework.general.ConfigurationFiles;
import io.digitalworker.facts.framework.general.ConfigurationReads;
import io.digitalworker.facts.framework.general.DataStores;
import io.digitalworker.facts.framework.general.DotnetConfiguration;
import io.digitalworker.facts.framework.general.GoDependencies;
import io.digitalworker.facts.framework.general.GradleDependencies;
import io.digitalworker.facts.framework.general.LocalizationFiles;
import io.digitalworker.facts.framework.general.LocalizationReads;
import io.digitalworker.facts.framework.general.ManifestDependencies;
import io.digitalworker.facts.framework.general.MavenDependencies;
import io.digitalworker.facts.framework.general.NugetDependencies;
import io.digitalworker.facts.framework.general.PythonDependencies;
import io.digitalworker.facts.framework.general.PythonSettings;
import io.digitalworker.facts.framework.general.TestCounts;
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
                    new GoDependencies(),
                    new ConfigurationClasses(),
                    new ConfigurationFiles(),
                    new ConfigurationReads(),
                    new DataStores(),
                    new DotnetConfiguration(),
                    new LocalizationFiles(),
                    new LocalizationReads(),
                    new PythonSettings(),
                    new TestCounts());

    private Frameworks() {}

    /** In the order in which their facts are merged; without influence on what is found. */
    public static List<Framework> all() {
        return ALL;
    }
}
