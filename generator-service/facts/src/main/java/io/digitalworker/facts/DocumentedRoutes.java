package io.digitalworker.facts;

import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Routes of the code that a documented one may stand for. */
final class DocumentedRoutes {
    private static final Pattern ROUTE =
            Pattern.compile(
                    "(?:(GET|POST|PUT|PATCH|DELETE|HEAD) +)?(?:https?://[\\w.-]+(?::\\d+)?)?"
                            + "((?:/[\\w{}:<>.*-]+)+)/?(?:\\?\\S*)?");
    private static final Pattern PARAMETER = Pattern.compile("\\{[^/]*}|:\\w+|<[^/]*>");
    private static final Pattern GENERAL = Pattern.compile("api|rest|v\\d+");

    private final List<Endpoint> endpoints;
    private final Set<String> shown = new HashSet<>();

    DocumentedRoutes(List<Fact> facts) {
        this.endpoints =
                facts.stream()
                        .filter(Endpoint.class::isInstance)
                        .map(Endpoint.class::cast)
                        .sorted(Comparator.comparing(Fact::evidence))
                        .toList();
        facts.stream()
                .filter(View.class::isInstance)
                .map(view -> ((View) view).route())
                .forEach(shown::add);
    }

    /** The endpoint that is most like a documented route that no endpoint answers. */
    Optional<Endpoint> insteadOf(String name) {
        Matcher route = ROUTE.matcher(name);
        if (!route.matches() || shown.contains(route.group(2))) {
            return Optional.empty();
        }
        String method = route.group(1) == null ? "" : route.group(1);
        List<String> asked = segments(route.group(2));
        @Nullable Endpoint nearest = null;
        int most = 0;
        for (Endpoint endpoint : endpoints) {
            List<String> paths = new ArrayList<>(List.of(endpoint.path()));
            paths.addAll(endpoint.alternatives());
            for (String path : paths) {
                if (answers(endpoint.method(), segments(path), method, asked)) {
                    return Optional.empty();
                }
                int alike = alike(segments(path), asked);
                if (alike > most) {
                    most = alike;
                    nearest = endpoint;
                }
            }
        }
        return Optional.ofNullable(nearest);
    }

    private static List<String> segments(String path) {
        List<String> segments = new ArrayList<>();
        for (String segment : path.toLowerCase(Locale.ROOT).split("/")) {
            if (!segment.isEmpty()) {
                segments.add(PARAMETER.matcher(segment).matches() ? "{}" : segment);
            }
        }
        return segments;
    }

    /** Also under another prefix; without a method, also as the beginning of an address. */
    private static boolean answers(
            String has, List<String> path, String method, List<String> asked) {
        if (!method.isEmpty() && !has.equals("ANY") && !has.equals(method)) {
            return false;
        }
        if (method.isEmpty()
                && asked.size() <= path.size()
                && same(path.subList(0, asked.size()), asked)) {
            return true;
        }
        int shorter = Math.min(path.size(), asked.size());
        List<String> end = path.subList(path.size() - shorter, path.size());
        boolean tells = path.size() == asked.size() || !end.stream().allMatch("{}"::equals);
        return tells && same(end, asked.subList(asked.size() - shorter, asked.size()));
    }

    private static boolean same(List<String> path, List<String> asked) {
        for (int i = 0; i < path.size(); i++) {
            if (!path.get(i).equals(asked.get(i)) && !path.get(i).equals("{}")) {
                return false;
            }
        }
        return true;
    }

    /** By how many segments in a row are the same, but those that tell nothing; then by the length. */
    private static int alike(List<String> path, List<String> asked) {
        int telling = 0;
        for (int i = 0; i < Math.min(path.size(), asked.size()); i++) {
            if (!path.get(i).equals(asked.get(i))) {
                break;
            }
            telling += GENERAL.matcher(path.get(i)).matches() ? 0 : 1;
        }
        return telling == 0 ? 0 : 2 * telling + (path.size() == asked.size() ? 1 : 0);
    }
}
