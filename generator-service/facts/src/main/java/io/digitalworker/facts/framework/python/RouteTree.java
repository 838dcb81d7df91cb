package io.digitalworker.facts.framework.python;

import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.fact.Confidence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Applications, routers and blueprints, and which of them is mounted where, by key. */
final class RouteTree {
    private static final int MAX_DEPTH = 16;
    private static final int MAX_WAYS = 64;
    private static final int MAX_STEPS = 20_000;

    /** A router with its own prefix; a root answers without being mounted. */
    record Router(String key, List<Value> prefix, boolean root, List<String> authorization) {}

    /**
     * A router within another.
     *
     * @param prefix null if none is given
     * @param replaces whether the prefix takes the place of the router's own
     */
    record Mount(
            String parent,
            String child,
            @Nullable List<Value> prefix,
            boolean replaces,
            List<String> authorization,
            List<String> conditions) {}

    private final Map<String, Router> routers = new LinkedHashMap<>();
    private final Map<String, List<Mount>> mounts = new LinkedHashMap<>();

    void add(Router router) {
        routers.putIfAbsent(router.key(), router);
    }

    boolean has(String key) {
        return routers.containsKey(key);
    }

    void mount(Mount mount) {
        List<Mount> of = mounts.computeIfAbsent(mount.child(), k -> new ArrayList<>());
        if (of.size() < MAX_WAYS && !of.contains(mount)) {
            of.add(mount);
        }
    }

    boolean hasRoot() {
        return routers.values().stream().anyMatch(Router::root);
    }

    /** All ways to a router; none if nothing mounts it. */
    List<Way> ways(String key) {
        return ways(key, new HashSet<>(), MAX_DEPTH, new int[] {MAX_STEPS});
    }

    /** The way of a router that nothing mounts, as far as the code says. */
    Way own(String key) {
        Router router = routers.get(key);
        return router == null
                ? Way.ROOT.and(Confidence.HEURISTIC)
                : Way.ROOT
                        .plus(router.prefix())
                        .needing(router.authorization())
                        .and(Confidence.HEURISTIC);
    }

    private List<Way> ways(String key, Set<String> seen, int depth, int[] left) {
        Router router = routers.get(key);
        if (router == null || depth <= 0 || left[0]-- <= 0 || !seen.add(key)) {
            return List.of();
        }
        List<Way> ways = new ArrayList<>();
        List<Mount> in = mounts.getOrDefault(key, List.of());
        if (router.root() && in.isEmpty()) {
            ways.add(Way.ROOT.plus(router.prefix()).needing(router.authorization()));
        }
        for (Mount mount : in) {
            for (Way way : ways(mount.parent(), seen, depth - 1, left)) {
                if (ways.size() < MAX_WAYS) {
                    ways.add(through(way, mount, router));
                }
            }
        }
        seen.remove(key);
        return ways;
    }

    private static Way through(Way way, Mount mount, Router router) {
        List<Value> prefix = mount.prefix();
        Way inner = prefix == null ? way : way.plus(slashed(prefix));
        boolean own = prefix == null || !mount.replaces();
        return (own ? inner.plus(slashed(router.prefix())) : inner)
                .needing(mount.authorization())
                .needing(router.authorization())
                .when(mount.conditions())
                .and(Confidence.RESOLVED);
    }

    private static List<Value> slashed(List<Value> prefix) {
        return prefix.stream()
                .map(
                        v ->
                                v.text().isEmpty() || v.text().startsWith("/")
                                        ? v
                                        : new Value("/" + v.text(), v.known(), v.literal()))
                .toList();
    }
}
