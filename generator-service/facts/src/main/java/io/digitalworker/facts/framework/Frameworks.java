package io.digitalworker.facts.framework;

import io.digitalworker.facts.framework.aspnet.AspNetCore;
import io.digitalworker.facts.framework.aspnet.FastEndpoints;
import io.digitalworker.facts.framework.aspnet.Pages;
import io.digitalworker.facts.framework.aspnet.Services;
import java.util.List;

/** All frameworks and formats that facts are taken from. */
public final class Frameworks {
    private static final List<Framework> ALL =
            List.of(new AspNetCore(), new FastEndpoints(), new Pages(), new Services());

    private Frameworks() {}

    /** In the order in which their facts are merged; without influence on what is found. */
    public static List<Framework> all() {
        return ALL;
    }
}
