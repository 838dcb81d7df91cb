package io.digitalworker.document.verification;

import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.Question;
import io.digitalworker.document.prose.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Takes the sentences that fail out of a section; of a table, the whole row. */
final class Removal {
    private final SentenceCheck check;
    private final DiagramCheck pictures;
    private final String section;
    private final List<Fault> faults;
    private int removed;
    private int diagrams;
    private int diagramsValid;

    Removal(SentenceCheck check, DiagramCheck pictures, String section, List<Fault> faults) {
        this.check = check;
        this.pictures = pictures;
        this.section = section;
        this.faults = faults;
    }

    int removed() {
        return removed;
    }

    int diagrams() {
        return diagrams;
    }

    int diagramsValid() {
        return diagramsValid;
    }

    List<Block> keep(List<Block> blocks) {
        List<Block> kept = new ArrayList<>();
        for (Block block : blocks) {
            keep(block).ifPresent(kept::add);
        }
        return kept.size() < blocks.size() ? headed(kept) : kept;
    }

    /** A heading goes with all that stood below it. */
    private static List<Block> headed(List<Block> kept) {
        List<Block> headed = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            boolean bare = i + 1 == kept.size() || kept.get(i + 1) instanceof Block.Heading;
            if (!bare || !(kept.get(i) instanceof Block.Heading)) {
                headed.add(kept.get(i));
            }
        }
        return headed;
    }

    List<Question> keepQuestions(List<Question> questions) {
        return questions.stream()
                .filter(question -> sound(List.of(question.sentence())).size() == 1)
                .toList();
    }

    private Optional<Block> keep(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            List<Sentence> kept = soundProse(paragraph.of());
            return kept.isEmpty() ? Optional.empty() : Optional.of(new Block.Paragraph(kept));
        }
        if (block instanceof Block.Bullets bullets) {
            List<Sentence> kept = soundProse(bullets.items());
            return kept.isEmpty() ? Optional.empty() : Optional.of(new Block.Bullets(kept));
        }
        if (block instanceof Block.Table table) {
            List<List<Sentence>> rows = new ArrayList<>(table.rows());
            rows.removeIf(row -> sound(row).size() < row.size() || !asARow(row));
            return rows.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Block.Table(table.header(), table.numeric(), rows));
        }
        if (block instanceof Block.LeftOut part) {
            List<Sentence> kept = sound(part.names());
            return kept.isEmpty() ? Optional.empty() : Optional.of(new Block.LeftOut(kept));
        }
        if (block instanceof Block.Figure figure) {
            return drawn(figure) ? Optional.of(block) : Optional.empty();
        }
        return whole(block) ? Optional.of(block) : Optional.empty();
    }

    /** A heading, a quotation, a listing or a picture stands or falls as a whole. */
    private boolean whole(Block block) {
        List<Sentence> sentences = block.sentences().toList();
        return sound(sentences).size() == sentences.size();
    }

    private boolean drawn(Block.Figure figure) {
        List<Fault> found = pictures.faults(section, figure.diagram());
        faults.addAll(found);
        removed += found.isEmpty() ? 0 : 1;
        boolean valid = whole(figure) && found.isEmpty();
        diagrams++;
        diagramsValid += valid ? 1 : 0;
        return valid;
    }

    private boolean asARow(List<Sentence> row) {
        List<Fault> found = check.faultsOfRow(section, row);
        faults.addAll(found);
        removed += found.isEmpty() ? 0 : 1;
        return found.isEmpty();
    }

    private List<Sentence> soundProse(List<Sentence> sentences) {
        return sound(sentences, check::faultsOfProse);
    }

    private List<Sentence> sound(List<Sentence> sentences) {
        return sound(sentences, check::faults);
    }

    private List<Sentence> sound(
            List<Sentence> sentences, BiFunction<String, Sentence, List<Fault>> rules) {
        List<Sentence> sound = new ArrayList<>();
        for (Sentence sentence : sentences) {
            List<Fault> found = rules.apply(section, sentence);
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
