package io.digitalworker.document.writing.functional;

import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.Question;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.document.writing.Cells;
import io.digitalworker.document.writing.Grid;
import io.digitalworker.document.writing.Phrases;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.LocalizationKey;
import io.digitalworker.facts.fact.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;

/** The texts that users read, by their keys, and the languages that have them. */
public final class TextsSection {
    private static final int ASKED = 6;

    private final Usage usage;
    private final Map<String, List<View>> screens;
    private final Map<String, List<LocalizationKey>> declared = new HashMap<>();
    private final Map<String, List<LocalizationKey>> read = new LinkedHashMap<>();

    private TextsSection(Usage usage) {
        this.usage = usage;
        List<LocalizationKey> all = usage.material().facts().all(LocalizationKey.class);
        Set<LocalizationKey> shown = new LinkedHashSet<>(usage.linked(LocalizationKey.class));
        Map<String, List<View>> views = byPath(usage.screens().all(usage.cases()));
        this.screens = byPath(usage.screens().all());
        all.stream().filter(key -> standsIn(key, views)).forEach(shown::add);
        all.stream().filter(key -> key.use().equals("declared")).forEach(key -> add(declared, key));
        shown.stream().filter(key -> key.use().equals("read")).forEach(key -> add(read, key));
        shown.stream().filter(key -> !read.containsKey(key.key())).forEach(key -> add(read, key));
    }

    private static boolean standsIn(Fact key, Map<String, List<View>> byPath) {
        return byPath.getOrDefault(key.evidence().path(), List.of()).stream()
                .anyMatch(view -> Members.within(key.evidence(), view.evidence()));
    }

    private static Map<String, List<View>> byPath(List<View> views) {
        return views.stream().collect(Collectors.groupingBy(view -> view.evidence().path()));
    }

    private static void add(Map<String, List<LocalizationKey>> map, LocalizationKey key) {
        map.computeIfAbsent(key.key(), any -> new ArrayList<>()).add(key);
    }

    public static SectionDraft compose(SectionBrief brief) {
        TextsSection section = new TextsSection(Usage.of(brief.material()));
        if (section.read.isEmpty()) {
            return SectionDraft.incomplete(
                    brief.section(),
                    "The code of the features takes no text from resources for translation.",
                    List.of(
                            paragraph(
                                    extracted(
                                            text(
                                                    "Whatever the features tell their users stands"
                                                            + " in the code itself.")))));
        }
        return SectionDraft.complete(brief.section(), section.table()).asking(section.questions());
    }

    private List<Block> table() {
        Grid rows = new Grid(usage.material(), "Text", "Shown in", "Languages that have it");
        read.forEach(
                (key, uses) ->
                        rows.row(Cells.of(uses.get(0), key), place(uses.get(0)), languages(key)));
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                paragraph(
                        extracted(
                                text(
                                        "Texts are known by their keys; the wording may be changed"
                                                + " per language and is left out here."))));
        blocks.addAll(rows.under(""));
        return blocks;
    }

    private Sentence place(LocalizationKey use) {
        for (View view : screens.getOrDefault(use.evidence().path(), List.of())) {
            if (Members.within(use.evidence(), view.evidence())) {
                return Cells.of(view, view.name());
            }
        }
        Optional<Member> member = usage.members().around(use);
        return member.isEmpty()
                ? Cells.none()
                : new Sentence(
                        List.of(Members.symbol(member.get())),
                        ClaimClass.EXTRACTED,
                        List.of(use.evidence().id()));
    }

    private Sentence languages(String key) {
        List<LocalizationKey> known = declared.getOrDefault(key, List.of());
        if (known.isEmpty()) {
            return Cells.words("declared nowhere in the archive");
        }
        Sentence named = Cells.names("", known, LocalizationKey::culture, ASKED);
        return named.equals(Cells.none())
                ? Phrases.told(known.subList(0, 1), text("the standard one"))
                : named;
    }

    private List<Question> questions() {
        List<Span> spans = new ArrayList<>(List.of(text("What is the wording of ")));
        List<String> evidence = new ArrayList<>();
        read.forEach(
                (key, uses) -> {
                    if (!declared.containsKey(key) && evidence.size() < ASKED) {
                        spans.add(text(evidence.isEmpty() ? "" : ", "));
                        spans.add(Phrases.named(uses.get(0), key));
                        evidence.add(uses.get(0).evidence().id());
                    }
                });
        spans.add(text(", and who keeps the resources that declare it?"));
        return evidence.isEmpty()
                ? List.of()
                : List.of(
                        new Question(
                                Question.id("wording"),
                                "product owner",
                                new Sentence(
                                        spans,
                                        ClaimClass.NEEDS_SME,
                                        evidence.stream().distinct().toList())));
    }
}
