package io.digitalworker.facts.framework.python;

import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.syntax.Expression;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The endpoints of one code base with the routers they hang on, and how those are mounted. */
final class RoutedEndpoints {
    private final Findings findings;
    private final RouteTree tree = new RouteTree();
    private final Map<Served, List<String>> served = new LinkedHashMap<>();
    private boolean dynamic;

    RoutedEndpoints(Findings findings) {
        this.findings = findings;
    }

    RouteTree tree() {
        return tree;
    }

    /** @param routers keys of the routers that the endpoint hangs on */
    void serve(Served endpoint, List<String> routers) {
        served.put(endpoint, routers);
    }

    /** A router is mounted that is none of the archive, or that cannot be followed. */
    void outside(Python.Called called, Expression router) {
        CodeFile file = called.scope().file();
        String name = Python.dotted(router);
        String origin = Python.origin(name, file);
        boolean library = origin.contains(".") && !origin.equals(name);
        dynamic |= !library;
        findings.unresolved(
                "endpoint",
                file.text(called.call().span()),
                library ? "defined outside the archive" : "dynamic",
                file.evidence(called.call().span()));
    }

    /**
     * Adds each endpoint at every place where its routers are mounted.
     *
     * @param form what paths of the framework are in the form of facts
     * @param unmounted the reason that is given for an endpoint whose router nothing mounts
     * @param alone keys of the routers that need no mount
     */
    void emit(UnaryOperator<String> form, String unmounted, Set<String> alone) {
        served.forEach(
                (endpoint, routers) -> {
                    for (String router : new LinkedHashSet<>(routers)) {
                        emit(endpoint, router, form, unmounted, alone.contains(router));
                    }
                });
    }

    private void emit(
            Served endpoint,
            String router,
            UnaryOperator<String> form,
            String unmounted,
            boolean alone) {
        List<Way> ways = tree.ways(router);
        if (!ways.isEmpty()) {
            ways.forEach(way -> endpoint.at(way, form, findings));
        } else if (alone || dynamic || !tree.hasRoot()) {
            endpoint.at(tree.own(router), form, findings);
        } else {
            findings.unresolved("endpoint", endpoint.shown(), unmounted, endpoint.evidence());
        }
    }
}
