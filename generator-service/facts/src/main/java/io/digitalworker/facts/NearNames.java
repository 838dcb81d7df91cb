package io.digitalworker.facts;

import io.digitalworker.facts.Disagreements.Pair;
import io.digitalworker.facts.source.Evidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Names of two sides that differ by one letter, or only by case and separators, and that have no exact
 * counterpart on the other side. Short names and versions are too near each other to tell anything.
 */
final class NearNames {
    private static final int MIN_LENGTH = 6;
    private static final int MAX_LENGTH = 200;

    /** So many names that share all but a letter are numbered, not misspelt. */
    private static final int MAX_SHARING = 20;

    private NearNames() {}

    /**
     * The pairs by the left name.
     *
     * @param spelling whether names that differ by case and separators only are a pair; if not, they are
     *     the same
     */
    static List<Pair> between(
            SortedMap<String, Evidence> left, SortedMap<String, Evidence> right, boolean spelling) {
        Set<String> rightPlain = plain(right.keySet());
        Set<String> leftPlain = plain(left.keySet());
        Map<String, List<String>> nearby = new HashMap<>();
        for (String name : right.keySet()) {
            boolean alone = spelling ? !left.containsKey(name) : !leftPlain.contains(plain(name));
            for (String key : alone ? keys(name) : Set.<String>of()) {
                List<String> sharing = nearby.computeIfAbsent(key, k -> new ArrayList<>(1));
                if (sharing.size() < MAX_SHARING) {
                    sharing.add(name);
                }
            }
        }
        List<Pair> pairs = new ArrayList<>();
        for (Map.Entry<String, Evidence> each : left.entrySet()) {
            String name = each.getKey();
            boolean alone = spelling ? !right.containsKey(name) : !rightPlain.contains(plain(name));
            Set<String> near = new TreeSet<>();
            for (String key : alone ? keys(name) : Set.<String>of()) {
                nearby.getOrDefault(key, List.of()).stream()
                        .filter(other -> isNear(plain(name), plain(other)))
                        .forEach(near::add);
            }
            for (String other : near) {
                pairs.add(
                        new Pair(
                                name,
                                each.getValue(),
                                other,
                                Objects.requireNonNull(right.get(other))));
            }
        }
        return pairs;
    }

    private static Set<String> plain(Set<String> names) {
        Set<String> plain = new HashSet<>();
        names.forEach(name -> plain.add(plain(name)));
        return plain;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s:._/-]", "");
    }

    /** Two names share one of these if one letter makes the difference. */
    private static Set<String> keys(String name) {
        String plain = plain(name);
        if (plain.length() < MIN_LENGTH || plain.length() > MAX_LENGTH || plain.contains("{")) {
            return Set.of();
        }
        Set<String> keys = new TreeSet<>(Set.of(plain));
        for (int i = 0; i < plain.length(); i++) {
            keys.add(plain.substring(0, i) + plain.substring(i + 1));
        }
        return keys;
    }

    /** Whether no more than one letter, which is no digit, is wrong, missing, too many, or swapped. */
    private static boolean isNear(String a, String b) {
        int from = 0;
        int shorter = Math.min(a.length(), b.length());
        while (from < shorter && a.charAt(from) == b.charAt(from)) {
            from++;
        }
        int end = 0;
        while (end < shorter - from
                && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
            end++;
        }
        String left = a.substring(from, a.length() - end);
        String right = b.substring(from, b.length() - end);
        boolean swapped =
                left.length() == 2
                        && right.length() == 2
                        && left.charAt(0) == right.charAt(1)
                        && left.charAt(1) == right.charAt(0);
        boolean one = left.length() <= 1 && right.length() <= 1;
        return (one || swapped) && (left + right).chars().noneMatch(Character::isDigit);
    }
}
