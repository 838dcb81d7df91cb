package io.digitalworker.document.verification;

import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes the sentences that fail out of a section; of a table, the whole row. */
final class Removal {
    private final SentenceCheck check;
    private final String section;
    private final List<Fault> faults;
    private int removed;

    Removal(SentenceCheck check, String section, List<Fault> faults) {
        this.check = check;
        this.section = section;
        this.faults = faults;
    }

    int removed() {
        return removed;
    }

    List<Block> keep(List<Block> blocks) {
        return blocks.stream().map(this::keep).flatMap(Optional::stream).toList();
    }

    private Optional<Block> keep(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            List<Sentence> kept = sound(paragraph.of());
            return kept.isEmpty() ? Optional.empty() : Optional.of(new Block.Paragraph(kept));
        }
        if (block instanceof Block.Bullets bullets) {
            List<Sentence> kept = sound(bullets.items());
            return kept.isEmpty() ? Optional.empty() : Optional.of(new Block.Bullets(kept));
        }
        if (block instanceof Block.Table table) {
            List<List<Sentence>> rows = new ArrayList<>(table.rows());
            rows.removeIf(row -> sound(row).size() < row.size());
            return rows.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Block.Table(table.header(), table.numeric(), rows));
        }
        return sound(block.sentences().toList()).isEmpty() ? Optional.empty() : Optional.of(block);
    }

    private List<Sentence> sound(List<Sentence> sentences) {
        List<Sentence> sound = new ArrayList<>();
        for (Sentence sentence : sentences) {
            List<Fault> found = check.faults(section, sentence);
            faults.addAll(found);
            if (found.isEmpty()) {
                sound.add(sentence);
            } else {
                removed++;
            }
        }
        return sound;
    }
}
