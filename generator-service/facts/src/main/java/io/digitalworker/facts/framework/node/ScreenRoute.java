package io.digitalworker.facts.framework.node;

import io.digitalworker.facts.source.Evidence;

/** A component at a route. */
record ScreenRoute(
        String route, String component, String framework, boolean known, Evidence evidence) {}
