package io.digitalworker.document.writing.design;

import io.digitalworker.document.brief.Material;
import io.digitalworker.document.brief.Tally;
import io.digitalworker.document.outline.Detail;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.Span;
import io.digitalworker.document.writing.Phrases;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.FactKind;
import io.digitalworker.facts.fact.Resource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which facts a design tells of: those of the features first; of what they run on, all. */
record Scope(Material material) {
    private static final Pattern TESTS =
            Pattern.compile("(^|[/._-])[Tt]ests?([/._-]|$)|[a-z]Tests?[/.]");

    /** Whether this document goes into what an overview leaves out. */
    boolean goesDeep() {
        return material.outline().detail().tells(Detail.STANDARD);
    }

    /** Facts that belong to a feature. */
    <F extends Fact> List<F> linked(Class<F> kind) {
        return material.linked().all(kind);
    }

    /**
     * Those of the features; in a comprehensive document, or without any, also others that no test brings.
     * What the code runs on concerns every feature.
     */
    <F extends Fact> List<F> linkedFirst(Class<F> kind) {
        Set<F> all = new LinkedHashSet<>(linked(kind));
        boolean whole =
                kind == Resource.class || material.outline().detail().tells(Detail.COMPREHENSIVE);
        if (!all.isEmpty() && !whole) {
            return List.copyOf(all);
        }
        material.facts().all(kind).stream().filter(fact -> !inTests(fact)).forEach(all::add);
        return List.copyOf(all);
    }

    private static boolean inTests(Fact fact) {
        return TESTS.matcher(fact.evidence().path()).find();
    }

    /** Resources whose type holds any of the words. */
    List<Resource> resources(String... words) {
        return linkedFirst(Resource.class).stream().filter(each -> isOf(each, words)).toList();
    }

    static boolean isOf(Resource resource, String... words) {
        return holds(resource.type(), words);
    }

    /** Whether the name holds any of the words, in any case. */
    static boolean holds(String name, String... words) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (String word : words) {
            if (lower.contains(word)) {
                return true;
            }
        }
        return false;
    }

    Tally count(FactKind kind) {
        return Tally.count(material, Tally.LINKED, kind);
    }

    Tally countAll(FactKind kind) {
        return Tally.count(material, Tally.ALL, kind);
    }

    /** The type that a member belongs to; the name itself without one. */
    static String owner(String member) {
        int dot = member.lastIndexOf('.');
        return dot < 0 ? member : member.substring(0, dot);
    }

    /** Where a section stands, by its title in this outline; the plain words if it is not there. */
    Span link(String section, String otherwise) {
        return material.outline().sections().stream()
                .filter(each -> each.id().equals(section))
                .findFirst()
                .<Span>map(found -> new Span.Mention(MentionKind.SECTION, section, found.title()))
                .orElseGet(() -> Phrases.text(otherwise));
    }
}
