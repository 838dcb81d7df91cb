package io.digitalworker.document.verification;

import io.digitalworker.document.brief.FactNames;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.brief.Tally;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.FactKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Sentences as a model hands them over, told in one line: {@code [kind|name]} is a name of a fact of the
 * kind, {@code [name]} of any, {@code [#Type.member]} a declaration, {@code [n|kind]} how many there are,
 * {@code [f|id]} a feature. The facts that hold most of the names are taken, and their places cited.
 */
record Phrasing(Material material) {
    private static final Pattern MENTION = Pattern.compile("\\[(#[^\\[\\]]+|\\w+\\|[^\\[\\]]+)\\]");

    Sentence sentence(String line) {
        List<Span> spans = new ArrayList<>();
        Set<String> evidence = new LinkedHashSet<>();
        List<String> names =
                MENTION.matcher(line).results().map(found -> bare(found.group(1))).toList();
        Matcher mentions = MENTION.matcher(line);
        int end = 0;
        while (mentions.find()) {
            text(line.substring(end, mentions.start()), spans);
            spans.add(mention(mentions.group(1), names, evidence));
            end = mentions.end();
        }
        text(line.substring(end), spans);
        return new Sentence(spans, ClaimClass.EXTRACTED, List.copyOf(evidence));
    }

    private static void text(String words, List<Span> spans) {
        if (!words.isEmpty()) {
            spans.add(new Span.Text(words));
        }
    }

    private static String bare(String told) {
        return told.substring(told.indexOf('|') + 1);
    }

    private Span mention(String told, List<String> names, Set<String> evidence) {
        if (told.startsWith("#")) {
            return symbol(told.substring(1), evidence);
        } else if (told.startsWith("n|")) {
            Tally tally = Tally.count(material, Tally.ALL, kind(bare(told)));
            return new Span.Mention(MentionKind.COUNT, tally.id(), "" + tally.value());
        } else if (told.startsWith("f|")) {
            return new Span.Mention(MentionKind.FEATURE, bare(told), bare(told));
        }
        String kind = told.contains("|") ? told.substring(0, told.indexOf('|')) : "";
        Fact fact =
                material.facts().facts().stream()
                        .filter(each -> FactKind.of(each).array().startsWith(kind))
                        .filter(each -> FactNames.of(each).contains(bare(told)))
                        .max(
                                Comparator.<Fact>comparingLong(each -> held(each, names))
                                        .thenComparing(
                                                each ->
                                                        FactNames.headline(each)
                                                                .equals(bare(told))))
                        .orElseThrow(() -> new NoSuchElementException(told));
        evidence.add(fact.evidence().id());
        return new Span.Mention(MentionKind.FACT, FactNames.id(fact), bare(told));
    }

    private static long held(Fact fact, List<String> names) {
        return names.stream().filter(FactNames.of(fact)::contains).count();
    }

    private static FactKind kind(String array) {
        return Stream.of(FactKind.values())
                .filter(each -> each.array().equals(array))
                .findFirst()
                .orElseThrow();
    }

    private Span symbol(String name, Set<String> evidence) {
        for (TypeDeclaration type : material.facts().types()) {
            if (type.name().equals(name)) {
                evidence.add(type.evidence().id());
                return new Span.Mention(
                        MentionKind.SYMBOL, type.evidence().id() + "#" + name, name);
            }
            for (var member : type.members()) {
                if (member.qualifiedName().equals(name)) {
                    evidence.add(member.evidence().id());
                    return new Span.Mention(
                            MentionKind.SYMBOL, member.evidence().id() + "#" + name, name);
                }
            }
        }
        throw new NoSuchElementException(name);
    }
}
