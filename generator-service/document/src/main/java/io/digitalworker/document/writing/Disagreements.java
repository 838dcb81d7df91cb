package io.digitalworker.document.writing;

import io.digitalworker.document.brief.Material;
import io.digitalworker.document.prose.Block;
import io.digitalworker.facts.fact.Call;
import io.digitalworker.facts.fact.Contradiction;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.source.Evidence;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Contradictions between places of the archive, as far as they concern what is linked to a feature. */
public final class Disagreements {
    private Disagreements() {}

    /** Those whose kind begins with one of the words, nearest first. */
    public static List<Contradiction> of(Material material, String... kinds) {
        Set<String> linked = new HashSet<>();
        for (Fact fact : material.linked().facts()) {
            if (!(fact instanceof Call)) {
                linked.add(fact.evidence().id());
            }
        }
        return material.facts().all(Contradiction.class).stream()
                .filter(each -> List.of(kinds).stream().anyMatch(each.kind()::startsWith))
                .filter(each -> concerns(each, linked))
                .toList();
    }

    private static boolean concerns(Contradiction each, Set<String> linked) {
        Evidence other = each.other();
        return linked.contains(each.evidence().id())
                || (other != null && linked.contains(other.id()));
    }

    /** A table of them under a heading; nothing if there are none. */
    public static List<Block> blocks(Material material, String heading, String... kinds) {
        Grid grid = new Grid(material, "What does not agree", "Place", "Other place");
        for (Contradiction each : of(material, kinds)) {
            Evidence other = each.other();
            grid.row(
                    Cells.value(each, each.statement(), each.kind()),
                    Cells.place(each),
                    other == null ? Cells.words("none") : Cells.place(other));
        }
        if (grid.isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new java.util.ArrayList<>();
        blocks.add(Phrases.heading(heading));
        blocks.addAll(grid.blocks(material.outline().detail().rows()));
        return blocks;
    }
}
