package io.digitalworker.document.writing.functional;

import io.digitalworker.document.brief.Material;
import io.digitalworker.document.brief.Tally;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.writing.Phrases;
import io.digitalworker.facts.fact.FactKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A table in the making: no row twice, and as many as the detail allows. */
final class Rows {
    /** How many names of rows left out stand in one. */
    private static final int TOGETHER = 5;

    private final Material material;
    private final List<String> header;
    private final List<List<Sentence>> rows = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    Rows(Material material, String... header) {
        this.material = material;
        this.header = List.of(header);
    }

    void add(Sentence... cells) {
        String shown = Arrays.stream(cells).map(Sentence::shown).collect(Collectors.joining("\t"));
        if (seen.add(shown)) {
            rows.add(List.of(cells));
        }
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** All rows, for a table that only tells where something stands. */
    List<Block> all(String heading) {
        return headed(heading, rows);
    }

    private Block.Table table(List<List<Sentence>> shown) {
        return new Block.Table(header, Collections.nCopies(header.size(), false), shown);
    }

    /** The table under its heading; of rows that do not fit, still the names are told. */
    List<Block> naming(String heading) {
        int ceiling = Math.min(material.outline().detail().rows(), rows.size());
        List<List<Sentence>> shown = new ArrayList<>(rows.subList(0, ceiling));
        for (int i = ceiling; i < rows.size(); i += TOGETHER) {
            Sentence names = rows.get(i).get(0);
            for (int j = i + 1; j < Math.min(i + TOGETHER, rows.size()); j++) {
                names = Cells.joined(names, ", ", rows.get(j).get(0));
            }
            List<Sentence> cells = blank();
            cells.set(0, names);
            shown.add(cells);
        }
        return headed(heading, shown);
    }

    private List<Block> headed(String heading, List<List<Sentence>> shown) {
        List<Block> blocks = new ArrayList<>();
        if (!heading.isEmpty() && !shown.isEmpty()) {
            blocks.add(Phrases.heading(heading));
        }
        if (!shown.isEmpty()) {
            blocks.add(table(shown));
        }
        return blocks;
    }

    private List<Sentence> blank() {
        return new ArrayList<>(Collections.nCopies(header.size(), Cells.words("")));
    }

    /** The table under its heading; its last row counts the facts of the kind if not all rows fit. */
    List<Block> under(String heading, FactKind kind, String scope) {
        int ceiling = material.outline().detail().rows();
        List<List<Sentence>> shown =
                new ArrayList<>(rows.subList(0, Math.min(ceiling, rows.size())));
        if (shown.size() < rows.size()) {
            shown.add(rest(kind, scope));
        }
        return headed(heading, shown);
    }

    private List<Sentence> rest(FactKind kind, String scope) {
        List<Sentence> cells = blank();
        cells.set(
                0,
                Phrases.extracted(
                        Phrases.text("and more; places counted in all: "),
                        Phrases.tally(Tally.count(material, scope, kind))));
        return cells;
    }
}
