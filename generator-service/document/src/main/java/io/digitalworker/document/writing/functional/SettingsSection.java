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
import io.digitalworker.facts.fact.ConfigurationKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;

/** The settings that make the features behave in one way or another, and where they decide. */
public final class SettingsSection {
    private static final int ASKED = 6;
    private static final int PLACES = 4;

    private final Usage usage;
    private final Map<String, List<ConfigurationKey>> keys = new LinkedHashMap<>();
    private final Map<String, List<ConfigurationKey>> declared = new HashMap<>();

    private SettingsSection(Usage usage) {
        this.usage = usage;
        usage.linked(ConfigurationKey.class).stream()
                .filter(key -> key.use().equals("read"))
                .forEach(key -> add(keys, key));
        usage.linked(ConfigurationKey.class).forEach(key -> add(keys, key));
        usage.material().facts().all(ConfigurationKey.class).stream()
                .filter(key -> key.use().equals("declared"))
                .forEach(key -> add(declared, key));
    }

    private static void add(Map<String, List<ConfigurationKey>> map, ConfigurationKey key) {
        List<ConfigurationKey> same = map.computeIfAbsent(key.key(), any -> new ArrayList<>());
        if (!same.contains(key)) {
            same.add(key);
        }
    }

    public static SectionDraft compose(SectionBrief brief) {
        SettingsSection section = new SettingsSection(Usage.of(brief.material()));
        if (section.keys.isEmpty()) {
            return SectionDraft.incomplete(
                    brief.section(),
                    "The code of the features reads no setting that could be told.",
                    List.of(
                            paragraph(
                                    extracted(
                                            text(
                                                    "Nobody can change how the features behave by a"
                                                            + " setting, as far as the code"
                                                            + " shows.")))));
        }
        return SectionDraft.complete(brief.section(), section.table()).asking(section.questions());
    }

    private List<Block> table() {
        Grid rows =
                new Grid(
                        usage.material(),
                        "Setting",
                        "In its author's words",
                        "Kind",
                        "Value",
                        "Decides in",
                        "Features");
        keys.forEach(
                (key, uses) ->
                        rows.row(
                                Cells.of(uses.get(0), key),
                                meaning(key),
                                kind(key),
                                value(key),
                                decides(uses),
                                Cells.features(usage.features(uses))));
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                paragraph(
                        extracted(
                                text(
                                        "Whoever runs the system can change these without"
                                                + " touching the code; a value is told where the"
                                                + " archive gives one that is safe to repeat."))));
        blocks.addAll(rows.under(""));
        return blocks;
    }

    private Sentence meaning(String key) {
        return declared.getOrDefault(key, List.of()).stream()
                .map(each -> usage.material().comments().of(each.evidence()))
                .filter(quotes -> !quotes.isEmpty())
                .findFirst()
                .map(Cells::quoted)
                .orElse(Cells.none());
    }

    private Sentence kind(String key) {
        return declared.getOrDefault(key, List.of()).stream()
                .filter(each -> each.type().matches("[a-z]+"))
                .findFirst()
                .map(each -> Phrases.told(List.of(each), text(each.type())))
                .orElse(Cells.none());
    }

    private Sentence value(String key) {
        return declared.getOrDefault(key, List.of()).stream()
                .filter(each -> each.value() != null && !each.value().isEmpty())
                .findFirst()
                .map(each -> Cells.of(each, String.valueOf(each.value())))
                .orElse(Cells.none());
    }

    /** The members that read it, each where it does. */
    private Sentence decides(List<ConfigurationKey> uses) {
        List<Span> spans = new ArrayList<>();
        List<String> evidence = new ArrayList<>();
        List<String> told = new ArrayList<>();
        for (ConfigurationKey use : uses) {
            Optional<Member> member = usage.members().around(use);
            if (use.use().equals("read")
                    && member.isPresent()
                    && !told.contains(member.get().qualifiedName())
                    && told.size() < PLACES) {
                told.add(member.get().qualifiedName());
                spans.add(text(spans.isEmpty() ? "" : ", "));
                spans.add(Members.symbol(member.get()));
                evidence.add(use.evidence().id());
            }
        }
        return spans.isEmpty()
                ? Cells.words("nowhere near the features")
                : new Sentence(spans, ClaimClass.EXTRACTED, evidence);
    }

    private List<Question> questions() {
        List<Span> spans = new ArrayList<>(List.of(text("Which value do users start with for ")));
        List<String> evidence = new ArrayList<>();
        keys.forEach(
                (key, uses) -> {
                    if (value(key).equals(Cells.none()) && evidence.size() < ASKED) {
                        spans.add(text(evidence.isEmpty() ? "" : ", "));
                        spans.add(Phrases.named(uses.get(0), key));
                        evidence.add(uses.get(0).evidence().id());
                    }
                });
        spans.add(text(keys.size() > ASKED ? " and the others above?" : "?"));
        return evidence.isEmpty()
                ? List.of()
                : List.of(
                        new Question(
                                Question.id("values"),
                                "operator",
                                new Sentence(
                                        spans,
                                        ClaimClass.NEEDS_SME,
                                        evidence.stream().distinct().toList())));
    }
}
