package io.digitalworker.local.model;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Prefixes that a model has read before; they stay as long as the double runs. */
final class Caches {
    private final Set<String> prefixes = ConcurrentHashMap.newKeySet();

    /** How the tokens of a prompt were read. */
    record Shares(long fresh, long read, long written) {
        long all() {
            return fresh + read + written;
        }
    }

    Shares read(Asked asked) {
        long all = Asked.tokens(asked.prompt());
        if (asked.prefix().isEmpty()) {
            return new Shares(all, 0, 0);
        }
        long prefix = Math.min(all, Asked.tokens(asked.prefix()));
        boolean isNew = prefixes.add(asked.model() + "\n" + asked.prefix());
        return isNew ? new Shares(all - prefix, 0, prefix) : new Shares(all - prefix, prefix, 0);
    }
}
