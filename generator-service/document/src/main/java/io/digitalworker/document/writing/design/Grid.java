package io.digitalworker.document.writing.design;

import io.digitalworker.document.brief.Material;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.writing.Phrases;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A table in the making: no row twice, and no more of them than the detail allows. */
final class Grid {
    private final int ceiling;
    private final List<String> header;
    private final List<List<Sentence>> rows = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    Grid(Material material, String... header) {
        this.ceiling = material.outline().detail().rows();
        this.header = List.of(header);
    }

    void row(Sentence... cells) {
        String shown = String.join("\t", Arrays.stream(cells).map(Sentence::shown).toList());
        if (seen.add(shown)) {
            rows.add(List.of(cells));
        }
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The table; below it, where not all rows fit, how many of what there are. */
    List<Block> blocks(Sentence whole) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        List<Boolean> numeric = Collections.nCopies(header.size(), false);
        blocks.add(
                new Block.Table(header, numeric, rows.subList(0, Math.min(ceiling, rows.size()))));
        if (rows.size() > ceiling) {
            blocks.add(Phrases.paragraph(whole));
        }
        return blocks;
    }

    /** The table with a heading and an introduction; nothing at all without rows. */
    List<Block> under(String heading, Sentence introduction, Sentence whole) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(Phrases.heading(heading));
        blocks.add(Phrases.paragraph(introduction));
        blocks.addAll(blocks(whole));
        return blocks;
    }
}
