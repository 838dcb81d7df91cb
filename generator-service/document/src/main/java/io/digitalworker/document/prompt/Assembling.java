package io.digitalworker.document.prompt;

import io.digitalworker.document.brief.FactNames;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.prompt.ParsedAnswer.Part;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.Question;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts a section together from what a model wrote and what the extractive draft must not lose: what carries
 * facts stays even where the answer forgot it, and so does a narrative block that alone mentions a fact of a
 * feature.
 */
final class Assembling {
    private final List<Piece> pieces;
    private final Set<String> linked;

    /** What stands where: a block in the model's words, or a piece of the draft. */
    private final List<Object> places = new ArrayList<>();

    private Assembling(List<Piece> pieces, Set<String> linked) {
        this.pieces = pieces;
        this.linked = linked;
    }

    /** The section; without any words of the model, the draft with its questions. */
    static SectionDraft of(
            SectionDraft draft,
            List<Piece> pieces,
            Material material,
            List<Part> parts,
            List<Question> questions) {
        Set<String> linked =
                material.linked().facts().stream().map(FactNames::id).collect(Collectors.toSet());
        Assembling assembling = new Assembling(pieces, linked);
        parts.forEach(assembling::place);
        SectionDraft asking = draft.asking(merged(draft.questions(), questions));
        return assembling.isTold() ? asking.with(assembling.blocks()) : asking;
    }

    private static List<Question> merged(List<Question> known, List<Question> asked) {
        Map<String, Question> all = new LinkedHashMap<>();
        Stream.of(known, asked)
                .flatMap(List::stream)
                .forEach(each -> all.putIfAbsent(each.id(), each));
        return List.copyOf(all.values());
    }

    private void place(Part part) {
        if (part instanceof Part.Written written) {
            places.add(written.block());
        } else if (part instanceof Part.Kept kept) {
            pieces.stream()
                    .filter(piece -> piece.handle().equals(kept.handle()))
                    .filter(piece -> !places.contains(piece))
                    .forEach(places::add);
        }
    }

    private boolean isTold() {
        return places.stream()
                .anyMatch(
                        each ->
                                each instanceof Block block
                                        && !(block instanceof Block.Heading)
                                        && block.sentences().findAny().isPresent());
    }

    private List<Block> blocks() {
        pieces.stream().filter(Piece::carries).forEach(this::putIn);
        for (Piece piece : pieces) {
            Set<String> alone = linkedIn(piece.blocks().stream());
            alone.removeAll(linkedIn(places.stream().flatMap(Assembling::blocksOf)));
            if (!alone.isEmpty()) {
                putIn(piece);
            }
        }
        return new Laying().of(places);
    }

    private static Stream<Block> blocksOf(Object place) {
        return place instanceof Piece piece ? piece.blocks().stream() : Stream.of((Block) place);
    }

    private Set<String> linkedIn(Stream<Block> blocks) {
        return blocks.flatMap(Block::sentences)
                .flatMap(sentence -> sentence.spans().stream())
                .filter(Span.Mention.class::isInstance)
                .map(Span.Mention.class::cast)
                .filter(m -> m.kind() == MentionKind.FACT || m.kind() == MentionKind.TERM)
                .map(Span.Mention::id)
                .filter(linked::contains)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Behind the nearest piece before it that has a place, else before the nearest after it, else last. */
    private void putIn(Piece piece) {
        if (places.contains(piece)) {
            return;
        }
        int own = pieces.indexOf(piece);
        for (int i = own - 1; i >= 0; i--) {
            if (places.contains(pieces.get(i))) {
                places.add(places.indexOf(pieces.get(i)) + 1, piece);
                return;
            }
        }
        for (int i = own + 1; i < pieces.size(); i++) {
            if (places.contains(pieces.get(i))) {
                places.add(places.indexOf(pieces.get(i)), piece);
                return;
            }
        }
        places.add(piece);
    }

    /**
     * Lays the blocks out with their headings; a heading that nothing follows is left out. Words that stand
     * behind a piece with a heading of its own come below that heading and what is quoted there.
     */
    private static final class Laying {
        private final List<Block> blocks = new ArrayList<>();
        private final List<Block> rest = new ArrayList<>();
        private Block.@Nullable Heading waiting;
        private Block.@Nullable Heading current;

        List<Block> of(List<Object> places) {
            for (Object place : places) {
                if (place instanceof Block.Heading heading) {
                    close();
                    waiting = heading;
                } else if (place instanceof Piece piece) {
                    close();
                    lay(piece);
                } else {
                    head(Optional.empty());
                    blocks.add((Block) place);
                }
            }
            close();
            return blocks;
        }

        private void close() {
            blocks.addAll(rest);
            rest.clear();
        }

        private void lay(Piece piece) {
            if (!piece.isHeaded()) {
                head(piece.heading());
                blocks.addAll(piece.blocks());
                return;
            }
            waiting = null;
            current = (Block.Heading) piece.blocks().get(0);
            int top = 1;
            while (top < piece.blocks().size()
                    && piece.blocks().get(top) instanceof Block.Quotation) {
                top++;
            }
            blocks.addAll(piece.blocks().subList(0, top));
            rest.addAll(piece.blocks().subList(top, piece.blocks().size()));
        }

        /** A heading that waits goes first; otherwise a piece brings its own, unless it stands there. */
        private void head(Optional<Block.Heading> own) {
            Block.@Nullable Heading next = waiting != null ? waiting : own.orElse(null);
            if (next != null && !stands(next)) {
                blocks.add(next);
                current = next;
            }
            waiting = null;
        }

        private boolean stands(Block.Heading heading) {
            return current != null && heading.title().shown().equals(current.title().shown());
        }
    }
}
