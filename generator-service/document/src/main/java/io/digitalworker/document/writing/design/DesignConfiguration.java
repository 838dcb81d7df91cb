package io.digitalworker.document.writing.design;

import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.outline.Detail;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.writing.Cells;
import io.digitalworker.document.writing.Grid;
import io.digitalworker.facts.fact.ConfigurationKey;
import io.digitalworker.facts.fact.FactKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.tally;
import static io.digitalworker.document.writing.Phrases.text;

/** What can be set without a build: the features' own keys first. */
public final class DesignConfiguration {
    private static final int NAMES = 4;

    private DesignConfiguration() {}

    public static SectionDraft compose(SectionBrief brief) {
        Scope scope = new Scope(brief.material());
        Set<ConfigurationKey> linked = Set.copyOf(scope.linked(ConfigurationKey.class));
        Map<String, List<ConfigurationKey>> byKey = new LinkedHashMap<>();
        boolean all = brief.material().outline().detail().tells(Detail.COMPREHENSIVE);
        for (ConfigurationKey key :
                all
                        ? scope.linkedFirst(ConfigurationKey.class)
                        : scope.linked(ConfigurationKey.class)) {
            byKey.computeIfAbsent(key.key(), any -> new ArrayList<>()).add(key);
        }
        Grid grid =
                new Grid(
                        scope.material(),
                        "Key",
                        "Type",
                        "Value in the archive",
                        "Read",
                        "Of a feature");
        byKey.forEach(
                (name, uses) ->
                        grid.row(
                                Cells.headline(uses.get(0)),
                                Cells.names(uses, ConfigurationKey::type, NAMES),
                                Cells.names(
                                        uses, use -> use.value() == null ? "" : use.value(), NAMES),
                                Cells.words(
                                        uses.stream().anyMatch(use -> use.use().equals("read"))
                                                ? "yes"
                                                : "not seen"),
                                Cells.words(
                                        uses.stream().anyMatch(linked::contains) ? "yes" : "no")));
        if (grid.isEmpty()) {
            return SectionDraft.complete(brief.section(), List.of(paragraph(none(scope))));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                paragraph(
                        extracted(
                                text(
                                        "Keys that change behaviour without a build. Only numbers, switches"
                                                + " and choices are shown as values; anything else may be"
                                                + " secret."))));
        blocks.addAll(grid.blocks());
        return SectionDraft.complete(brief.section(), blocks);
    }

    private static Sentence none(Scope scope) {
        return extracted(
                text("No key could be linked to a feature; the archive declares or reads keys in "),
                tally(scope.countAll(FactKind.CONFIGURATION)),
                text(" places, which its list of facts names."));
    }
}
