package io.digitalworker.document.writing.migration;

import io.digitalworker.document.brief.Clauses;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.document.writing.Phrases;
import io.digitalworker.facts.fact.DataStore;
import io.digitalworker.facts.fact.Dependency;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.Resource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.inferred;
import static io.digitalworker.document.writing.Phrases.mention;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;
import static io.digitalworker.document.writing.Phrases.told;

/** What the target names, against what the code has of it today. */
public final class Gap {
    private Gap() {}

    public static SectionDraft compose(SectionBrief brief) {
        Material material = brief.material();
        List<String> constraints = material.descriptor().constraints();
        if (constraints.isEmpty()) {
            Sentence none = extracted(text("Without a target there is no gap to tell of."));
            return SectionDraft.incomplete(
                    brief.section(), "the descriptor names no target", List.of(paragraph(none)));
        }
        List<List<Sentence>> rows = new ArrayList<>();
        constraints.forEach(each -> rows.addAll(rows(material, each)));
        Sentence rule =
                inferred(
                        text("A dependency, a data store or a declared resource counts as there"),
                        text(" when the words of the target hold its name."));
        Block table =
                new Block.Table(
                        List.of("Target", "In the code today", "Place"),
                        List.of(false, false, false),
                        rows);
        return SectionDraft.complete(brief.section(), List.of(paragraph(rule), table));
    }

    private static List<List<Sentence>> rows(Material material, String words) {
        Sentence target =
                Sentence.of(ClaimClass.PROPOSED, new Span.Quote("descriptor:constraints", words));
        List<List<Sentence>> rows =
                material.facts().facts().stream()
                        .flatMap(fact -> found(fact, words))
                        .limit(material.outline().detail().places())
                        .map(fact -> row(target, fact))
                        .toList();
        return rows.isEmpty()
                ? List.of(List.of(target, inferred(text("no trace")), extracted(text("none"))))
                : rows;
    }

    private static Stream<Fact> found(Fact fact, String words) {
        boolean named =
                (fact instanceof Dependency dependency && says(words, dependency.name()))
                        || (fact instanceof DataStore store
                                && (says(words, store.name()) || says(words, store.kind())))
                        || (fact instanceof Resource resource && says(words, resource.name()));
        return named ? Stream.of(fact) : Stream.empty();
    }

    /** By the whole name or the part of it that says most: the longest. */
    private static boolean says(String words, String name) {
        String longest =
                Stream.of(name.split("[^\\p{L}\\p{N}]+"))
                        .max(Comparator.comparingInt(String::length))
                        .orElse("");
        return longest.length() > 3 && Clauses.names(words, longest);
    }

    private static List<Sentence> row(Sentence target, Fact fact) {
        List<Fact> by = List.of(fact);
        return List.of(
                target,
                told(by, Phrases.headline(fact)),
                told(by, mention(MentionKind.CITATION, fact.evidence().id())));
    }
}
