package io.digitalworker.facts.framework;

import io.digitalworker.facts.framework.general.Calls;
import io.digitalworker.facts.framework.general.DotnetRequests;
import io.digitalworker.facts.framework.general.DotnetServices;
import io.digitalworker.facts.framework.general.Marks;
import java.util.List;

/** All frameworks and formats that facts are taken from. */
public final class Frameworks {
    private static final List<Framework> ALL =
            List.of(new Calls(), new DotnetServices(), new DotnetRequests(), new Marks());

    private Frameworks() {}

    /** In the order in which their facts are merged; without influence on what is found. */
    public static List<Framework> all() {
        return ALL;
    }
}
