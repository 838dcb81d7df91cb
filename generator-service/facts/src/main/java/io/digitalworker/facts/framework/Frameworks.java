package io.digitalworker.facts.framework;

import io.digitalworker.facts.framework.dotnet.DataAnnotations;
import io.digitalworker.facts.framework.dotnet.EntityFramework;
import io.digitalworker.facts.framework.dotnet.FluentValidation;
import io.digitalworker.facts.framework.dotnet.Guards;
import io.digitalworker.facts.framework.nopcommerce.NopEntities;
import io.digitalworker.facts.framework.nopcommerce.NopEvents;
import io.digitalworker.facts.framework.nopcommerce.NopPermissions;
import io.digitalworker.facts.framework.nopcommerce.NopPlugins;
import io.digitalworker.facts.framework.nopcommerce.NopSettings;
import io.digitalworker.facts.framework.nopcommerce.NopTasks;
import io.digitalworker.facts.framework.nopcommerce.NopTexts;
import java.util.List;

/** All frameworks and formats that facts are taken from. */
public final class Frameworks {
    private static final List<Framework> ALL =
            List.of(
                    new EntityFramework(),
                    new FluentValidation(),
                    new DataAnnotations(),
                    new Guards(),
                    new NopEntities(),
                    new NopPlugins(),
                    new NopSettings(),
                    new NopPermissions(),
                    new NopEvents(),
                    new NopTasks(),
                    new NopTexts());

    private Frameworks() {}

    /** In the order in which their facts are merged; without influence on what is found. */
    public static List<Framework> all() {
        return ALL;
    }
}
