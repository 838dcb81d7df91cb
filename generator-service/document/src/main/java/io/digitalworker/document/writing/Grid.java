package io.digitalworker.document.writing;

import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A table that is being filled, the most important rows first. What does not fit is named below it by
 * its first cells, so that nothing is lost.
 */
public final class Grid {
    private final List<String> header;
    private final List<List<Sentence>> rows = new ArrayList<>();

    public Grid(String... header) {
        this.header = List.of(header);
    }

    public void row(Sentence... cells) {
        rows.add(Arrays.asList(cells));
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The table and what is left out of it; nothing if there is no row. */
    public List<Block> blocks(int limit) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        int shown = Math.min(limit, rows.size());
        blocks.add(table(rows.subList(0, shown)));
        if (shown < rows.size()) {
            blocks.add(new Block.Paragraph(List.of(leftOut(shown))));
        }
        return blocks;
    }

    /** Columns in which no row says anything are left out. */
    private Block table(List<List<Sentence>> told) {
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            int column = i;
            if (told.stream().anyMatch(row -> !row.get(column).shown().isEmpty())) {
                columns.add(i);
            }
        }
        return new Block.Table(
                columns.stream().map(header::get).toList(),
                columns.stream().map(any -> false).toList(),
                told.stream().map(row -> columns.stream().map(row::get).toList()).toList());
    }

    private Sentence leftOut(int from) {
        List<Span> spans = new ArrayList<>();
        Set<String> evidence = new LinkedHashSet<>();
        spans.add(Phrases.text("Left out of the table for its length: "));
        for (int i = from; i < rows.size(); i++) {
            Sentence first = rows.get(i).get(0);
            if (i > from) {
                spans.add(Phrases.text(", "));
            }
            spans.addAll(first.spans());
            evidence.addAll(first.evidence());
        }
        spans.add(Phrases.text("."));
        Sentence any = rows.get(from).get(0);
        return new Sentence(spans, any.claimClass(), List.copyOf(evidence));
    }
}
