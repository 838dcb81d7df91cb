package io.digitalworker.document.verification;

import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.Question;
import io.digitalworker.document.prose.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Takes the sentences that fail out of a section; of a table, the whole row. */
final class Removal {
    private static final Around ALONE = new Around(List.of(), Set.of());

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
                .filter(question -> sound(List.of(question.sentence()), ALONE))
                .toList();
    }

    private Optional<Block> keep(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            List<Sentence> kept = sound(paragraph.of(), check::faultsOfProse, ALONE);
            return kept.isEmpty() ? Optional.empty() : Optional.of(new Block.Paragraph(kept));
        }
        if (block instanceof Block.Bullets bullets) {
            List<Sentence> kept = sound(bullets.items(), check::faultsOfProse, ALONE);
            return kept.isEmpty() ? Optional.empty() : Optional.of(new Block.Bullets(kept));
        }
        if (block instanceof Block.Table table) {
            List<List<Sentence>> rows = new ArrayList<>(table.rows());
            rows.removeIf(row -> !sound(row, table) || !asARow(row));
            return rows.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Block.Table(table.header(), table.numeric(), rows));
        }
        if (block instanceof Block.LeftOut part) {
            List<Sentence> kept = sound(part.names(), check::faults, ALONE);
            return kept.isEmpty() ? Optional.empty() : Optional.of(new Block.LeftOut(kept));
        }
        if (block instanceof Block.Figure figure) {
            return drawn(figure) ? Optional.of(block) : Optional.empty();
        }
        return whole(block) ? Optional.of(block) : Optional.empty();
    }

    /** A heading, a quotation or a listing stands or falls as a whole. */
    private boolean whole(Block block) {
        List<Sentence> sentences = block.sentences().toList();
        return sound(sentences, ALONE);
    }

    /** A picture's words are about its boxes and about the facts of its arrows. */
    private boolean drawn(Block.Figure figure) {
        List<Fault> found = pictures.faults(section, figure.diagram());
        faults.addAll(found);
        removed += found.isEmpty() ? 0 : 1;
        List<Sentence> words = figure.sentences().toList();
        Set<String> places =
                figure.diagram().edges().stream()
                        .flatMap(edge -> edge.facts().stream())
                        .map(fact -> fact.substring(fact.indexOf('@') + 1))
                        .collect(Collectors.toSet());
        boolean valid = sound(words, new Around(words, places)) && found.isEmpty();
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

    /** A row of plain words alone is about what its table is about. */
    private boolean sound(List<Sentence> row, Block.Table table) {
        boolean plain = row.stream().noneMatch(Sentence::isClaim);
        return sound(row, new Around(plain ? table.sentences().toList() : row, Set.of()));
    }

    private boolean sound(List<Sentence> sentences, Around around) {
        return sound(sentences, check::faults, around).size() == sentences.size();
    }

    /** What stands around a sentence and tells what it is about. */
    private record Around(List<Sentence> sentences, Set<String> places) {}

    private List<Sentence> sound(
            List<Sentence> sentences,
            BiFunction<String, Sentence, List<Fault>> rules,
            Around around) {
        List<Sentence> sound = new ArrayList<>();
        for (Sentence sentence : sentences) {
            List<Fault> found = new ArrayList<>(rules.apply(section, sentence));
            if (found.isEmpty()) {
                found.addAll(
                        check.faultsOfPlaces(
                                section, sentence, around.sentences(), around.places()));
            }
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
