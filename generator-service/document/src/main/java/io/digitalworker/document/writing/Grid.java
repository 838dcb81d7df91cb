package io.digitalworker.document.writing;

import io.digitalworker.document.brief.Material;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.Sentence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A table that is being filled, the most important rows first, none twice. What does not fit is named
 * below it by its first cells.
 */
public final class Grid {
    /** So few rows are shown rather than named as left out. */
    private static final int SPARE = 2;

    /** Cells that say nothing. */
    private static final Set<String> NOTHING = Set.of("", "–", "not told");

    private final int ceiling;
    private final List<String> header;
    private final List<List<Sentence>> rows = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    /** With as many rows as the document's detail allows. */
    public Grid(Material material, String... header) {
        this.ceiling = material.outline().detail().rows();
        this.header = List.of(header);
    }

    /** With all rows that it gets. */
    public Grid(String... header) {
        this.ceiling = Integer.MAX_VALUE;
        this.header = List.of(header);
    }

    public void row(Sentence... cells) {
        String shown = Arrays.stream(cells).map(Sentence::shown).collect(Collectors.joining("\t"));
        if (seen.add(shown)) {
            rows.add(List.of(cells));
        }
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The table and what is left out of it; nothing without rows. */
    public List<Block> blocks() {
        return blocks(ceiling);
    }

    /** The same with another number of rows at most; at least one is shown. */
    public List<Block> blocks(int most) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        int shown = rows.size() - SPARE <= most ? rows.size() : Math.max(1, most);
        blocks.add(table(rows.subList(0, shown)));
        if (shown < rows.size()) {
            blocks.add(
                    new Block.LeftOut(
                            rows.subList(shown, rows.size()).stream()
                                    .map(row -> row.get(0))
                                    .toList()));
        }
        return blocks;
    }

    /** The table with a heading; nothing at all without rows. */
    public List<Block> under(String heading) {
        return rows.isEmpty() ? List.of() : headed(heading, List.of());
    }

    /** The table with a heading and an introduction; nothing at all without rows. */
    public List<Block> under(String heading, Sentence introduction) {
        return rows.isEmpty() ? List.of() : headed(heading, List.of(introduction));
    }

    private List<Block> headed(String heading, List<Sentence> introduction) {
        List<Block> blocks = new ArrayList<>();
        if (!heading.isEmpty()) {
            blocks.add(Phrases.heading(heading));
        }
        if (!introduction.isEmpty()) {
            blocks.add(new Block.Paragraph(introduction));
        }
        blocks.addAll(blocks());
        return blocks;
    }

    /** Columns in which no row says anything are left out, but for the first. */
    private Block table(List<List<Sentence>> told) {
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            int column = i;
            if (i == 0
                    || told.stream().anyMatch(row -> !NOTHING.contains(row.get(column).shown()))) {
                columns.add(i);
            }
        }
        return new Block.Table(
                columns.stream().map(header::get).toList(),
                columns.stream().map(any -> false).toList(),
                told.stream().map(row -> columns.stream().map(row::get).toList()).toList());
    }
}
