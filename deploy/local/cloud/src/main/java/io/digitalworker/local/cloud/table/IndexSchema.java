package io.digitalworker.local.cloud.table;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A global secondary index.
 *
 * @param projection ALL, KEYS_ONLY or INCLUDE
 * @param included the further attributes of INCLUDE
 */
record IndexSchema(String name, KeySchema keys, String projection, Set<String> included) {
    boolean projectsAll() {
        return projection.equals("ALL");
    }

    /** The attributes that an entry has besides none other; meaningless if it projects all. */
    Set<String> projected(KeySchema tableKeys) {
        Set<String> names = new LinkedHashSet<>(tableKeys.names());
        names.addAll(keys.names());
        names.addAll(included);
        return names;
    }
}
