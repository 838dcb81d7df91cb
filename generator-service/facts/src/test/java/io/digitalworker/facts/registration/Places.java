package io.digitalworker.facts.registration;

import io.digitalworker.facts.source.SourceFile;
import io.digitalworker.facts.source.SourceTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;

/** Finds the texts of one family in a tree. */
final class Places {
    private final Family family;
    private final List<SourceFile> files;
    private final SourceTree tree;
    private final Map<String, List<String>> aliases = new HashMap<>();
    private final Set<String> wrappers = new TreeSet<>();

    /** Texts that only hand on what a wrapper is given, as {@code path@offset}. */
    private final Set<String> handedOn = new TreeSet<>();

    Places(Family family, SourceTree tree) {
        this.family = family;
        this.tree = tree;
        this.files =
                tree.files().stream().filter(f -> family.files().matcher(f.path()).find()).toList();
    }

    /** By path and line. */
    List<Place> all() {
        files.forEach(this::names);
        Family searched = family.calling(wrappers);
        List<Place> places = new ArrayList<>();
        for (SourceFile file : files) {
            String text = tree.text(file).text();
            if (family.holding().matcher(text).find()) {
                places.addAll(places(searched, file.path(), text));
            }
        }
        return places;
    }

    private void names(SourceFile file) {
        String plain = PlainText.of(file.path(), tree.text(file).text(), family.quotes());
        Matcher alias = family.alias().matcher(plain);
        while (alias.find()) {
            aliases.computeIfAbsent(alias.group("alias"), name -> new ArrayList<>())
                    .add(alias.group("name"));
        }
        Matcher wrapper = family.through().matcher(plain);
        while (wrapper.find()) {
            wrappers.add(wrapper.group("wrapper"));
            handedOn.add(file.path() + "@" + wrapper.start("at"));
        }
    }

    private List<Place> places(Family searched, String path, String text) {
        List<Place> places = new ArrayList<>();
        String[] lines = text.split("\n", -1);
        int line = 1;
        int from = 0;
        String plain = PlainText.of(path, text, family.quotes());
        Matcher except = family.except().matcher(PlainText.of(path, text, true));
        Matcher matcher = searched.text().matcher(plain);
        while (matcher.find()) {
            int at = family.has("at") ? matcher.start("at") : matcher.start();
            while (at < matcher.end() - 1 && Character.isWhitespace(plain.charAt(at))) {
                at++;
            }
            boolean none = except.region(at, text.length()).lookingAt();
            if (none || handedOn.contains(path + "@" + at)) {
                continue;
            }
            line += (int) text.substring(from, at).chars().filter(c -> c == '\n').count();
            from = at;
            String member = group(matcher, "member");
            places.add(new Place(path, line, named(matcher), member, lines[line - 1]));
        }
        return places;
    }

    private List<String> named(Matcher matcher) {
        String name = group(matcher, "name");
        List<String> names = new ArrayList<>();
        if (!name.isEmpty()) {
            names.add(name);
            String last = name.substring(name.lastIndexOf('.') + 1);
            names.addAll(aliases.getOrDefault(last, List.of()));
        }
        return names;
    }

    private String group(Matcher matcher, String name) {
        String group = family.has(name) ? matcher.group(name) : null;
        return group == null ? "" : group;
    }
}
