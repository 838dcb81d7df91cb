package io.digitalworker.facts;

import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.ConfigurationKey;
import io.digitalworker.facts.fact.Contradiction;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.source.Language;
import io.digitalworker.facts.source.SourceFile;
import io.digitalworker.facts.source.SourceText;
import io.digitalworker.facts.source.SourceTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names that the archive's own documentation puts in code, and that the code does not have, while it
 * has one that is nearly the same: then the document is stale, or the code is wrong. A name that is like
 * nothing in the code is of something else and says nothing. Logs of changes name what is gone.
 */
final class DocumentedNames {
    private static final Pattern CODE = Pattern.compile("(?<!`)`([^`\\n]{3,200})`(?!`)");
    private static final Pattern TYPE = Pattern.compile("[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]+)+");
    private static final Pattern SETTING =
            Pattern.compile(
                    "[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|[A-Za-z][\\w-]*(?:[.:][A-Za-z][\\w-]*)+");
    private static final Pattern PART = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final Pattern PAST =
            Pattern.compile("(?i)(?:change|history|release|upgrad|migrat|licen|third).*");

    /** So many names are looked at, and so many of them for in the whole code. */
    private static final int NAMES = 500;

    private static final int SEARCHES = 20;

    /** From so many parts of a name on, one part may differ. */
    private static final int PARTS = 3;

    private final SourceTree tree;
    private final SortedMap<String, Evidence> named = new TreeMap<>();
    private final List<Fact> found = new ArrayList<>();
    private int searches;

    private DocumentedNames(SourceTree tree) {
        this.tree = tree;
        for (SourceFile file : tree.files()) {
            if (file.language() == Language.MARKDOWN && !PAST.matcher(file.name()).matches()) {
                read(file);
            }
        }
    }

    /** The contradictions between documentation and code, in the order of their names. */
    static List<Fact> against(SourceTree tree, List<TypeDeclaration> types, List<Fact> facts) {
        DocumentedNames documented = new DocumentedNames(tree);
        if (!documented.named.isEmpty()) {
            documented.routes(new DocumentedRoutes(facts));
            documented.types(types);
            documented.settings(facts);
        }
        return documented.found;
    }

    private void read(SourceFile file) {
        SourceText text = tree.text(file);
        Matcher code = CODE.matcher(text.text());
        while (code.find() && named.size() < NAMES) {
            int line = text.lineOf(code.start());
            named.putIfAbsent(code.group(1).strip(), tree.evidence(file, line, line));
        }
    }

    private void routes(DocumentedRoutes routes) {
        named.forEach(
                (name, place) ->
                        routes.insteadOf(name)
                                .filter(any -> !isFile(name))
                                .ifPresent(
                                        other ->
                                                add(
                                                        "documented-route",
                                                        name,
                                                        place,
                                                        other.method() + " " + other.path(),
                                                        other.evidence())));
    }

    private void types(List<TypeDeclaration> types) {
        SortedMap<String, Evidence> declared = new TreeMap<>();
        types.forEach(type -> declared.putIfAbsent(type.name(), type.evidence()));
        SortedMap<String, Evidence> asked = those(TYPE);
        asked.keySet().removeAll(declared.keySet());
        pairs("documented-type", asked, declared);
        Map<List<String>, List<String>> alike = new HashMap<>();
        for (String type : declared.keySet()) {
            List<String> parts = parts(type);
            if (parts.size() >= PARTS) {
                alike.computeIfAbsent(parts.subList(0, 2), any -> new ArrayList<>()).add(type);
            }
        }
        asked.forEach(
                (name, place) -> {
                    List<String> parts = parts(name);
                    List<String> beginning = parts.subList(0, Math.min(2, parts.size()));
                    alike.getOrDefault(beginning, List.of()).stream()
                            .filter(type -> oneDiffers(parts, parts(type)))
                            .findFirst()
                            .filter(any -> standsNowhereElse(name))
                            .ifPresent(type -> type(name, place, type, declared));
                });
    }

    private void type(
            String name, Evidence place, String type, SortedMap<String, Evidence> declared) {
        Evidence other = Objects.requireNonNull(declared.get(type));
        add("documented-type", name, place, type, other);
    }

    private void settings(List<Fact> facts) {
        SortedMap<String, Evidence> known = new TreeMap<>();
        for (Fact fact : facts) {
            if (fact instanceof ConfigurationKey key) {
                known.putIfAbsent(key.key(), key.evidence());
            }
        }
        SortedMap<String, Evidence> asked = those(SETTING);
        asked.keySet().removeIf(this::isFile);
        pairs("documented-setting", asked, known);
    }

    private SortedMap<String, Evidence> those(Pattern form) {
        SortedMap<String, Evidence> those = new TreeMap<>(named);
        those.keySet().removeIf(name -> !form.matcher(name).matches());
        return those;
    }

    private void pairs(
            String kind, SortedMap<String, Evidence> asked, SortedMap<String, Evidence> known) {
        Set<String> paired = new HashSet<>();
        for (Disagreements.Pair pair : NearNames.between(asked, known, false)) {
            if (paired.add(pair.left()) && standsNowhereElse(pair.left())) {
                add(kind, pair.left(), pair.at(), pair.right(), pair.other());
            }
        }
        asked.keySet().removeAll(paired);
    }

    private void add(String kind, String name, Evidence place, String other, Evidence at) {
        String says = "'%s' is documented, but '%s' is in the code".formatted(name, other);
        found.add(new Contradiction(kind, says, at, Confidence.HEURISTIC, place));
    }

    /** What a name looks like may also be a file or a directory. */
    private boolean isFile(String name) {
        String path = name.startsWith("/") ? name.substring(1) : name;
        return tree.files().stream()
                .map(SourceFile::path)
                .anyMatch(
                        file ->
                                file.startsWith(path + "/")
                                        || file.contains("/" + path + "/")
                                        || file.equals(path)
                                        || file.endsWith("/" + path));
    }

    private boolean standsNowhereElse(String name) {
        searches++;
        return searches <= SEARCHES
                && tree.files().stream()
                        .filter(file -> file.language() != Language.MARKDOWN)
                        .noneMatch(file -> tree.text(file).text().contains(name));
    }

    private static List<String> parts(String name) {
        return Arrays.asList(PART.split(name));
    }

    /** Only one part differs; the first two are the same already. */
    private static boolean oneDiffers(List<String> one, List<String> other) {
        if (one.size() < PARTS || one.size() != other.size()) {
            return false;
        }
        int different = 0;
        for (int i = 0; i < one.size(); i++) {
            different += one.get(i).equals(other.get(i)) ? 0 : 1;
        }
        return different == 1;
    }
}
