package io.digitalworker.document.prompt;

import io.digitalworker.document.brief.FactNames;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.facts.fact.Fact;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What an extractive draft names, that of its narrative first. */
final class Named {
    /** Rows of a table that are looked at; what stands further down stays in the table. */
    private static final int ROWS = 40;

    private static final Set<MentionKind> OTHERS =
            EnumSet.of(MentionKind.MODULE, MentionKind.LANGUAGE, MentionKind.FILE);

    private final Material material;
    private final Handles handles;
    private final Set<Fact> facts = new LinkedHashSet<>();
    private final Set<Symbol> symbols = new LinkedHashSet<>();
    private final Map<Span.Mention, String> counts = new LinkedHashMap<>();
    private final Set<Span.Mention> others = new LinkedHashSet<>();

    private Named(Material material, Handles handles) {
        this.material = material;
        this.handles = handles;
    }

    static Named in(List<Piece> pieces, Material material, Handles handles) {
        Named named = new Named(material, handles);
        for (boolean carries : List.of(false, true)) {
            pieces.stream()
                    .filter(piece -> piece.carries() == carries)
                    .flatMap(piece -> piece.blocks().stream())
                    .flatMap(Named::sentences)
                    .forEach(named::add);
        }
        return named;
    }

    private static Stream<Sentence> sentences(Block block) {
        return block instanceof Block.Table table
                ? table.rows().stream().limit(ROWS).flatMap(List::stream)
                : block.sentences();
    }

    private void add(Sentence sentence) {
        List<Span> spans = sentence.spans();
        for (int i = 0; i < spans.size(); i++) {
            if (spans.get(i) instanceof Span.Mention mention) {
                add(mention, i + 1 < spans.size() ? spans.get(i + 1).shown() : "");
            }
        }
    }

    private void add(Span.Mention mention, String next) {
        if (mention.kind() == MentionKind.FACT || mention.kind() == MentionKind.TERM) {
            fact(mention, material).ifPresent(facts::add);
        } else if (mention.kind() == MentionKind.SYMBOL) {
            symbol(mention).ifPresent(symbols::add);
        } else if (mention.kind() == MentionKind.COUNT) {
            counts.putIfAbsent(mention, next);
        } else if (OTHERS.contains(mention.kind())) {
            others.add(mention);
        }
    }

    /** The fact that a mention stands for. */
    static Optional<Fact> fact(Span.Mention mention, Material material) {
        return material.factsOf(mention.id()).stream()
                .filter(fact -> FactNames.of(fact).contains(mention.shown()))
                .findFirst();
    }

    private Optional<Symbol> symbol(Span.Mention mention) {
        int hash = mention.id().indexOf('#');
        return handles.place(mention.id().substring(0, Math.max(0, hash)))
                .map(place -> new Symbol(mention.shown(), place))
                .filter(symbol -> symbol.id().equals(mention.id()));
    }

    List<Fact> facts() {
        return new ArrayList<>(facts);
    }

    List<Symbol> symbols() {
        return new ArrayList<>(symbols);
    }

    /** Numbers, each with the words that follow it. */
    Map<Span.Mention, String> counts() {
        return counts;
    }

    List<Span.Mention> others() {
        return new ArrayList<>(others);
    }
}
