package io.digitalworker.facts.framework.aspnet;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Where a route builder puts what is registered with it.
 *
 * @param prefix of all its routes
 * @param known whether all of the prefix is known
 * @param needs what its callers must have
 * @param versions of the API that it is for
 */
record Mount(String prefix, boolean known, List<String> needs, List<String> versions) {
    static final Mount ROOT = new Mount("", true, List.of(), List.of());

    Mount {
        needs = List.copyOf(needs);
        versions = List.copyOf(versions);
    }

    Mount at(String more, boolean sure) {
        return new Mount(Template.joined(prefix, more), known && sure, needs, versions);
    }

    Mount needing(List<String> more) {
        if (more.isEmpty()) {
            return this;
        }
        Set<String> all = new LinkedHashSet<>(more);
        if (!more.contains(Access.ANONYMOUS)) {
            all.addAll(needs);
        }
        return new Mount(prefix, known, Access.simplified(all), versions);
    }

    /** Further versions where some are told already; those of an inner group replace the outer's. */
    Mount version(String version) {
        List<String> all = new ArrayList<>(versions);
        if (!version.isEmpty() && !all.contains(version)) {
            all.add(version);
        }
        return new Mount(prefix, known, needs, all);
    }

    Mount onlyVersion(String version) {
        return new Mount(prefix, known, needs, List.of(version));
    }
}
