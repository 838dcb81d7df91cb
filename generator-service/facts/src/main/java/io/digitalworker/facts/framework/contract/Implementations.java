package io.digitalworker.facts.framework.contract;

import io.digitalworker.facts.fact.Endpoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The addresses that code answers at, to look up a contract's operations: under the same path, or where
 * one prefix stands before all paths of the code, or of the contract, only.
 */
final class Implementations {
    private static final int MAX_PREFIX = 6;

    private final Map<String, Set<String>> methodsByPath = new HashMap<>();
    private String before = "";
    private String without = "";

    Implementations(List<Endpoint> endpoints) {
        for (Endpoint endpoint : endpoints) {
            add(endpoint.path(), endpoint.method());
            endpoint.alternatives().forEach(path -> add(path, endpoint.method()));
        }
    }

    private void add(String path, String method) {
        methodsByPath.computeIfAbsent(shape(path), p -> new HashSet<>()).add(method);
    }

    /** In lower case, parameters without names. */
    private static String shape(String path) {
        return path.replaceAll("\\{[^{}]*}", "{}").toLowerCase(Locale.ROOT);
    }

    /** How many of the operations are answered. */
    long count(List<Endpoint> operations) {
        return operations.stream().filter(this::has).count();
    }

    boolean has(Endpoint operation) {
        for (String path : withAlternatives(operation)) {
            if (answers(path, operation.method()) || answers(before + path, operation.method())) {
                return true;
            }
            boolean shorter = !without.isEmpty() && path.startsWith(without + "/");
            if (shorter && answers(path.substring(without.length()), operation.method())) {
                return true;
            }
        }
        return false;
    }

    private static List<String> withAlternatives(Endpoint operation) {
        Set<String> paths = new HashSet<>();
        paths.add(shape(operation.path()));
        operation.alternatives().forEach(path -> paths.add(shape(path)));
        return paths.stream().sorted().toList();
    }

    private boolean answers(String path, String method) {
        Set<String> methods = methodsByPath.getOrDefault(path, Set.of());
        return methods.contains(method) || methods.contains("ANY");
    }

    /** The prefixes that make the most operations fit; only static ones, and the same for all. */
    void findPrefix(List<Endpoint> operations) {
        Map<String, Integer> longer = new TreeMap<>();
        Map<String, Integer> shorter = new TreeMap<>();
        Map<String, Set<String>> prefixes = prefixesBySuffix();
        for (Endpoint operation : operations) {
            String path = shape(operation.path());
            prefixes.getOrDefault(path + " " + operation.method(), Set.of())
                    .forEach(prefix -> longer.merge(prefix, 1, Integer::sum));
            for (String cut : starts(path)) {
                if (answers(path.substring(cut.length()), operation.method())) {
                    shorter.merge(cut, 1, Integer::sum);
                }
            }
        }
        before = best(longer, operations.size());
        without = best(shorter, operations.size());
    }

    private Map<String, Set<String>> prefixesBySuffix() {
        Map<String, Set<String>> prefixes = new HashMap<>();
        methodsByPath.forEach(
                (path, methods) -> {
                    for (String start : starts(path)) {
                        for (String method : methods) {
                            String key = path.substring(start.length()) + " " + method;
                            prefixes.computeIfAbsent(key, k -> new HashSet<>()).add(start);
                        }
                    }
                });
        return prefixes;
    }

    private static List<String> starts(String path) {
        List<String> starts = new ArrayList<>();
        int slash = path.indexOf('/', 1);
        while (slash > 0 && starts.size() < MAX_PREFIX) {
            String start = path.substring(0, slash);
            if (start.indexOf('{') >= 0) {
                break;
            }
            starts.add(start);
            slash = path.indexOf('/', slash + 1);
        }
        return starts;
    }

    /** A third of the operations at least, so that a single likeness is no prefix. */
    private static String best(Map<String, Integer> votes, int operations) {
        return votes.entrySet().stream()
                .filter(vote -> vote.getValue() * 3 >= operations)
                .max(
                        Map.Entry.<String, Integer>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse("");
    }
}
